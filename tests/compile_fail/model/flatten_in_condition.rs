// A flattened document decides about an index.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Audit {
    author: String,
    reason: Option<String>,
}

fn is_open(_: &Audit) -> bool {
    true
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [], condition(is_open, of = [audit]))]
struct Note {
    id: String,
    text: String,
    #[attr(flatten)]
    audit: Audit,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
