// A struct that is stored through serde.

use dynaent::Entity;

#[derive(serde::Serialize, serde::Deserialize)]
struct Audit {
    author: String,
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(flatten)]
    audit: Audit,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
