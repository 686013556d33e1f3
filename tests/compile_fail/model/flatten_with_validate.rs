// A flattened document is not checked as a whole.

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
    #[attr(flatten, validate = check)]
    audit: Audit,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
