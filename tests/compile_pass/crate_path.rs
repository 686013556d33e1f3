//! The library under another name, as a facade crate would export it.

/// What a facade exports.
pub mod facade {
    pub use dynaent as modelling;
}

/// A key part.
#[derive(Debug, Clone, Copy, PartialEq, facade::modelling::KeyPart)]
#[key_part(crate = crate::compile_pass::crate_path::facade::modelling)]
pub enum Status {
    /// Open.
    Open,
}

/// A note.
#[derive(facade::modelling::Entity)]
#[entity(service = "app", name = "Note", version = "1", crate = super::crate_path::facade::modelling)]
#[index(primary, pk = [id], sk = [status])]
pub struct Note {
    /// The id.
    pub id: String,
    /// The status.
    pub status: Status,
}

#[test]
fn the_path_may_be_relative() {
    assert!(Note::get().id("n1").status(Status::Open).request("app").is_ok());
}
