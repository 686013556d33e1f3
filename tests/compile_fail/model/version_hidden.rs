// The version is read.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(version, hidden)]
    revision: Option<u32>,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
