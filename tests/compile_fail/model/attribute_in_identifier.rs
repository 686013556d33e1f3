// An attribute is stored where every item has its entity's name.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    #[attr(field = "__edb_e__")]
    text: String,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
    let _ = Note::query().primary().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
