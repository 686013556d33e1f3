// A clustered index whose sort key is an attribute.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [id], sk(field = "likes", composite = [likes]), clustered)]
struct Note {
    id: String,
    text: String,
    day: String,
    likes: u32,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
