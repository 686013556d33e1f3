// The path of the library in quotes, as serde has it.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1", crate = "dynaent")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
