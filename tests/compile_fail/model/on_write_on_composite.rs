// A composite that would be changed on its way.

use dynaent::Entity;

fn loud(text: String) -> String {
    text.to_uppercase()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [])]
struct Note {
    id: String,
    #[attr(on_write = loud)]
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
