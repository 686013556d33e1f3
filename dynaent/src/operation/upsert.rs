//! `upsert`: a whole item where there is none, the given attributes where there is one.

use std::marker::PhantomData;

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::AttributeValue,
};

use super::{
    answer::{Answer, New, Nothing},
    guard::Always,
    index_keys::{self, KeyWrite, incomplete},
    request::{Request, unbuilt},
    update::finish,
};
use crate::{
    entity::{Entity, ItemWriter},
    error::Result,
    expression::UpdateExpression,
    key::{Composed, compose},
    schema::{AttributeSchema, ENTITY_FIELD, IndexSchema, KeyComposite, VERSION_FIELD},
    table::Table,
    value::Item,
};

/// Makes an item, or sets the given attributes of the one that is there: what the entity's `upsert()` leads to when
/// every required attribute is set.
///
/// On an item that is there, a default does not overwrite what is stored, nor does a `read_only` attribute that is in
/// no index. Optional attributes that are not given stay as they are.
#[derive(Debug)]
#[must_use = "nothing is written until `send` is awaited"]
pub struct Upsert<E, A = Nothing> {
    entity: Result<E>,
    defaulted: Vec<usize>,
    marker: PhantomData<fn() -> A>,
}

impl<E: Entity> Upsert<E> {
    #[doc(hidden)]
    pub fn of(entity: Result<E>, defaulted: Vec<usize>) -> Self {
        Self { entity, defaulted, marker: PhantomData }
    }

    /// Makes `send` give the item as it is after the upsert: what was given, and what stood there before.
    pub fn return_new(self) -> Upsert<E, New> {
        Upsert { entity: self.entity, defaulted: self.defaulted, marker: PhantomData }
    }
}

impl<E: Entity, A: Answer<E>> Upsert<E, A> {
    /// The request, without sending it.
    ///
    /// # Errors
    /// If the item cannot be written as it is. Also if a default would stand for a composite of a secondary index: a
    /// stored value would win over the default, and the index's key could not follow.
    pub fn request(self, table: impl Into<String>) -> Result<UpdateItemInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Makes or changes the item.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails.
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let request = Request { operation: "upsert", schema: E::SCHEMA };
        let output = self.input(table.name())?.send_with(table.client()).await;
        A::read(output.map_err(|error| request.failed(table, error))?.attributes)
    }

    fn input(self, table: impl Into<String>) -> Result<UpdateItemInputBuilder> {
        let schema = E::SCHEMA;
        let entity = self.entity?;
        let key = primary_key(&entity)?;
        let is_primary = |position| composites(schema.primary()).any(|attribute| attribute == position);
        for index in schema.indexes[1..].iter().filter(|index| !index.multi_attribute) {
            let deciding = index.condition.into_iter().flatten().copied();
            let defaulted = composites(index)
                .chain(deciding)
                .find(|position| self.defaulted.contains(position) && !is_primary(*position));
            if let Some(position) = defaulted {
                return Err(incomplete(schema, index, "be upserted", vec![schema.attributes[position].name]));
            }
        }

        let mut keys = Vec::new();
        index_keys::of_upsert(&entity, |field, key| keys.push((field, key)))?;
        let mut item = ItemWriter::new(schema);
        entity.into_item(&mut item);
        let mut item = item.attributes()?;
        let take = |(position, attribute): (usize, &AttributeSchema)| {
            item.remove(attribute.field).map(|value| (position, value))
        };
        let given: Vec<_> = schema.attributes.iter().enumerate().filter_map(take).collect();
        let (primary, set): (Vec<_>, Vec<_>) = given.into_iter().partition(|(position, _)| is_primary(*position));

        let mut update = UpdateExpression::with_capacity(primary.len() + set.len() + keys.len() + 2);
        for (position, value) in primary.into_iter().chain(set) {
            let attribute = &schema.attributes[position];
            let fixed = attribute.read_only && !attribute.indexed && !is_primary(position);
            if fixed || self.defaulted.contains(&position) {
                update.set_if_absent(attribute.field, value);
            } else {
                update.set(attribute.field, value);
            }
        }
        for (field, key) in keys {
            match key {
                KeyWrite::Set(key) => update.set(field, key),
                KeyWrite::SetIfAbsent(key) => update.set_if_absent(field, key),
                KeyWrite::Remove => update.remove(field),
            }
        }
        update.set(ENTITY_FIELD, AttributeValue::S(schema.name.to_owned()));
        update.set(VERSION_FIELD, AttributeValue::S(schema.version.to_owned()));
        Ok(finish::<E, Always>(update)?.table_name(table).set_key(Some(key)).set_return_values(A::RETURN))
    }
}

/// The attributes in an index's key.
fn composites(index: &IndexSchema) -> impl Iterator<Item = usize> {
    index.composites().map(|composite| composite.attribute)
}

/// The primary key of an entity, as the SDK takes it.
fn primary_key<E: Entity>(entity: &E) -> Result<Item> {
    let index = E::SCHEMA.primary();
    let mut item = Item::with_capacity(2);
    for side in index.sides() {
        let write = |composite: &KeyComposite, key: &mut String| {
            entity.write_composite(composite.attribute, composite.sortable, key)
        };
        match compose(E::SCHEMA, index, side, &write)? {
            Composed::Whole(key) => item.insert(side.field.to_owned(), key),
            Composed::Incomplete { missing, .. } => {
                return Err(incomplete(E::SCHEMA, index, "be upserted", missing));
            }
        };
    }
    Ok(item)
}
