// A newtype of a boolean has no order, as the boolean.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.flag.gt(Flag(false))).request("shop");
}
