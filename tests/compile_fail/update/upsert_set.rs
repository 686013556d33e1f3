// An upsert is given values by setters.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::upsert().id("1").name("Lamp").price(3).set(p.price, 1).request("shop");
}
