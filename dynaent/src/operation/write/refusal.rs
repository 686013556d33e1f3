//! Why a write was refused: what the item that is there tells of its condition.

use super::{plan::Demand, version::conflicts};
use crate::{
    error::{Current, Error, ItemKey},
    operation::send::request::Request,
    table::Table,
    value::Item,
};

/// Why a write was not made.
#[derive(Debug, Clone, Copy)]
pub(in crate::operation) enum Refusal {
    /// There is an item.
    Exists,
    /// There is none.
    Absent,
    /// The item has another version.
    Conflict,
    /// The condition does not hold.
    Condition,
}

impl Request {
    /// An error of a write: of a failed condition, the item that is there tells which part of it failed.
    pub(in crate::operation) fn refused(
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
    pub(in crate::operation) fn refusal(self, demand: Demand, item: Option<Item>) -> (Refusal, Current) {
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
}
