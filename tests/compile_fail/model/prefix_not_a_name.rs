// A prefix that makes no function's name.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1", prefix = "db-")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
