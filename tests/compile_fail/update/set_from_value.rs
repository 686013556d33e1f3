// `set_from` takes an attribute.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from(c.name, "x").request("shop");
}
