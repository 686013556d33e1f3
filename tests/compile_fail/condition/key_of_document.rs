// An entry of a document, whose fields have names.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.key("city").eq("Bonn")).request("shop");
}
