// What Dynaent keeps is not changed by others.

use dynaent::Entity;

fn later(made: u64) -> u64 {
    made + 1
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(created_at, on_write = later)]
    made: u64,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
