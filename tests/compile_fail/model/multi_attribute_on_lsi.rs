// A multi-attribute key of a local index.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [text])]
#[index(by_day, lsi = "lsi1", multi_attribute, pk = [id], sk = [day])]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").text("d").request("app");
}
