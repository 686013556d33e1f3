//! What rewrites one item, as often as somebody else comes in between.

use std::{error::Error as StdError, marker::PhantomData};

use aws_sdk_dynamodb::operation::get_item::GetItemInput;

use super::{
    progress::Done,
    step::{Failed, Step, key_of, known, written},
};
use crate::{
    entity::{Entity, decode},
    error::{Cause, Error, ItemKey, Result},
    operation::send::{backoff::Backoff, call, request::Request},
    table::Table,
    value::{Item, is_same_item},
};

/// What the function of a rewrite has made of an item.
pub(super) type Made<New> = Result<Option<New>, Box<dyn StdError + Send + Sync>>;

/// Rewrites items, one by one.
pub(super) struct Rewriter<'a, Old, New> {
    pub(super) rewrite: &'a (dyn Fn(Old) -> Made<New> + Send + Sync + 'a),
    /// How often an item is tried.
    pub(super) attempts: u32,
    pub(super) table: &'a Table,
    pub(super) marker: PhantomData<fn(Old) -> New>,
}

impl<Old: Entity, New: Entity> Rewriter<'_, Old, New> {
    const REQUEST: Request = Request { operation: "rewrite", schema: Old::SCHEMA };

    /// Rewrites an item, and on failure tells its key.
    pub(super) async fn rewrite(&self, stored: Item, old: Old) -> Result<Done, (Error, ItemKey)> {
        let (key, id) = (key_of(&stored, Old::SCHEMA), Self::REQUEST.key_of(Some(&stored)));
        self.tried(key, stored, old).await.map_err(|error| (error, id))
    }

    async fn tried(&self, key: Item, mut stored: Item, mut old: Old) -> Result<Done> {
        let mut backoff = Backoff::new(self.attempts);
        loop {
            let Some(step) = self.step(stored, old)? else { return Ok(Done::Left) };
            let Err(Failed { error, item }) = step.send(self.table).await else { return Ok(Done::Rewritten) };
            if is_gone(&error) {
                return Ok(if is_made(&error, &item) { Done::Rewritten } else { Done::Gone });
            }
            if !may_pass(&error) || !backoff.wait(self.table).await {
                return Err(error);
            }
            stored = match self.read(key.clone()).await? {
                // It was made, and only the answer was lost.
                Some(now) if is_same_item(&now, &item) => return Ok(Done::Rewritten),
                Some(now) => now,
                None => return Ok(Done::Gone),
            };
            old = match decode(stored.clone())? {
                Some(old) => old,
                None => return Ok(Done::Gone),
            };
        }
    }

    /// What is to be done to an item, if anything is.
    fn step(&self, stored: Item, old: Old) -> Result<Option<Step>> {
        let read = known(&old);
        let made = (self.rewrite)(old).map_err(|source| Error::Rewrite {
            entity: Old::SCHEMA.name,
            key: Self::REQUEST.key_of(Some(&stored)),
            source,
        })?;
        let Some(new) = made else { return Ok(None) };
        let new = written(new, &stored)?;
        Step::of(stored, &read, new, [Old::SCHEMA, New::SCHEMA], self.table.name())
    }

    /// The item as it was last written.
    async fn read(&self, key: Item) -> Result<Option<Item>> {
        let get = GetItemInput::builder().table_name(self.table.name()).set_key(Some(key)).consistent_read(true);
        let output = call::send(get, Self::REQUEST.call(), self.table).await;
        Ok(output.map_err(|error| Self::REQUEST.failed(self.table, error))?.item)
    }
}

/// Whether there is no item any more.
fn is_gone(error: &Error) -> bool {
    match error {
        Error::NotFound { .. } => true,
        Error::Cancelled { reasons } => reasons.first().is_some_and(|old| old.cause == Cause::NotFound),
        _ => false,
    }
}

/// Whether a move found its new item made, where the old one is gone: then it was this move, of which the answer was lost,
/// or another one of the same.
fn is_made(error: &Error, item: &Item) -> bool {
    let Error::Cancelled { reasons } = error else { return false };
    matches!(reasons.as_slice(), [_, new] if new.current.stored().is_some_and(|new| is_same_item(new, item)))
}

/// Whether the item may be rewritten by another attempt: somebody else has written it, or was just doing so.
fn may_pass(error: &Error) -> bool {
    match error {
        Error::Conflict { .. } | Error::ConditionFailed { .. } => true,
        // That the new key is taken, too, counts once the old item is as it was read.
        Error::Cancelled { reasons } => reasons.iter().filter(|reason| reason.is_failure()).all(|reason| {
            let is_written = matches!(reason.cause, Cause::Conflict | Cause::ConditionFailed | Cause::AlreadyExists);
            is_written || reason.is_retryable()
        }),
        error => error.is_retryable(),
    }
}
