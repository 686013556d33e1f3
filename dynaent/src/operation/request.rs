//! From the SDK's errors to ours.

use std::error::Error as StdError;

use crate::{
    error::{Error, ItemKey},
    operation::Guard,
    schema::EntitySchema,
    table::Table,
    value::Item,
};

/// What is being done to which entity, for errors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request {
    pub(super) operation: &'static str,
    pub(super) schema: &'static EntitySchema,
}

impl Request {
    /// An error of the SDK.
    pub(super) fn failed(self, table: &Table, error: impl Into<aws_sdk_dynamodb::Error>) -> Error {
        let source = Box::new(error.into());
        Error::Request { operation: self.operation, entity: self.schema.name, table: table.name().to_owned(), source }
    }

    /// An error of a guarded write: a failed condition is the guard's own error.
    pub(super) fn refused<G: Guard>(
        self,
        table: &Table,
        error: impl Into<aws_sdk_dynamodb::Error>,
        key: ItemKey,
    ) -> Error {
        match error.into() {
            aws_sdk_dynamodb::Error::ConditionalCheckFailedException(_) if G::FUNCTION.is_some() => {
                G::refusal(self.operation, self.schema.name, key)
            }
            other => self.failed(table, other),
        }
    }

    /// The primary key in an item or a key map, for errors.
    pub(super) fn key_of(self, item: Option<&Item>) -> ItemKey {
        let primary = self.schema.primary();
        let value = |field| item.and_then(|item| item.get(field));
        ItemKey::new(primary, value(primary.pk.field), primary.sk.as_ref().and_then(|sk| value(sk.field)))
    }
}

/// An input that the SDK refuses to build.
pub(super) fn unbuilt(error: impl StdError + Send + Sync + 'static) -> Error {
    Error::setup(error)
}
