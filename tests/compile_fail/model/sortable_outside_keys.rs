// A sortable text in no key.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    #[attr(sortable)]
    rank: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
