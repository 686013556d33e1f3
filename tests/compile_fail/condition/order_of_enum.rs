// The order of an enum's variants is not that of their names.

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
    let _ = Order::scan().filter(o.status.gt(Status::Open)).request("shop");
}
