//! `create` and `put`: a whole item.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::{
    operation::put_item::{PutItemInput, builders::PutItemInputBuilder},
    types::AttributeValue,
};

use super::{
    answer::{Answer, Old},
    guard::{self, Always, Guard},
    index_keys,
    outcome::{Outcome, outcome},
    plan::Plan,
    version::{self, Lock},
};
use crate::{
    entity::{Entity, ItemWriter, decode},
    error::Result,
    expression::{Condition, Conditions, Node, Placeholders},
    operation::{
        send::{
            call,
            custom::Custom,
            request::{Request, unbuilt},
        },
        unfinished::unfiltered,
    },
    schema::{ENTITY_FIELD, VERSION_FIELD},
    table::Table,
    value::Item,
};

/// Answers with the entity that was written, its defaults filled in.
#[derive(Debug, Clone, Copy)]
pub enum Written {}

/// Writes a whole item: what the entity's `create()` (which fails if the primary key is taken) and `put()` (which
/// replaces what is there) lead to when every required attribute is set.
#[must_use = "nothing is written until `send` is awaited"]
pub struct Put<E, G = Always, A = Written> {
    entity: Result<E>,
    condition: Conditions,
    custom: Custom<PutItemInputBuilder>,
    marker: PhantomData<fn() -> (G, A)>,
}

impl<E: Entity, G: Guard> Put<E, G> {
    #[doc(hidden)]
    pub fn of(entity: Result<E>) -> Self {
        Self { entity, condition: Conditions::new(E::SCHEMA), custom: Custom::default(), marker: PhantomData }
    }

    /// Writes the item, and gives it back with its defaults filled in.
    ///
    /// # Errors
    /// If the item cannot be written as it is, or the request fails; for `create`,
    /// [`Error::AlreadyExists`](crate::Error::AlreadyExists) if the primary key is taken. If the condition does not hold,
    /// [`Error::ConditionFailed`](crate::Error::ConditionFailed), and of an entity with a `version`
    /// [`Error::Conflict`](crate::Error::Conflict) if the stored item has another one.
    pub async fn send(self, table: &Table) -> Result<E> {
        let (entity, plan) = self.plan(table.name())?;
        execute::<E, G>(plan, table).await?;
        Ok(entity)
    }

    /// The entity as it will be stored, and the write.
    pub(in crate::operation) fn plan(self, table: &str) -> Result<(E, Plan<PutItemInputBuilder>)> {
        let (mut entity, lock) = prepare::<E, G>(self.entity?);
        let mut item = start(&entity)?;
        entity.write_item(&mut item);
        let (item, size) = item.finish()?;
        if E::SCHEMA.changes_attributes() {
            entity = decode(item.clone())?.unwrap_or(entity);
        }
        let others = version::with(E::SCHEMA, self.condition.into_node(), &lock);
        let conditional = others.is_some();
        let input = self.custom.apply(input::<E, G>(item, others, table)?);
        Ok((entity, Plan { input, conditional, lock, size }))
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<E, E>> {
        outcome(self.send(table).await)
    }
}

impl<E: Entity> Put<E, Always> {
    /// Makes `send` give the item that was replaced, if there was one.
    pub fn return_old(self) -> Put<E, Always, Old> {
        Put { entity: self.entity, condition: self.condition, custom: self.custom, marker: PhantomData }
    }
}

impl<E: Entity> Put<E, Always, Old> {
    /// Writes the item, and gives the one that was there before.
    ///
    /// # Errors
    /// If the item cannot be written as it is, the request fails, or the old item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Option<E>> {
        let (entity, lock) = prepare::<E, Always>(self.entity?);
        let others = version::with(E::SCHEMA, self.condition.into_node(), &lock);
        let conditional = others.is_some();
        let (item, size) = owned(entity)?;
        let input = input::<E, Always>(item, others, table.name())?;
        let input = self.custom.apply(input.set_return_values(<Old as Answer<E>>::RETURN));
        Old::read(execute::<E, Always>(Plan { input, conditional, lock, size }, table).await?)
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<Option<E>, E>> {
        outcome(self.send(table).await)
    }
}

impl<E: Entity, G: Guard, A> Put<E, G, A> {
    /// Writes the item only if this holds of the one that is there. A second condition must hold as well, and so must
    /// what `create` demands.
    pub fn condition(mut self, condition: Condition<E>) -> Self {
        self.condition.add(condition.node);
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(PutItemInputBuilder) -> PutItemInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// # Errors
    /// If the item cannot be written as it is.
    pub fn request(self, table: impl Into<String>) -> Result<PutItemInput> {
        let (entity, lock) = prepare::<E, G>(self.entity?);
        let others = version::with(E::SCHEMA, self.condition.into_node(), &lock);
        let input = input::<E, G>(owned(entity)?.0, others, table)?;
        self.custom.apply(input).build().map_err(unbuilt)
    }
}

impl<E: Entity, G: Guard, A> fmt::Debug for Put<E, G, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Put");
        super::debug::entity(&mut debug, &self.entity);
        debug.field("condition", &self.condition).finish_non_exhaustive()
    }
}

/// The entity as it is to be written, and what that demands of its version.
pub(in crate::operation) fn prepare<E: Entity, G: Guard>(entity: E) -> (E, Lock) {
    let mut entity = entity.prepare();
    let lock = version::advance(&mut entity, G::EXISTS == Some(false));
    (entity, lock)
}

/// The identifiers and the keys of every index. Attributes follow: cloned or moved, as the caller can.
pub(in crate::operation) fn start<E: Entity>(entity: &E) -> Result<ItemWriter> {
    let mut item = ItemWriter::new(E::SCHEMA);
    item.put_field(ENTITY_FIELD, AttributeValue::S(E::SCHEMA.name.to_owned()));
    item.put_field(VERSION_FIELD, AttributeValue::S(E::SCHEMA.version.to_owned()));
    index_keys::of_item(entity, &mut item)?;
    Ok(item)
}

/// An entity that was prepared, as it is stored.
pub(in crate::operation) fn stored<E: Entity>(entity: &E) -> Result<Item> {
    let mut item = start(entity)?;
    entity.write_item(&mut item);
    Ok(item.finish()?.0)
}

fn owned<E: Entity>(entity: E) -> Result<(Item, usize)> {
    let mut item = start(&entity)?;
    entity.into_item(&mut item);
    item.finish()
}

fn input<E: Entity, G: Guard>(
    item: Item,
    others: Option<Node>,
    table: impl Into<String>,
) -> Result<PutItemInputBuilder> {
    let mut placeholders = Placeholders::with_capacity(1, 0);
    let on_failure = guard::on_failure::<G>(others.is_some());
    let condition = guard::condition::<G>(E::SCHEMA, others, &mut placeholders)?;
    let (names, values) = placeholders.finish();
    let mut input = PutItemInput::builder().table_name(table).set_item(Some(item));
    // Each setter moves the whole builder, so that only those are called which have something to set.
    if let Some(condition) = condition {
        input = input.condition_expression(condition).set_expression_attribute_names(names);
    }
    if let Some(values) = values {
        input = input.set_expression_attribute_values(Some(values));
    }
    if let Some(on_failure) = on_failure {
        input = input.return_values_on_condition_check_failure(on_failure);
    }
    Ok(input)
}

async fn execute<E: Entity, G: Guard>(plan: Plan<PutItemInputBuilder>, table: &Table) -> Result<Option<Item>> {
    let request = request::<E, G>();
    let key = request.key_of(plan.input.get_item().as_ref());
    let demand = plan.demand::<G>();
    let output = call::send(plan.input, request.call(), table).await;
    Ok(output.map_err(|error| request.refused(table, error, key, demand))?.attributes)
}

pub(in crate::operation) fn request<E: Entity, G: Guard>() -> Request {
    Request { operation: if G::EXISTS.is_some() { "create" } else { "put" }, schema: E::SCHEMA }
}

unfiltered!((E, G, A) Put<E, G, A>);
