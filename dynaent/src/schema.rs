//! What the derive macro knows about an entity, as plain static data: attributes, indexes, and the text around the
//! composites of each key.

mod attribute;
mod entity;
mod index;
mod key;

pub use self::{
    attribute::{AttributeSchema, Role, Watch},
    entity::{EntitySchema, Kept},
    index::{IndexKind, IndexSchema, Projection},
    key::{Casing, KeyComposite, KeyKind, KeySide, Padding, PartKind},
};

/// The stored attribute that names an item's entity, as ElectroDB writes it.
pub const ENTITY_FIELD: &str = "__edb_e__";

/// The stored attribute that holds the version of an item's model, as ElectroDB writes it.
pub const VERSION_FIELD: &str = "__edb_v__";
