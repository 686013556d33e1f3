// An entity's keys and attributes are fixed.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note<T> {
    id: String,
    text: T,
}

fn main() {
    let _ = Note::<String>::scan();
}
