// A version in an index, which could not follow.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_revision, gsi = "gsi1", pk = [text], sk = [revision])]
struct Note {
    id: String,
    text: String,
    #[attr(version)]
    revision: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
