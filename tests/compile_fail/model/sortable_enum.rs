// A sortable enum.

use dynaent::{Entity, KeyPart};

#[derive(KeyPart)]
enum Status {
    Open,
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [day], sk = [status])]
struct Note {
    id: String,
    day: String,
    #[attr(sortable)]
    status: Status,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
}
