// A version in the primary key.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [revision])]
struct Note {
    id: String,
    text: String,
    #[attr(version)]
    revision: u32,
}

fn main() {
    let _ = Note::get().id("n1").revision(1_u32).request("app");
}
