// A delete that must find an item, in a batch.

include!("../customer.rs");

fn main() {
    let _ = Product::batch_delete([Product::remove().id("1")]);
}
