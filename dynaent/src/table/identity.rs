//! What tells one item from another: its table, and its primary key.

use std::{fmt::Write, sync::Arc};

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    schema::EntitySchema,
    value::{Item, canonical_number},
};

/// An item's table and primary key, as one text. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Identity(Arc<str>);

impl Identity {
    /// That of an item, or of its key. DynamoDB may write a number otherwise than it was given.
    pub(crate) fn of(table: &str, schema: &'static EntitySchema, item: &Item) -> Self {
        let mut text = String::with_capacity(64);
        part(&mut text, 'T', table);
        for (field, _) in schema.primary().fields(schema) {
            match item.get(field) {
                Some(AttributeValue::S(value)) => part(&mut text, 'S', value),
                Some(AttributeValue::N(number)) => match canonical_number(number) {
                    Some(number) => part(&mut text, 'N', &number),
                    None => part(&mut text, 'N', number),
                },
                _ => part(&mut text, '-', ""),
            }
        }
        Self(text.into())
    }
}

/// The length goes before the text, so that no text can pass for two.
fn part(text: &mut String, kind: char, value: &str) {
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{kind}{}:{value}", value.len());
}
