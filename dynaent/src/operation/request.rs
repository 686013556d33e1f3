//! From the SDK's errors to ours.

use std::error::Error as StdError;

use super::{call::Call, plan::Demand, version::conflicts};
use crate::{
    error::{Current, Error, ItemKey},
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
    /// What is sent, to the table itself.
    pub(super) const fn call(self) -> Call {
        Call { operation: self.operation, entity: self.schema.name, index: None }
    }

    /// An error of the SDK.
    pub(super) fn failed(self, table: &Table, error: impl Into<aws_sdk_dynamodb::Error>) -> Error {
        self.call().failed(table, error.into())
    }

    /// An error of a write: of a failed condition, the item that is there tells which part of it failed.
    pub(super) fn refused(
        self,
        table: &Table,
        error: impl Into<aws_sdk_dynamodb::Error>,
        key: ItemKey,
        demand: Demand,
    ) -> Error {
        let item = match error.into() {
            aws_sdk_dynamodb::Error::ConditionalCheckFailedException(failed) if demand.is_any() => failed.item,
            other => return self.failed(table, other),
        };
        let (refusal, current) = self.refusal(demand, item);
        let (operation, entity) = (self.operation, self.schema.name);
        match refusal {
            Refusal::Exists => Error::AlreadyExists { entity, key, current },
            Refusal::Absent => Error::NotFound { operation, entity, key },
            Refusal::Conflict => Error::Conflict { operation, entity, key, current },
            Refusal::Condition => Error::ConditionFailed { operation, entity, key, current },
        }
    }

    /// Which part of what a write demands does not hold of the item that is there.
    pub(super) fn refusal(self, demand: Demand, item: Option<Item>) -> (Refusal, Current) {
        let item = item.filter(|item| !item.is_empty());
        let conflict = conflicts(self.schema, demand.lock, item.as_ref());
        let is_there = item.is_some();
        let refusal = match demand.exists {
            Some(false) if is_there || !demand.conditional => Refusal::Exists,
            Some(true) if !is_there => Refusal::Absent,
            _ if conflict => Refusal::Conflict,
            _ => Refusal::Condition,
        };
        (refusal, Current(item.map(Box::new)))
    }

    /// The primary key in an item or a key map, for errors.
    pub(super) fn key_of(self, item: Option<&Item>) -> ItemKey {
        let primary = self.schema.primary();
        let value = |field| item.and_then(|item| item.get(field));
        ItemKey::new(primary, value(primary.pk.field), primary.sk.as_ref().and_then(|sk| value(sk.field)))
    }
}

/// Why a write was not made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Refusal {
    /// There is an item.
    Exists,
    /// There is none.
    Absent,
    /// The item has another version.
    Conflict,
    /// The condition does not hold.
    Condition,
}

/// An input that the SDK refuses to build.
pub(super) fn unbuilt(error: impl StdError + Send + Sync + 'static) -> Error {
    Error::setup(error)
}
