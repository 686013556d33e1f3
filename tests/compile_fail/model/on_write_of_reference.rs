// A function that takes a reference, not the value.

use dynaent::Entity;

fn loud(text: &str) -> String {
    text.to_uppercase()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    #[attr(on_write = loud)]
    text: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
