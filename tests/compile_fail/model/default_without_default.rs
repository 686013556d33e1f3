// `default` on a type that has none.

use dynaent::Entity;

#[derive(serde::Serialize, serde::Deserialize)]
enum Color {
    Red,
    Green,
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(default)]
    color: Color,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
