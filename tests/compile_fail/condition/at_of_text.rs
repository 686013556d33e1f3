// An element of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.at(0).eq("A")).request("shop");
}
