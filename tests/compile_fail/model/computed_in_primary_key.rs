// A computed attribute in the primary key.

use dynaent::Entity;

fn length(text: &String) -> usize {
    text.len()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [length])]
struct Note {
    id: String,
    text: String,
    #[attr(watch = [text], on_write = length)]
    length: usize,
}

fn main() {
    let _ = Note::get().id("n1").length(1_usize).request("app");
}
