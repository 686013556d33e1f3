// A wrong key part that an entity uses: the entity is not reported as well.

use dynaent::{Entity, KeyPart};

#[derive(KeyPart)]
enum Status {
    Open,
    Closed(String),
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_status, gsi = "gsi1", pk = [status], sk = [id])]
struct Note {
    id: String,
    status: Status,
}

fn main() {
    let _ = Note::query().by_status().status(Status::Open).request("app");
}
