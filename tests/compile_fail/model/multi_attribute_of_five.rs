// A multi-attribute key of five attributes.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", multi_attribute, pk = [a, b, c, d, e], sk = [id])]
struct Note {
    id: String,
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
