// A composite of the partition key stands among those of the sort key, where it cannot tell items apart.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [text, id])]
struct Note {
    id: String,
    text: String,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
