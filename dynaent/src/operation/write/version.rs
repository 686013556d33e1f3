//! Optimistic locking: the `version` of an item, which every write checks and advances.

use aws_sdk_dynamodb::types::AttributeValue;

use super::known::{Known, is};
use crate::{entity::Entity, expression::Node, schema::EntitySchema, value::Item};

/// What a write demands of the version of the item that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::operation) enum Lock {
    /// Nothing.
    Open,
    /// That it is this one: 0 is that of an item without.
    At(u64),
}

/// Advances the version of an entity that is about to be written: from that with which it was read, or from none if the
/// item is to be `new`.
pub(super) fn advance<E: Entity>(entity: &mut E, new: bool) -> Lock {
    let Some(version) = entity.version_mut() else { return Lock::Open };
    let read = if new { 0 } else { version.number() };
    version.set_number(read.saturating_add(1));
    if new { Lock::Open } else { Lock::At(read) }
}

/// A condition, and that the version is the expected one.
pub(super) fn with(schema: &'static EntitySchema, condition: Option<Node>, lock: &Lock) -> Option<Node> {
    let Some(expected) = expected(schema, *lock) else { return condition };
    Some(Node::all(condition.into_iter().chain([expected])))
}

/// That the version is the expected one.
fn expected(schema: &'static EntitySchema, lock: Lock) -> Option<Node> {
    let (Some(position), Lock::At(version)) = (schema.kept.version, lock) else { return None };
    Some(is(schema, position, (version > 0).then(|| AttributeValue::N(version.to_string()))))
}

/// What a write demands that knows something of the item: its version, which changes with all else, or what the write
/// depends on.
pub(super) fn demands(schema: &'static EntitySchema, known: Known) -> (Lock, Vec<Node>) {
    let lock = schema.kept.version.map_or(Lock::Open, |position| of(&known, position));
    match expected(schema, lock) {
        // What an index does not hold is no absence, of which the version does not tell.
        Some(expected) => (lock, std::iter::once(expected).chain(known.absences_relied_on(schema)).collect()),
        None => (lock, known.relied_on(schema).collect()),
    }
}

/// Whether an item, or its absence, is not what the lock demands.
pub(in crate::operation) fn conflicts(schema: &EntitySchema, lock: Lock, current: Option<&Item>) -> bool {
    let (Some(position), Lock::At(expected)) = (schema.kept.version, lock) else { return false };
    let version = current.and_then(|item| item.get(schema.attributes[position].field));
    let version = match version {
        Some(AttributeValue::N(number)) => number.parse().unwrap_or(u64::MAX),
        Some(_) => u64::MAX,
        None => 0,
    };
    version != expected
}

/// The version, if it is known.
fn of(known: &Known, position: usize) -> Lock {
    match known.get(position) {
        Some(AttributeValue::N(number)) => number.parse().map_or(Lock::Open, Lock::At),
        _ if known.has(position) => Lock::At(0),
        _ => Lock::Open,
    }
}
