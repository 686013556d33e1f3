// The source is an attribute, not a value.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from_with_default(c.name, "y", "x").request("shop");
}
