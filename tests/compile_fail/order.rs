// The model of the cases about newtypes and enums in `condition` and `update`.

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
