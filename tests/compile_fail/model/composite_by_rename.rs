// A composite is given by the attribute's new name; it goes by its field's.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [noteID], sk = [])]
struct Note {
    #[attr(rename = "noteID")]
    id: String,
    text: String,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
