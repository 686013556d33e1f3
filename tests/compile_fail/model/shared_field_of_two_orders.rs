// A key field with its attributes in two orders.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(field = "k1", composite = [day, text]), sk = [id])]
#[index(by_text, gsi = "gsi2", pk(field = "k1", composite = [text, day]), sk = [id])]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
