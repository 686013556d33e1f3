// A create subtracts nothing.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::create().id("1").name("Lamp").price(3).subtract(p.price, 1).request("shop");
}
