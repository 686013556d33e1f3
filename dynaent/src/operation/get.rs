//! `get`: one item by its primary key.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::get_item::{GetItemInput, builders::GetItemInputBuilder};

use super::{
    keyed::KeyOperation,
    read::key_item,
    request::{Request, unbuilt},
};
use crate::{
    entity::{Entity, decode},
    error::Result,
    key::{KeyPair, PartOf},
    table::Table,
};

/// Reads one item: what the entity's `get()` leads to when the key is complete.
#[derive(Debug)]
#[must_use = "nothing is read until `send` is awaited"]
pub struct Get<E> {
    key: KeyPair,
    consistent: bool,
    marker: PhantomData<fn() -> E>,
}

impl<E: Entity> Get<E> {
    #[doc(hidden)]
    pub fn start() -> Self {
        Self { key: KeyPair::new(E::SCHEMA, E::SCHEMA.primary()), consistent: false, marker: PhantomData }
    }

    /// Reads what was last written, at twice the cost. Without it, DynamoDB may answer with the state of a moment ago.
    pub fn consistent(mut self) -> Self {
        self.consistent = true;
        self
    }

    /// The request, without sending it.
    ///
    /// # Errors
    /// If the key cannot be built.
    pub fn request(self, table: impl Into<String>) -> Result<GetItemInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads the item; `None` if there is none, or if it is of another entity or version.
    ///
    /// # Errors
    /// If the key cannot be built, the request fails, or the item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Option<E>> {
        let request = Request { operation: "get", schema: E::SCHEMA };
        let output = self.input(table.name())?.send_with(table.client()).await;
        match output.map_err(|error| request.failed(table, error))?.item {
            Some(item) => decode(item),
            None => Ok(None),
        }
    }

    fn input(self, table: impl Into<String>) -> Result<GetItemInputBuilder> {
        let input = GetItemInput::builder().table_name(table).set_key(Some(key_item(self.key)?));
        Ok(if self.consistent { input.consistent_read(true) } else { input })
    }
}

impl<E: Entity> KeyOperation for Get<E> {
    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(&value);
    }
}
