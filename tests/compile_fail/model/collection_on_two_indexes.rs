// One collection on two indexes.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [day], sk = [id], collection = "days")]
#[index(by_text, gsi = "gsi2", pk = [text], sk = [id], collection = ["texts", "days"])]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
