//! From the SDK's errors to ours.

use std::error::Error as StdError;

use super::call::Call;
use crate::{
    error::{Error, ItemKey},
    schema::EntitySchema,
    table::Table,
    value::Item,
};

/// What is being done to which entity, for errors.
#[derive(Debug, Clone, Copy)]
pub(in crate::operation) struct Request {
    pub(in crate::operation) operation: &'static str,
    pub(in crate::operation) schema: &'static EntitySchema,
}

impl Request {
    /// What is sent, to the table itself.
    pub(in crate::operation) const fn call(self) -> Call {
        Call { operation: self.operation, entity: self.schema.name, index: None }
    }

    /// An error of the SDK.
    pub(in crate::operation) fn failed(self, table: &Table, error: impl Into<aws_sdk_dynamodb::Error>) -> Error {
        self.call().failed(table, error.into())
    }

    /// The primary key in an item or a key map, for errors.
    pub(in crate::operation) fn key_of(self, item: Option<&Item>) -> ItemKey {
        ItemKey::of(item, self.schema)
    }
}

/// An input that the SDK refuses to build.
pub(in crate::operation) fn unbuilt(error: impl StdError + Send + Sync + 'static) -> Error {
    Error::setup(error)
}
