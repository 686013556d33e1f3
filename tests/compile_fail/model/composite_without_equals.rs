// No `=` before the composites.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk(composite [text]), sk = [])]
struct Note {
    id: String,
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::attributes().text;
}
