//! The parts of a batch that writes: puts and deletes of single items.

use std::{fmt, mem, sync::Arc};

use aws_sdk_dynamodb::types::{DeleteRequest, PutRequest, WriteRequest};

use crate::{
    entity::{Entity, decode},
    error::{Error, ItemKey, Result},
    operation::{
        send::request::{Request, unbuilt},
        single::{OnTable, Whole},
        write::{Always, Delete, Nothing, Put, Written, delete, put},
    },
    schema::EntitySchema,
    table::Identity,
    value::Item,
};

/// A put or a delete of one item, as it is sent in a batch. What a batch could not write, it gives back as these, to be
/// put into another one.
#[derive(Clone)]
#[must_use = "nothing is done until it is in a batch that is sent"]
pub struct BatchPart {
    /// If it is another one than the batch's.
    pub(super) table: Option<String>,
    request: Request,
    write: Write,
    /// What the item is made of once more, if it has gone into a request: cheaper than to keep a copy of each.
    again: Option<Arc<dyn Again>>,
}

/// An entity that is put.
trait Again: Send + Sync {
    /// The item that it is stored as.
    fn item(&self) -> Result<Item>;
}

impl<E: Entity> Again for E {
    fn item(&self) -> Result<Item> {
        put::stored(self)
    }
}

#[derive(Clone)]
enum Write {
    Put(Item),
    Delete(Item),
}

impl BatchPart {
    /// The name of the item's entity.
    #[must_use]
    pub const fn entity(&self) -> &'static str {
        self.request.schema.name
    }

    /// `put` or `delete`.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.request.operation
    }

    /// The item's primary key.
    #[must_use]
    pub fn key(&self) -> ItemKey {
        self.request.key_of(Some(self.fields()))
    }

    /// The item that is put, as it would be stored; `None` if one is deleted.
    #[must_use]
    pub const fn stored(&self) -> Option<&Item> {
        match &self.write {
            Write::Put(item) => Some(item),
            Write::Delete(_) => None,
        }
    }

    /// The item that is put, as it would be read; `None` if one is deleted, or if it is of another entity.
    ///
    /// # Errors
    /// [`Error::Item`] if it could not be read as it is.
    pub fn item<E: Entity>(&self) -> Result<Option<E>> {
        self.stored().map_or(Ok(None), |item| decode(item.clone()))
    }

    /// The put of an item, whatever is there.
    pub(super) fn put<E: Entity>(entity: E) -> Result<Self> {
        let (entity, _) = put::prepare::<E, Always>(entity);
        let write = Write::Put(put::stored(&entity)?);
        Ok(Self { table: None, request: put::request::<E, Always>(), write, again: Some(Arc::new(entity)) })
    }

    pub(super) const fn schema(&self) -> &'static EntitySchema {
        self.request.schema
    }

    pub(super) fn identity(&self, table: &str) -> Identity {
        Identity::of(table, self.schema(), self.fields())
    }

    /// The request as the SDK takes it. The item is in it, until it is [`restored`](Self::restore).
    pub(super) fn take_request(&mut self) -> Result<WriteRequest> {
        let write = WriteRequest::builder();
        let write = match (&mut self.write, &self.again) {
            (Write::Put(item), again) => {
                let item = match again {
                    Some(again) if item.is_empty() => again.item()?,
                    Some(_) => mem::take(item),
                    None => item.clone(),
                };
                write.put_request(PutRequest::builder().set_item(Some(item)).build().map_err(unbuilt)?)
            }
            (Write::Delete(key), _) => {
                let delete = DeleteRequest::builder().set_key(Some(key.clone()));
                write.delete_request(delete.build().map_err(unbuilt)?)
            }
        };
        Ok(write.build())
    }

    /// Makes the item again that has gone into a request.
    pub(super) fn restore(&mut self) {
        if let (Write::Put(item), Some(again)) = (&mut self.write, &self.again)
            && item.is_empty()
            // It was made before. If it cannot be any more, the next request says so.
            && let Ok(again) = again.item()
        {
            *item = again;
        }
    }

    /// The item, or its key.
    const fn fields(&self) -> &Item {
        let (Write::Put(fields) | Write::Delete(fields)) = &self.write;
        fields
    }
}

impl fmt::Debug for BatchPart {
    /// The key alone: values may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("BatchPart");
        if let Some(table) = &self.table {
            debug.field("table", table);
        }
        debug.field("operation", &self.operation()).field("entity", &self.entity()).field("key", &self.key()).finish()
    }
}

impl fmt::Display for BatchPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} with {}", self.operation(), self.entity(), self.key())
    }
}

/// What can be part of a [`BatchWrite`](super::BatchWrite).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be in a batch",
    label = "cannot be in a batch",
    note = "in a batch are `put` and `delete`, which ask for nothing and answer nothing: everything else is sent alone, or \
            in a `TransactWrite`"
)]
pub trait Batches {
    /// The operation itself: by way of this name, a mistake in it is told once, and not of all that it leads to.
    #[doc(hidden)]
    type Own;

    #[doc(hidden)]
    fn into_part(self) -> Result<BatchPart>;
}

impl<E: Entity> Batches for Put<E, Always, Written> {
    type Own = Self;

    fn into_part(self) -> Result<BatchPart> {
        let request = put::request::<E, Always>();
        unversioned::<E>()?;
        let input = self.request("")?;
        unconditional(request, input.condition_expression.as_deref())?;
        let write = Write::Put(input.item.unwrap_or_default());
        Ok(BatchPart { table: named(input.table_name), request, write, again: None })
    }
}

impl<E: Entity> Batches for Delete<E, Always, Nothing> {
    type Own = Self;

    fn into_part(self) -> Result<BatchPart> {
        let request = delete::request::<E, Always>();
        let input = self.request("")?;
        unconditional(request, input.condition_expression.as_deref())?;
        let write = Write::Delete(input.key.unwrap_or_default());
        Ok(BatchPart { table: named(input.table_name), request, write, again: None })
    }
}

impl<O: Batches> Batches for OnTable<O> {
    type Own = Self;

    fn into_part(self) -> Result<BatchPart> {
        let (table, operation) = self.into_parts();
        let part = operation.into_part()?;
        Ok(BatchPart { table: Some(part.table.unwrap_or(table)), ..part })
    }
}

impl Batches for BatchPart {
    type Own = Self;

    fn into_part(self) -> Result<BatchPart> {
        Ok(self)
    }
}

impl Whole for BatchPart {
    type Operation = Self;

    fn into_operation(self) -> Self {
        self
    }
}

/// The table that a customized input names.
fn named(table: Option<String>) -> Option<String> {
    table.filter(|table| !table.is_empty())
}

/// Refuses the put of an entity that has a version, which a batch cannot check.
pub(super) fn unversioned<E: Entity>() -> Result<()> {
    match E::SCHEMA.kept.version {
        None => Ok(()),
        Some(_) => refuse(
            put::request::<E, Always>(),
            "the entity has a `version`, which it cannot check: send it alone or in a `TransactWrite`, or `import` it, \
             which overwrites any version",
        ),
    }
}

fn unconditional(request: Request, condition: Option<&str>) -> Result<()> {
    match condition {
        None => Ok(()),
        Some(_) => refuse(request, "it has a condition, which it cannot check: send it alone or in a `TransactWrite`"),
    }
}

fn refuse<T>(request: Request, reason: &'static str) -> Result<T> {
    Err(Error::Batch { operation: request.operation, entity: request.schema.name, reason })
}
