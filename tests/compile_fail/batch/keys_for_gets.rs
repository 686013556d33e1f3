// Ids where gets belong.

include!("../customer.rs");

fn main() {
    let _ = Product::batch_get(["1", "2"]);
}
