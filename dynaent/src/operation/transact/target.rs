//! The items that a transaction is about.

use std::collections::HashMap;

use crate::{
    error::{Error, ItemKey, Result, TransactionItem, TransactionProblem},
    operation::{
        send::{call::Call, request::Request},
        write::plan::Demand,
    },
    table::Identity,
    value::Item,
};

/// The most items that DynamoDB takes in a transaction.
const MAX_ITEMS: usize = 100;

/// An item, and what is done to it.
#[derive(Debug)]
pub(in crate::operation) struct Target {
    pub(super) request: Request,
    pub(super) key: ItemKey,
    identity: Identity,
}

impl Target {
    /// The target of a request on a table, with the item or its key.
    pub(in crate::operation) fn new(request: Request, table: Option<&String>, item: Option<&Item>) -> Self {
        let (table, nothing) = (table.map_or("", String::as_str), Item::new());
        let identity = Identity::of(table, request.schema, item.unwrap_or(&nothing));
        Self { request, key: request.key_of(item), identity }
    }

    fn describe(&self, position: usize) -> TransactionItem {
        TransactionItem { operation: self.request.operation, entity: self.request.schema.name, position }
    }
}

/// Refuses what DynamoDB refuses: no items, too many, and one twice.
pub(super) fn check<'a>(targets: impl Iterator<Item = &'a Target>) -> Result<()> {
    let targets: Vec<&Target> = targets.collect();
    match targets.len() {
        0 => return refuse(TransactionProblem::Empty),
        count if count > MAX_ITEMS => return refuse(TransactionProblem::TooMany { count, limit: MAX_ITEMS }),
        _ => {}
    }
    let mut items = HashMap::with_capacity(targets.len());
    for (second, target) in targets.iter().enumerate() {
        if let Some(first) = items.insert(&target.identity, second) {
            let (first, second) = (targets[first].describe(first), target.describe(second));
            return refuse(TransactionProblem::SameItem { first, second, key: target.key.clone() });
        }
    }
    Ok(())
}

/// What is sent.
pub(super) fn call_of(operation: &'static str, targets: &[(Target, Demand)]) -> Call {
    Call::of(operation, targets.iter().map(|(target, _)| target.request.schema))
}

pub(super) fn refuse<T>(problem: TransactionProblem) -> Result<T> {
    Err(Error::Transaction { problem: Box::new(problem) })
}
