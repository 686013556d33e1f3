// A struct without fields has no attributes.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note;

fn main() {
    let _ = Note::scan();
}
