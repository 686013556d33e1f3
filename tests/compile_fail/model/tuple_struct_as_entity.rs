// Fields without names cannot be attributes.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note(String, String);

fn main() {
    let _ = Note::scan();
}
