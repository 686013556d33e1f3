// An index that lacks the version.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [id], projection = include(text))]
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
