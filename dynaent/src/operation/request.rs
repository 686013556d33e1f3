//! From the SDK's errors to ours.

use std::error::Error as StdError;

use super::version::{Lock, conflicts};
use crate::{
    error::{Current, Error, ItemKey},
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

    /// An error of a write: of a failed condition, the item that is there tells which part of it failed.
    pub(super) fn refused<G: Guard>(
        self,
        table: &Table,
        error: impl Into<aws_sdk_dynamodb::Error>,
        key: ItemKey,
        conditional: bool,
        lock: &Lock,
    ) -> Error {
        let item = match error.into() {
            aws_sdk_dynamodb::Error::ConditionalCheckFailedException(failed) if conditional || G::EXISTS.is_some() => {
                failed.item.filter(|item| !item.is_empty())
            }
            other => return self.failed(table, other),
        };
        let (operation, entity) = (self.operation, self.schema.name);
        let conflict = conflicts(self.schema, *lock, item.as_ref());
        let is_there = item.is_some();
        let current = Current(item.map(Box::new));
        match G::EXISTS {
            Some(false) if is_there || !conditional => Error::AlreadyExists { entity, key, current },
            Some(true) if !is_there => Error::NotFound { operation, entity, key },
            _ if conflict => Error::Conflict { operation, entity, key, current },
            _ => Error::ConditionFailed { operation, entity, key, current },
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
