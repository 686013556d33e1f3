//! What the derive macro knows about an entity, as plain static data: attributes, indexes, and the text around the
//! composites of each key.

mod attribute;
mod entity;
mod index;

pub use self::{
    attribute::AttributeSchema,
    entity::EntitySchema,
    index::{Casing, IndexKind, IndexSchema, KeyComposite, KeySide},
};

/// The stored attribute that names an item's entity, as ElectroDB writes it.
pub const ENTITY_FIELD: &str = "__edb_e__";

/// The stored attribute that holds the version of an item's model, as ElectroDB writes it.
pub const VERSION_FIELD: &str = "__edb_v__";
