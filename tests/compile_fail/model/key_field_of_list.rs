// A list that is a key field.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(field = "tags", composite = [tags]), sk = [id])]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
    tags: Vec<String>,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
