// Dynaent keeps when an item was changed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.changed, 1).request("shop");
}
