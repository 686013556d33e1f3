// Padding of an attribute that is a key field.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(field = "day", composite = [day]), sk(field = "likes", composite = [likes]))]
struct Note {
    id: String,
    text: String,
    day: String,
    #[attr(padding(5, "0"))]
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
