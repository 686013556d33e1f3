// Setters come before operators.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::upsert().id("1").name("Lamp").price(3).add(p.price, 1).price(3).request("shop");
}
