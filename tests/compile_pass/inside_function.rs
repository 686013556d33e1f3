//! An entity in the body of a function, beside types that only that body knows.

#[test]
fn a_body_may_hold_an_entity() {
    use dynaent::{Entity, KeyPart};

    #[derive(Debug, Clone, PartialEq, KeyPart)]
    struct Id(u64);

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_text, gsi = "gsi1", pk = [text], sk = [id])]
    struct Note {
        id: Id,
        text: String,
    }

    let note = Note { id: Id(1), text: "hi".into() };
    assert!(Note::put().item(note.clone()).request("app").is_ok());
    assert!(Note::query().by_text().text(&note.text).id(note.id).request("app").is_ok());
}
