// An entity is a struct.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
enum Note {
    Short(String),
    Long(String),
}

fn main() {
    let _ = Note::scan();
}
