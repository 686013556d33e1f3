//! What a write demands of the item that is there already.

use crate::{
    error::{Error, ItemKey},
    expression::Placeholders,
    schema::EntitySchema,
};

/// Whether a write goes ahead: always, only where no item is, or only where one is.
pub trait Guard: 'static {
    #[doc(hidden)]
    const FUNCTION: Option<&'static str>;

    #[doc(hidden)]
    fn refusal(operation: &'static str, entity: &'static str, key: ItemKey) -> Error;
}

/// The write goes ahead whatever is there: `put`, `update`, `delete`.
#[derive(Debug, Clone, Copy)]
pub enum Always {}

/// The write goes ahead only where no item is: `create`.
#[derive(Debug, Clone, Copy)]
pub enum IfAbsent {}

/// The write goes ahead only where an item is: `patch`, `remove`.
#[derive(Debug, Clone, Copy)]
pub enum IfExists {}

impl Guard for Always {
    const FUNCTION: Option<&'static str> = None;

    fn refusal(operation: &'static str, entity: &'static str, key: ItemKey) -> Error {
        Error::NotFound { operation, entity, key }
    }
}

impl Guard for IfAbsent {
    const FUNCTION: Option<&'static str> = Some("attribute_not_exists(");

    fn refusal(_: &'static str, entity: &'static str, key: ItemKey) -> Error {
        Error::AlreadyExists { entity, key }
    }
}

impl Guard for IfExists {
    const FUNCTION: Option<&'static str> = Some("attribute_exists(");

    fn refusal(operation: &'static str, entity: &'static str, key: ItemKey) -> Error {
        Error::NotFound { operation, entity, key }
    }
}

/// The guard's condition. Every item has a partition key, so that one field tells whether there is one.
pub(super) fn condition<G: Guard>(schema: &EntitySchema, placeholders: &mut Placeholders) -> Option<String> {
    let mut condition = String::with_capacity(32);
    condition.push_str(G::FUNCTION?);
    placeholders.name(&mut condition, schema.primary().pk.field);
    condition.push(')');
    Some(condition)
}
