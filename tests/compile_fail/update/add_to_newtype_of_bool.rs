// Nothing is added to a newtype of a boolean.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::patch().id("1").add(o.flag, Flag(true)).request("shop");
}
