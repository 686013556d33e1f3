// A projection of the table.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [], projection = keys_only)]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
