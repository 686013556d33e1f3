//! One entity: its identity, its attributes, its indexes.

use super::{AttributeSchema, Casing, IndexSchema};

/// What an entity is: its identity, its attributes and its indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntitySchema {
    /// The service the entity belongs to: the start of its partition keys.
    pub service: &'static str,
    /// The entity's name: part of its sort keys, and stored with each item.
    pub name: &'static str,
    /// The version of its model: part of its sort keys, and stored with each item.
    pub version: &'static str,
    /// The attributes in the order of the struct's fields.
    pub attributes: &'static [AttributeSchema],
    /// The indexes, the primary one first.
    pub indexes: &'static [IndexSchema],
}

impl EntitySchema {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        [service, name, version]: [&'static str; 3],
        attributes: &'static [AttributeSchema],
        indexes: &'static [IndexSchema],
    ) -> Self {
        Self { service, name, version, attributes, indexes }
    }

    /// Whether an attribute may be stored otherwise than it is given: it is a key that is cased.
    pub(crate) fn changes_attributes(&self) -> bool {
        let is_cased = |index: &IndexSchema| index.sides().any(|side| side.casing != Casing::None);
        self.attributes.iter().any(|attribute| attribute.is_key) && self.indexes.iter().any(is_cased)
    }

    /// The table's own key.
    #[must_use]
    pub const fn primary(&self) -> &IndexSchema {
        &self.indexes[0]
    }
}
