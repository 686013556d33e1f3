// A create, whose condition a batch cannot check.

use dynaent::BatchWrite;

include!("../customer.rs");

fn main() {
    let _ = BatchWrite::new().item(Product::create().id("1").name("Lamp").price(2_u32));
}
