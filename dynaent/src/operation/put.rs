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
    entity::{Entity, ItemWriter},
    error::{Error, Result},
    expression::Placeholders,
    schema::{ENTITY_FIELD, VERSION_FIELD},
    table::Table,
    value::{Item, MAX_ITEM_SIZE},
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
    /// [`Error::AlreadyExists`] if the primary key is taken.
    pub async fn send(self, table: &Table) -> Result<E> {
        let entity = self.entity?;
        let mut item = start(&entity)?;
        entity.write_item(&mut item);
        execute::<E, G>(input::<E, G>(item)?, table).await?;
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
        let input = input::<E, Always>(owned(self.entity?)?)?.set_return_values(<Old as Answer<E>>::RETURN);
        Old::read(execute::<E, Always>(input, table).await?)
    }
}

impl<E: Entity, G: Guard, A> Put<E, G, A> {
    /// The request, without sending it.
    ///
    /// # Errors
    /// If the item cannot be written as it is.
    pub fn request(self, table: impl Into<String>) -> Result<PutItemInput> {
        input::<E, G>(owned(self.entity?)?)?.table_name(table).build().map_err(unbuilt)
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

fn owned<E: Entity>(entity: E) -> Result<ItemWriter> {
    let mut item = start(&entity)?;
    entity.into_item(&mut item);
    Ok(item)
}

/// The item, checked against DynamoDB's limit.
pub(super) fn whole<E: Entity>(item: ItemWriter) -> Result<Item> {
    let (item, size) = item.finish()?;
    if size > MAX_ITEM_SIZE {
        return Err(Error::TooLarge { entity: E::SCHEMA.name, size, limit: MAX_ITEM_SIZE });
    }
    Ok(item)
}

fn input<E: Entity, G: Guard>(item: ItemWriter) -> Result<PutItemInputBuilder> {
    let mut placeholders = Placeholders::default();
    let condition = guard::condition::<G>(E::SCHEMA, &mut placeholders);
    Ok(PutItemInput::builder()
        .set_item(Some(whole::<E>(item)?))
        .set_condition_expression(condition)
        .set_expression_attribute_names(placeholders.finish().0))
}

async fn execute<E: Entity, G: Guard>(input: PutItemInputBuilder, table: &Table) -> Result<Option<Item>> {
    let operation = if G::FUNCTION.is_some() { "create" } else { "put" };
    let request = Request { operation, schema: E::SCHEMA };
    let key = request.key_of(input.get_item().as_ref());
    let output = input.table_name(table.name()).send_with(table.client()).await;
    Ok(output.map_err(|error| request.refused::<G>(table, error, key))?.attributes)
}
