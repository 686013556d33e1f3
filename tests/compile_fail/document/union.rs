// A document is a struct.

use dynaent::{Document, Entity};

#[derive(Clone, Copy, Document)]
union Address {
    floor: u32,
    number: f32,
}

#[derive(Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Customer {
    id: String,
    address: Address,
}

fn main() {
    let _ = Customer::get().id("1").request("shop");
}
