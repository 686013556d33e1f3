// A flattened document that is fixed.

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
    #[attr(flatten, read_only)]
    audit: Audit,
}

fn main() {
    let _ = Note::patch().id("n1").set(Note::attributes().audit.author, "x").request("app");
}
