//! What derived code refers to. Not part of the public API: it changes with any release.

mod builders;

use crate::error::{AttributeError, AttributeProblem, Error};

pub use self::builders::{Answering, Given, IsSet, WholeKey, Writes, read_all, read_first, read_page};
pub use crate::{
    __builders as builders,
    cursor::StartAfter,
    entity::{Entity, ItemReader, ItemWriter, decode},
    error::Result,
    expression::{Assign, Attr, Optional, PrimaryKey, ReadOnly, Required},
    key::{KeyPart, PartOf},
    operation::{
        Always, Consistent, Delete, Get, Global, IfAbsent, IfExists, KeyOperation, New, Old, Put, Query, Ready, Scan,
        SortKey, Strong, Update, Upsert,
    },
    page::Page,
    schema::{AttributeSchema, Casing, EntitySchema, IndexKind, IndexSchema, KeyComposite, KeySide},
    table::Table,
    value::{Codec, Item, Pick, PickSerde, PickUnstorable, PickValue, Value, ValueError},
};
pub use aws_sdk_dynamodb::{operation::query::QueryInput, types::AttributeValue};

/// Fills in the model's default where a builder has no value.
pub fn or_default<T>(
    value: &mut Option<T>,
    attribute: usize,
    defaulted: &mut dyn FnMut(usize),
    default: impl FnOnce() -> T,
) {
    value.get_or_insert_with(|| {
        defaulted(attribute);
        default()
    });
}

/// The error of a builder that lacks a value, which its type rules out.
#[cold]
pub fn incomplete(schema: &EntitySchema) -> Error {
    let required = schema.attributes.iter().filter(|attribute| attribute.required && !attribute.default);
    let missing =
        |attribute: &AttributeSchema| AttributeError { attribute: attribute.name, problem: AttributeProblem::Missing };
    Error::Attributes { entity: schema.name, failed: required.map(missing).collect() }
}
