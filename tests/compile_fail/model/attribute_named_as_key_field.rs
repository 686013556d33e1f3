// As before, by its own name.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    pk: String,
}

fn main() {}
