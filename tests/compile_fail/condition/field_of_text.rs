// A field of an attribute that is no document.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.first.eq("Ada")).request("shop");
}
