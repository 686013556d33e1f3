// Operators of an upsert come when every required attribute is set.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::upsert().id("1").subtract(p.price, 1).request("shop");
}
