// An attribute that is computed from a computed one.

use dynaent::Entity;

fn length(text: &String) -> usize {
    text.len()
}

fn double(length: &usize) -> usize {
    length * 2
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(watch = [text], on_write = length)]
    length: usize,
    #[attr(watch = [length], on_write = double)]
    double: usize,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
