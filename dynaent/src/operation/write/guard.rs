//! What a write demands of the item that is there already.

use aws_sdk_dynamodb::types::ReturnValuesOnConditionCheckFailure;

use crate::{
    error::Result,
    expression::{self, Node, Placeholders},
    schema::EntitySchema,
};

/// Whether a write goes ahead: always, only where no item is, or only where one is.
pub trait Guard: 'static {
    /// What there must be: an item, none, or either.
    #[doc(hidden)]
    const EXISTS: Option<bool>;
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
    const EXISTS: Option<bool> = None;
}

impl Guard for IfAbsent {
    const EXISTS: Option<bool> = Some(false);
}

impl Guard for IfExists {
    const EXISTS: Option<bool> = Some(true);
}

/// The condition of a write: its guard, and whatever else must hold, which cannot weaken it. Every item has a partition
/// key, so that one field tells whether there is one.
pub(in crate::operation) fn condition<G: Guard>(
    schema: &'static EntitySchema,
    others: Option<Node>,
    placeholders: &mut Placeholders,
) -> Result<Option<String>> {
    let field = schema.primary().pk.field;
    match (G::EXISTS, others) {
        (Some(exists), None) => {
            let mut condition = String::with_capacity(32);
            condition.push_str(if exists { "attribute_exists(" } else { "attribute_not_exists(" });
            placeholders.name(&mut condition, field);
            condition.push(')');
            Ok(Some(condition))
        }
        (None, None) => Ok(None),
        (Some(exists), Some(others)) => {
            expression::condition(Node::all([Node::exists(field, exists), others]), schema, placeholders)
        }
        (None, Some(others)) => expression::condition(others, schema, placeholders),
    }
}

/// Whether a failed condition is to tell the item that is there. A guard that there be one has none to tell.
pub(super) fn on_failure<G: Guard>(others: bool) -> Option<ReturnValuesOnConditionCheckFailure> {
    (others || G::EXISTS == Some(false)).then_some(ReturnValuesOnConditionCheckFailure::AllOld)
}
