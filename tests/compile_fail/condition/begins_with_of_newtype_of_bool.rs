// The beginning of a newtype of a boolean.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.flag.begins_with("t")).request("shop");
}
