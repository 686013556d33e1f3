//! What the builders of whole items lead to, whichever of them it is.

use aws_sdk_dynamodb::operation::{
    put_item::{PutItemInput, builders::PutItemInputBuilder},
    update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
};

use crate::{
    entity::Entity,
    error::Result,
    expression::Condition,
    operation::{Answering, Guard, Outcome, Put, Upsert},
    table::Table,
};

/// An operation that writes a whole item.
pub trait Writes: Sized {
    /// The item's entity.
    type Entity: Entity;
    /// The SDK's input.
    type Input;
    /// What `send` gives.
    type Answer;
    /// What makes the SDK's input.
    type Builder;

    /// The operation on a whole value.
    fn of_item(item: Self::Entity) -> Self;
    /// The operation on the values that a builder was given.
    fn of_values(values: <Self::Entity as Entity>::Values) -> Self;
    /// As `request`.
    fn into_input(self, table: String) -> Result<Self::Input>;
    /// As `send`.
    fn execute(self, table: &Table) -> Answering<'_, Result<Self::Answer>>;
    /// As `send_if`.
    fn execute_if(self, table: &Table) -> Answering<'_, Result<Outcome<Self::Answer, Self::Entity>>>;
    /// As `condition`.
    fn only_if(self, condition: Condition<Self::Entity>) -> Self;
    /// As `customize`.
    fn customized(self, change: impl FnOnce(Self::Builder) -> Self::Builder + Send + Sync + 'static) -> Self;
}

/// What all operations do alike.
macro_rules! writes {
    ($builder:ty) => {
        type Builder = $builder;

        fn execute(self, table: &Table) -> Answering<'_, Result<Self::Answer>> {
            Box::pin(self.send(table))
        }

        fn execute_if(self, table: &Table) -> Answering<'_, Result<Outcome<Self::Answer, E>>> {
            Box::pin(self.send_if(table))
        }

        fn only_if(self, condition: Condition<E>) -> Self {
            self.condition(condition)
        }

        fn customized(self, change: impl FnOnce($builder) -> $builder + Send + Sync + 'static) -> Self {
            self.customize(change)
        }
    };
}

impl<E: Entity, G: Guard> Writes for Put<E, G> {
    type Entity = E;
    type Input = PutItemInput;
    type Answer = E;

    fn of_item(item: E) -> Self {
        Self::of(Ok(item))
    }

    fn of_values(values: E::Values) -> Self {
        Self::of(E::from_values(values, &mut |_| ()))
    }

    fn into_input(self, table: String) -> Result<PutItemInput> {
        self.request(table)
    }

    writes!(PutItemInputBuilder);
}

impl<E: Entity> Writes for Upsert<E> {
    type Entity = E;
    type Input = UpdateItemInput;
    type Answer = ();

    fn of_item(item: E) -> Self {
        Self::of(Ok(item), Vec::new())
    }

    fn of_values(values: E::Values) -> Self {
        let mut defaulted = Vec::new();
        let entity = E::from_values(values, &mut |attribute| defaulted.push(attribute));
        Self::of(entity, defaulted)
    }

    fn into_input(self, table: String) -> Result<UpdateItemInput> {
        self.request(table)
    }

    writes!(UpdateItemInputBuilder);
}
