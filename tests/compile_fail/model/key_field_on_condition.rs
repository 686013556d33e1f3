// A condition of keys that are attributes.

use dynaent::Entity;

fn is_open(_day: &str, _likes: &u32) -> bool {
    true
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(field = "day", composite = [day]), sk(field = "likes", composite = [likes]), condition = is_open)]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
