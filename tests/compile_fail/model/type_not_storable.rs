// A type that neither Dynaent nor serde can store.

use dynaent::Entity;

struct Color(u8);

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    color: Option<Color>,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
