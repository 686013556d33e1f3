// A flattened document is set field by field.

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
    let audit = Audit { author: "me".into(), reason: None };
    let _ = Note::patch().id("n1").set(Note::attributes().audit, audit).request("app");
}
