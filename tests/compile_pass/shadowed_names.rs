//! Types of the user's with the names of the prelude's, in scope beside an entity.

#![allow(dead_code)]

use dynaent::Entity;

macro_rules! shadows {
    ($($name:ident)*) => {$(
        /// Not the prelude's.
        pub struct $name;
    )*};
}

shadows!(Option Result String Vec Box Some None Ok Err);
shadows!(Default Clone Copy Send Sync Sized Fn FnMut FnOnce From Into Iterator AsRef Drop Table Query);

/// Not std's.
pub mod core {}
/// Not std's.
pub mod std {}
/// Not the library.
pub mod dynaent_ {}

/// A note.
#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_rank, gsi = "gsi1", pk = [rank], sk = [id])]
pub struct Note {
    /// A required attribute.
    pub id: ::std::string::String,
    /// An optional attribute in a key.
    pub rank: ::core::option::Option<u32>,
    /// A default.
    #[attr(default)]
    pub likes: u64,
    /// A read-only list.
    #[attr(read_only)]
    pub tags: ::std::vec::Vec<::std::string::String>,
}

#[test]
fn the_preludes_are_meant() {
    let note = Note::create().id("n1").rank(3).tags(::std::vec![]);
    assert!(note.request("app").is_ok());
    assert!(Note::query().by_rank().rank(3).id("n1").request("app").is_ok());
}
