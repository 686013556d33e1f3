// What is hidden is not there when an item is read.

use dynaent::Entity;

fn length(secret: Option<&String>) -> usize {
    secret.map_or(0, String::len)
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(hidden)]
    secret: Option<String>,
    #[attr(watch = [secret], on_read = length)]
    length: usize,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
