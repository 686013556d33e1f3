//! The filters that leave out the items of other entities.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    condition::{Function, Node},
    operand::Term,
    place::Path,
};
use crate::{
    key::dangling,
    schema::{ENTITY_FIELD, EntitySchema, KeyKind, KeySide, VERSION_FIELD},
};

/// Keeps the items that are of the entity and its version, of those in the partitions of its service.
pub(crate) fn ownership(schema: &EntitySchema) -> Node {
    let identifiers = [(ENTITY_FIELD, schema.name), (VERSION_FIELD, schema.version)];
    Node::all(identifiers.map(|(field, value)| Node::equal(Path::field(field), text(value.to_owned()))))
}

/// Keeps the items that are of the entity, of all in a table: as in ElectroDB, the beginnings of the table's key tell the
/// service. Where items lack what tells their entity, the sort key does, as far as a beginning can.
pub(crate) fn ownership_in_table(schema: &EntitySchema, identified: bool) -> Node {
    let primary = schema.primary();
    let sk = primary.sk.as_ref().filter(|_| !identified);
    let begins = std::iter::once(&primary.pk).chain(sk).filter_map(begins_as_ours);
    Node::all(begins.chain(identified.then(|| ownership(schema))))
}

/// A key begins as those of the entity do, if theirs begin with something.
fn begins_as_ours(side: &KeySide) -> Option<Node> {
    let beginning = Some(dangling(side)).filter(|key| side.kind == KeyKind::Text && !key.is_empty())?;
    Some(Node::Function(Function::BeginsWith, Path::field(side.field), Some(text(beginning))))
}

const fn text(text: String) -> Term {
    Term::Value(Ok(AttributeValue::S(text)))
}
