// The source is an attribute of another entity.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from_with_default(c.name, Product::attributes().name, "x").request("shop");
}
