// Puts where items belong.

include!("../customer.rs");

fn main() {
    let _ = Product::batch_put([Product::put().id("1").name("Lamp").price(2_u32)]);
}
