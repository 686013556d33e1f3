//! `create` and `put`: a whole item.

use std::marker::PhantomData;

use aws_sdk_dynamodb::{
    operation::put_item::{PutItemInput, builders::PutItemInputBuilder},
    types::AttributeValue,
};

use super::{
    answer::{Answer, Old},
    guard::{self, Always, Guard},
    index_keys,
    request::{Request, unbuilt},
};
use crate::{
    entity::{Entity, ItemWriter, decode},
    error::Result,
    expression::Placeholders,
    schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    table::Table,
    value::Item,
};

/// Answers with the entity that was written, its defaults filled in.
#[derive(Debug, Clone, Copy)]
pub enum Written {}

/// Writes a whole item: what the entity's `create()` (which fails if the primary key is taken) and `put()` (which
/// replaces what is there) lead to when every required attribute is set.
#[derive(Debug)]
#[must_use = "nothing is written until `send` is awaited"]
pub struct Put<E, G = Always, A = Written> {
    entity: Result<E>,
    marker: PhantomData<fn() -> (G, A)>,
}

impl<E: Entity, G: Guard> Put<E, G> {
    #[doc(hidden)]
    pub fn of(entity: Result<E>) -> Self {
        Self { entity, marker: PhantomData }
    }

    /// Writes the item, and gives it back with its defaults filled in.
    ///
    /// # Errors
    /// If the item cannot be written as it is, or the request fails; for `create`,
    /// [`Error::AlreadyExists`](crate::Error::AlreadyExists) if the primary key is taken.
    pub async fn send(self, table: &Table) -> Result<E> {
        let mut entity = self.entity?;
        let mut item = start(&entity)?;
        entity.write_item(&mut item);
        let item = item.finish()?;
        if E::SCHEMA.changes_attributes() {
            entity = decode(item.clone())?.unwrap_or(entity);
        }
        execute::<E, G>(input::<G>(E::SCHEMA, item, table.name()), table).await?;
        Ok(entity)
    }
}

impl<E: Entity> Put<E, Always> {
    /// Makes `send` give the item that was replaced, if there was one.
    pub fn return_old(self) -> Put<E, Always, Old> {
        Put { entity: self.entity, marker: PhantomData }
    }
}

impl<E: Entity> Put<E, Always, Old> {
    /// Writes the item, and gives the one that was there before.
    ///
    /// # Errors
    /// If the item cannot be written as it is, the request fails, or the old item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Option<E>> {
        let item = owned(self.entity?)?;
        let input = input::<Always>(E::SCHEMA, item, table.name()).set_return_values(<Old as Answer<E>>::RETURN);
        Old::read(execute::<E, Always>(input, table).await?)
    }
}

impl<E: Entity, G: Guard, A> Put<E, G, A> {
    /// The request, without sending it.
    ///
    /// # Errors
    /// If the item cannot be written as it is.
    pub fn request(self, table: impl Into<String>) -> Result<PutItemInput> {
        input::<G>(E::SCHEMA, owned(self.entity?)?, table).build().map_err(unbuilt)
    }
}

/// The identifiers and the keys of every index. Attributes follow: cloned or moved, as the caller can.
fn start<E: Entity>(entity: &E) -> Result<ItemWriter> {
    let mut item = ItemWriter::new(E::SCHEMA);
    item.put_field(ENTITY_FIELD, AttributeValue::S(E::SCHEMA.name.to_owned()));
    item.put_field(VERSION_FIELD, AttributeValue::S(E::SCHEMA.version.to_owned()));
    index_keys::of_item(entity, &mut item)?;
    Ok(item)
}

fn owned<E: Entity>(entity: E) -> Result<Item> {
    let mut item = start(&entity)?;
    entity.into_item(&mut item);
    item.finish()
}

fn input<G: Guard>(schema: &EntitySchema, item: Item, table: impl Into<String>) -> PutItemInputBuilder {
    let mut placeholders = Placeholders::with_capacity(1, 0);
    let condition = guard::condition::<G>(schema, &mut placeholders);
    PutItemInput::builder()
        .table_name(table)
        .set_item(Some(item))
        .set_condition_expression(condition)
        .set_expression_attribute_names(placeholders.finish().0)
}

async fn execute<E: Entity, G: Guard>(input: PutItemInputBuilder, table: &Table) -> Result<Option<Item>> {
    let operation = if G::FUNCTION.is_some() { "create" } else { "put" };
    let request = Request { operation, schema: E::SCHEMA };
    let key = request.key_of(input.get_item().as_ref());
    let output = input.send_with(table.client()).await;
    Ok(output.map_err(|error| request.refused::<G>(table, error, key))?.attributes)
}
