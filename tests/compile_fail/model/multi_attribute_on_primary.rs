// A multi-attribute key of the table.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, multi_attribute, pk = [id], sk = [day])]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").day("d").request("app");
}
