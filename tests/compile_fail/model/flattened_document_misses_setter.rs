// A flattened document is given as a whole.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Audit {
    author: String,
    reason: Option<String>,
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(flatten)]
    audit: Audit,
}

fn main() {
    let _ = Note::create().id("n1").text("hi").request("app");
}
