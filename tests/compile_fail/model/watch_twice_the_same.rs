// A field that is named twice.

use dynaent::Entity;

fn length(text: &String) -> usize {
    text.len()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(watch = [text, text], on_write = length)]
    length: usize,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
