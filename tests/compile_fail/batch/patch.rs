// A change of an item in a batch.

use dynaent::BatchWrite;

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = BatchWrite::new().item(Product::patch().id("1").set(p.name, "Lamp"));
}
