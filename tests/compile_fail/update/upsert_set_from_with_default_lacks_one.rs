// A draft of an upsert lacks an attribute.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::upsert().id("1").price(3).set_from_with_default(p.name, p.id, "none").request("shop");
}
