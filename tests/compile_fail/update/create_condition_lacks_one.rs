// A condition comes when every required attribute is set.

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = Product::create().id("1").name("Lamp").condition(p.price.gt(1)).request("shop");
}
