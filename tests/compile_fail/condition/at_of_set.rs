// An element of a set has no place.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.tags.at(0).eq("A")).request("shop");
}
