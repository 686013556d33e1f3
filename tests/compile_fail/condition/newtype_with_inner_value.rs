// The value inside a newtype.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.flag.eq(true)).request("shop");
}
