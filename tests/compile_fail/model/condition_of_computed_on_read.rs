// A condition of what is not stored.

use dynaent::Entity;

fn length(text: &String) -> usize {
    text.len()
}

fn is_long(length: &usize) -> bool {
    *length > 3
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [], condition(is_long, of = [length]))]
struct Note {
    id: String,
    text: String,
    #[attr(watch = [text], on_read = length)]
    length: usize,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
