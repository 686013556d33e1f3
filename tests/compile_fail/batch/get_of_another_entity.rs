// A get of another entity.

include!("../customer.rs");

fn main() {
    let _ = Product::batch_get([Customer::get().shop("s").id("1")]);
}
