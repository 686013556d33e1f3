// Dynaent keeps when an item was made.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.made, 1).request("shop");
}
