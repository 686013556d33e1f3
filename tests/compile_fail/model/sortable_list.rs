// A sortable list.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [day], sk = [rank])]
struct Note {
    id: String,
    day: String,
    #[attr(sortable)]
    rank: Vec<u32>,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
