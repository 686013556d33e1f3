// A text for an enum.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.status.eq("Open")).request("shop");
}
