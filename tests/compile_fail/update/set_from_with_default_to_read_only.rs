// A read-only field takes its value from another attribute.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from_with_default(c.birthplace.city, c.name, "x").request("shop");
}
