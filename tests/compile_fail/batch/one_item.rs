// One item where many belong.

include!("../customer.rs");

fn main() {
    let lamp = Product { id: "1".into(), name: "Lamp".into(), price: 2 };
    let _ = Product::batch_put(lamp);
}
