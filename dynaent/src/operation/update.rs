//! `update` and `patch`: some attributes of an item.

use std::marker::PhantomData;

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::AttributeValue,
};

use smallvec::SmallVec;

use super::{
    answer::{Answer, New, Nothing, Old},
    guard::{self, Always, Guard},
    index_keys::Changes,
    keyed::KeyOperation,
    read::key_item,
    request::{Request, unbuilt},
};
use crate::{
    entity::Entity,
    error::{AttributeError, AttributeProblem, Error, Result},
    expression::{Assign, Attr, Changeable, UpdateExpression},
    key::{KeyPair, PartOf},
    schema::{ENTITY_FIELD, VERSION_FIELD},
    table::Table,
    value::{MAX_ITEM_SIZE, ValueError},
};

/// Changes attributes of an item: what the entity's `update()` (which makes the item if there is none) and `patch()`
/// (which fails if there is none) lead to when the key is complete.
///
/// The keys of every index follow the change. If a change needs an attribute that the update does not set, such as the
/// second composite of a sort key of which it sets the first, it fails before anything is sent, with an error that
/// names what is missing.
#[derive(Debug)]
#[must_use = "nothing is changed until `send` is awaited"]
pub struct Update<E, G = Always, A = Nothing> {
    key: KeyPair,
    primary: Values,
    set: Values,
    failed: Vec<AttributeError>,
    marker: PhantomData<fn() -> (E, G, A)>,
}

/// Values by attribute: an update has few of them.
type Values = SmallVec<[(usize, AttributeValue); 4]>;

impl<E: Entity, G: Guard> Update<E, G> {
    #[doc(hidden)]
    pub fn start() -> Self {
        let key = KeyPair::new(E::SCHEMA, E::SCHEMA.primary());
        Self { key, primary: Values::new(), set: Values::new(), failed: Vec::new(), marker: PhantomData }
    }

    /// Makes `send` give the item as it is after the change.
    pub fn return_new(self) -> Update<E, G, New> {
        self.answering()
    }

    /// Makes `send` give the item as it was before the change, if there was one.
    pub fn return_old(self) -> Update<E, G, Old> {
        self.answering()
    }
}

impl<E: Entity, G: Guard, A: Answer<E>> Update<E, G, A> {
    /// Sets an attribute.
    pub fn set<T, X: Changeable>(mut self, attribute: Attr<E, T, X>, value: impl Assign<T>) -> Self {
        let position = attribute.position();
        match attribute.encode(value.assign()) {
            Ok(_) if self.set.iter().any(|(set, _)| *set == position) => {
                self.key.fail(Error::ChangedTwice { entity: E::SCHEMA.name, attribute: attribute.schema().name });
            }
            Ok(value) => self.set.push((position, value)),
            Err(error) => self.fail(position, error),
        }
        self
    }

    /// The request, without sending it.
    ///
    /// # Errors
    /// If the key cannot be built, a value cannot be stored, or an index's key would be left incomplete.
    pub fn request(self, table: impl Into<String>) -> Result<UpdateItemInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Changes the item.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails; for `patch`, [`Error::NotFound`] if there is no item.
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let operation = if G::FUNCTION.is_some() { "patch" } else { "update" };
        let request = Request { operation, schema: E::SCHEMA };
        let input = self.input(table.name())?;
        let key = request.key_of(input.get_key().as_ref());
        let output = input.send_with(table.client()).await;
        A::read(output.map_err(|error| request.refused::<G>(table, error, key))?.attributes)
    }

    fn input(self, table: impl Into<String>) -> Result<UpdateItemInputBuilder> {
        let schema = E::SCHEMA;
        if !self.failed.is_empty() {
            return Err(Error::Attributes { entity: schema.name, failed: self.failed });
        }
        let key = key_item(self.key)?;
        let mut keys = SmallVec::<[_; 4]>::new();
        Changes { schema, primary: &self.primary, set: &self.set }.keys::<E>(|field, key| keys.push((field, key)))?;

        // The primary key's attributes and the identifiers go along, so that an item which is made here is one of ours.
        let mut update = UpdateExpression::with_capacity(self.set.len() + keys.len() + self.primary.len() + 2);
        for (position, value) in self.set.into_iter().chain(self.primary) {
            // What is a key is written as that.
            if !schema.attributes[position].is_key {
                update.set(schema.attributes[position].field, value);
            }
        }
        for (field, key) in keys {
            match key {
                Some(key) => update.set(field, key),
                None => update.remove(field),
            }
        }
        update.set(ENTITY_FIELD, AttributeValue::S(schema.name.to_owned()));
        update.set(VERSION_FIELD, AttributeValue::S(schema.version.to_owned()));
        let input = finish::<E, G>(update)?.table_name(table).set_key(Some(key));
        Ok(if A::RETURN.is_some() { input.set_return_values(A::RETURN) } else { input })
    }
}

impl<E, G, A> Update<E, G, A> {
    fn answering<B>(self) -> Update<E, G, B> {
        let Self { key, primary, set, failed, marker: _ } = self;
        Update { key, primary, set, failed, marker: PhantomData }
    }
}

impl<E: Entity, G, A> Update<E, G, A> {
    fn fail(&mut self, position: usize, error: ValueError) {
        let attribute = E::SCHEMA.attributes[position].name;
        self.failed.push(AttributeError { attribute, problem: AttributeProblem::Value(error) });
    }
}

impl<E: Entity, G: Guard> KeyOperation for Update<E, G> {
    fn give<T>(&mut self, value: impl PartOf<T>) {
        let Some(composite) = self.key.give(&value) else { return };
        let position = composite.attribute;
        match value.into_attribute() {
            // An attribute in both sides of the key is given twice.
            Ok(_) if self.primary.iter().any(|(given, _)| *given == position) => {}
            Ok(value) => self.primary.push((position, value)),
            Err(error) => self.fail(position, error),
        }
    }
}

/// The input of an update expression under a guard. What it sets must fit into an item.
pub(super) fn finish<E: Entity, G: Guard>(update: UpdateExpression) -> Result<UpdateItemInputBuilder> {
    let size = update.size();
    if size > MAX_ITEM_SIZE {
        return Err(Error::TooLarge { entity: E::SCHEMA.name, size, limit: MAX_ITEM_SIZE });
    }
    let (expression, mut placeholders) = update.finish();
    let condition = guard::condition::<G>(E::SCHEMA, &mut placeholders);
    let (names, values) = placeholders.finish();
    Ok(UpdateItemInput::builder()
        .update_expression(expression)
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values))
}
