// A computed expiry time of the wrong type.

use dynaent::Entity;

fn twice(text: &String) -> String {
    text.repeat(2)
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(watch = [text], on_write = twice, ttl)]
    expires: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
