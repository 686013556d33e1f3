// A keyword as the name of an access pattern.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(type, gsi = "gsi1", pk = [text], sk = [])]
struct Note {
    id: String,
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::attributes().text;
}
