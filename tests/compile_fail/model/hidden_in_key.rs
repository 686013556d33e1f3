// A hidden attribute in a key, which anyone reads.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_secret, gsi = "gsi1", pk = [secret], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(hidden)]
    secret: Option<String>,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
