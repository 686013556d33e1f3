//! What derived code refers to. Not part of the public API: it changes with any release.

mod builders;

use crate::error::{AttributeError, AttributeProblem, Error};

pub use self::builders::{Answering, Given, IsSet, WholeKey, Writes};
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
pub use aws_sdk_dynamodb::{
    operation::{
        delete_item::DeleteItemInput, get_item::GetItemInput, query::QueryInput, update_item::UpdateItemInput,
    },
    types::AttributeValue,
};

/// A builder's value, or the model's default.
pub fn or_default<T>(
    value: Option<T>,
    attribute: usize,
    defaulted: &mut dyn FnMut(usize),
    default: impl FnOnce() -> T,
) -> T {
    value.unwrap_or_else(|| {
        defaulted(attribute);
        default()
    })
}

/// A builder's value. The builder's type guarantees that it is there.
pub fn given<E: Entity, T>(value: Option<T>, attribute: usize) -> Result<T> {
    let missing =
        || AttributeError { attribute: E::SCHEMA.attributes[attribute].name, problem: AttributeProblem::Missing };
    value.ok_or_else(|| Error::Attributes { entity: E::SCHEMA.name, failed: vec![missing()] })
}
