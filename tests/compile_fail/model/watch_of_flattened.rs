// A flattened document is not watched.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, Document)]
struct Audit {
    author: String,
}

fn by(audit: &Audit) -> String {
    audit.author.clone()
}

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Note {
    id: String,
    text: String,
    #[attr(flatten)]
    audit: Audit,
    #[attr(watch = [audit], on_write = by)]
    by: String,
}

fn main() {
    let _ = Note::get().id("n1").request("app");
    let _ = Note::patch().id("n1").set(Note::attributes().text, "ho").request("app");
}
