//! An entity with functions of its own that are named like verbs.

use dynaent::Entity;

/// A note.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Note", version = "1", prefix = "db_")]
#[index(primary, pk = [id], sk = [])]
pub struct Note {
    /// The id.
    pub id: String,
}

impl Note {
    /// A function of the user's.
    #[must_use]
    pub fn get(&self) -> &str {
        &self.id
    }

    /// Another.
    #[must_use]
    pub fn create(id: &str) -> Self {
        Self { id: id.to_owned() }
    }
}

#[test]
fn both_are_there() {
    let note = Note::create("n1");
    assert!(Note::db_get().id(note.get()).request("app").is_ok());
    assert!(Note::db_query().primary().id("n1").request("app").is_ok());
    assert_eq!(Note::db_attributes().id.schema().name, "id");
}
