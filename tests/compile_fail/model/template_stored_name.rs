// A template that names a field as it is stored.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1", rename_all = "camelCase")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk(template = "DAY#${createdOn}"), sk = [id])]
struct Note {
    id: String,
    created_on: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
