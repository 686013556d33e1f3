// A composite of an index takes its value from another attribute.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from_with_default(c.team, c.name, "x").request("shop");
}
