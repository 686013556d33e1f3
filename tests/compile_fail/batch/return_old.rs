// A batch does not tell what was there.

use dynaent::BatchWrite;

include!("../customer.rs");

fn main() {
    let _ = BatchWrite::new().item(Product::put().id("1").name("Lamp").price(2_u32).return_old());
}
