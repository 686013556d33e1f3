//! `delete` and `remove`: an item less.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::delete_item::{DeleteItemInput, builders::DeleteItemInputBuilder};

use super::{
    answer::{Answer, Nothing, Old},
    guard::{self, Always, Guard},
    keyed::KeyOperation,
    read::key_item,
    request::{Request, unbuilt},
};
use crate::{
    entity::Entity,
    error::Result,
    expression::Placeholders,
    key::{KeyPair, PartOf},
    table::Table,
};

/// Deletes an item: what the entity's `delete()` (whether there is one or not) and `remove()` (which fails if there is
/// none) lead to when the key is complete.
#[derive(Debug)]
#[must_use = "nothing is deleted until `send` is awaited"]
pub struct Delete<E, G = Always, A = Nothing> {
    key: KeyPair,
    marker: PhantomData<fn() -> (E, G, A)>,
}

impl<E: Entity, G: Guard> Delete<E, G> {
    #[doc(hidden)]
    pub fn start() -> Self {
        Self { key: KeyPair::new(E::SCHEMA, E::SCHEMA.primary()), marker: PhantomData }
    }

    /// Makes `send` give the item that was deleted, if there was one.
    pub fn return_old(self) -> Delete<E, G, Old> {
        Delete { key: self.key, marker: PhantomData }
    }
}

impl<E: Entity, G: Guard, A: Answer<E>> Delete<E, G, A> {
    /// The request, without sending it.
    ///
    /// # Errors
    /// If the key cannot be built.
    pub fn request(self, table: impl Into<String>) -> Result<DeleteItemInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Deletes the item.
    ///
    /// # Errors
    /// If the key cannot be built or the request fails; for `remove`, [`Error::NotFound`](crate::Error::NotFound) if
    /// there is no item.
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let operation = if G::FUNCTION.is_some() { "remove" } else { "delete" };
        let request = Request { operation, schema: E::SCHEMA };
        let input = self.input(table.name())?;
        let key = request.key_of(input.get_key().as_ref());
        let output = input.send_with(table.client()).await;
        A::read(output.map_err(|error| request.refused::<G>(table, error, key))?.attributes)
    }

    fn input(self, table: impl Into<String>) -> Result<DeleteItemInputBuilder> {
        let mut placeholders = Placeholders::with_capacity(1, 0);
        let condition = guard::condition::<G>(E::SCHEMA, &mut placeholders);
        Ok(DeleteItemInput::builder()
            .table_name(table)
            .set_key(Some(key_item(self.key)?))
            .set_condition_expression(condition)
            .set_expression_attribute_names(placeholders.finish().0)
            .set_return_values(A::RETURN))
    }
}

impl<E: Entity, G: Guard> KeyOperation for Delete<E, G> {
    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(&value);
    }
}
