//! The filter that leaves out the items of other entities.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{condition::Node, operand::Term, place::Path};
use crate::schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD};

/// Keeps the items that are of the entity and its version.
pub(crate) fn ownership(schema: &EntitySchema) -> Node {
    let identifiers = [(ENTITY_FIELD, schema.name), (VERSION_FIELD, schema.version)];
    Node::all(
        identifiers.map(|(field, value)| {
            Node::equal(Path::field(field), Term::Value(Ok(AttributeValue::S(value.to_owned()))))
        }),
    )
}
