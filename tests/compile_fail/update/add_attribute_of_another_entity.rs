// An attribute of another entity is added.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.visits, Product::attributes().price).request("shop");
}
