// The order of an enum's variants is not that of their names.

include!("../order.rs");

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.status.gt(Status::Open)).request("shop");
}
