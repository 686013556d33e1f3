// A condition of no field.

use dynaent::Entity;

fn is_open(_day: &str) -> bool {
    true
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [day], sk = [], condition(is_open, of = [dya]))]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
