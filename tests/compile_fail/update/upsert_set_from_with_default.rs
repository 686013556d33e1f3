// An upsert begins with what the model says of a new item: an operator with a default of its own is for updates.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::upsert().id("1").name("Lamp").price(3).set_from_with_default(p.name, p.id, "none");
}
