//! The items that errors are about.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use super::AttributeError;
use crate::{
    schema::IndexSchema,
    value::{Item, kind_of},
};

/// The primary key of an item, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKey {
    fields: Vec<(&'static str, String)>,
}

impl ItemKey {
    pub(crate) fn new(primary: &IndexSchema, pk: Option<&AttributeValue>, sk: Option<&AttributeValue>) -> Self {
        let text = |value: &AttributeValue| match value {
            AttributeValue::S(text) => format!("{text:?}"),
            AttributeValue::N(number) => number.clone(),
            other => kind_of(other).to_owned(),
        };
        let fields = primary.sides().map(|side| side.field).zip([pk, sk]);
        Self { fields: fields.filter_map(|(field, value)| value.map(|value| (field, text(value)))).collect() }
    }

    /// The key fields, by name, with their stored values written as in a Rust literal.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fields.iter().map(|(field, value)| (*field, value.as_str()))
    }
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fields.is_empty() {
            return f.write_str("(no key)");
        }
        for (number, (field, value)) in self.fields.iter().enumerate() {
            write!(f, "{}{field} {value}", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// The item as it is, which kept a write from being made. Its `item` reads it as an entity.
#[derive(Clone, PartialEq, Default)]
pub struct Current(pub(crate) Option<Box<Item>>);

impl Current {
    /// The item as it is stored.
    #[must_use]
    pub fn stored(&self) -> Option<&Item> {
        self.0.as_deref()
    }
}

impl fmt::Debug for Current {
    /// The names alone: values may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields: Vec<_> = self.0.iter().flat_map(|item| item.keys()).collect();
        fields.sort_unstable();
        f.debug_tuple("Current").field(&fields).finish()
    }
}

/// A stored item of the entity that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemError {
    /// The entity's name.
    pub entity: &'static str,
    /// The item's primary key.
    pub key: ItemKey,
    /// The attribute, and what is wrong with it.
    pub failed: Option<AttributeError>,
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the stored {} with {} cannot be read", self.entity, self.key)?;
        self.failed.as_ref().map_or(Ok(()), |failed| write!(f, ": {failed}"))
    }
}

impl std::error::Error for ItemError {}
