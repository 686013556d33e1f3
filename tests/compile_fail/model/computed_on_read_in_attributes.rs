// What is computed when it is read has no handle.

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
    #[attr(watch = [text], on_read = length)]
    length: usize,
}

fn main() {
    let _ = Note::scan().filter(Note::attributes().length.gt(3_usize)).request("app");
}
