// An entity is a struct.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
union Note {
    id: u32,
    text: u64,
}

fn main() {}
