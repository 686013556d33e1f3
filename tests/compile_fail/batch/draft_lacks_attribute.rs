// A put that lacks an attribute.

use dynaent::BatchWrite;

include!("../customer.rs");

fn main() {
    let _ = BatchWrite::new().item(Product::put().id("1").name("Lamp"));
}
