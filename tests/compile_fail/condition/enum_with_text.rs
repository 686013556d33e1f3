// A text for an enum.

use dynaent::{Entity, KeyPart};

#[derive(Debug, Clone, PartialEq, KeyPart)]
struct Flag(bool);

#[derive(Debug, Clone, PartialEq, KeyPart)]
enum Status {
    Open,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Order {
    id: String,
    flag: Flag,
    status: Status,
}

fn main() {
    let o = Order::attributes();
    let _ = Order::scan().filter(o.status.eq("Open")).request("shop");
}
