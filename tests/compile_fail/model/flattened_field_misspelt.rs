// A field that the flattened document does not have.

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
    let _ = Note::scan().filter(Note::attributes().audit.auther.eq("x")).request("app");
}
