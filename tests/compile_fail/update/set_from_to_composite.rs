// A composite of an index is copied from another attribute.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from(c.team, c.name).request("shop");
}
