// What Dynaent keeps is not computed.

use dynaent::Entity;

fn length(text: &String) -> u64 {
    text.len() as u64
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(updated_at, watch = [text], on_write = length)]
    changed: u64,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
