// The time of change in the primary key.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [changed])]
struct Note {
    id: String,
    text: String,
    #[attr(updated_at)]
    changed: u64,
}

fn main() {
    let _ = Note::get().id("n1").changed(1_u64).request("app");
}
