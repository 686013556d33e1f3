// The version that is read is the one that is checked.

use dynaent::Entity;

fn next(revision: u32) -> u32 {
    revision + 1
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(version, on_read = next)]
    revision: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
