//! The operations of a transaction that writes: what each builder becomes in it.

use aws_sdk_dynamodb::types::{self, TransactWriteItem};

use super::target::Target;
use crate::{
    entity::Entity,
    error::Result,
    operation::{
        send::request::{Request, unbuilt},
        single::OnTable,
        write::{
            Begin, Delete, Guard, Nothing, Put, Update, Written, delete,
            plan::{Demand, Plan},
            put,
        },
    },
};

/// One operation of a transaction, as the SDK takes it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Step {
    pub(super) item: TransactWriteItem,
    pub(super) target: Target,
    pub(in crate::operation) demand: Demand,
    /// The bytes that it writes.
    pub(super) size: usize,
}

/// What can be part of a [`TransactWrite`](super::TransactWrite): the operations that write, and checks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be in a transaction that writes",
    label = "cannot be in a transaction that writes",
    note = "in one are `create`, `put`, `upsert`, `update`, `patch`, `delete` and `remove`, which return nothing of what \
            is stored, and checks: `.check(get, condition)`, `.must_exist(get)`, `.must_not_exist(get)`"
)]
pub trait Transacts {
    /// What the transaction gives for it: the entity that was written, or nothing.
    type Answer;

    /// The operation itself: by way of this name, a mistake in it is told once, and not of all that it leads to.
    #[doc(hidden)]
    type Own;

    #[doc(hidden)]
    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<Self::Answer>;
}

/// A transact item of the fields that the SDK's inputs have in common with it.
macro_rules! part {
    ($part:ident $set:ident, $input:expr, $($setter:ident $field:ident),*) => {{
        let input = $input;
        let part = types::$part::builder()
            .set_table_name(input.table_name)
            $(.$setter(input.$field))*
            .set_condition_expression(input.condition_expression)
            .set_expression_attribute_names(input.expression_attribute_names)
            .set_expression_attribute_values(input.expression_attribute_values)
            .set_return_values_on_condition_check_failure(input.return_values_on_condition_check_failure)
            .build();
        TransactWriteItem::builder().$set(part.map_err(unbuilt)?).build()
    }};
}

impl<E: Entity, G: Guard> Transacts for Put<E, G, Written> {
    type Answer = E;
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<E> {
        let (entity, plan) = self.plan(table)?;
        let (demand, Plan { input, size, .. }) = (plan.demand::<G>(), plan);
        let input = input.build().map_err(unbuilt)?;
        let target = Target::new(put::request::<E, G>(), input.table_name.as_ref(), input.item.as_ref());
        steps.push(Step { item: part!(Put put, input, set_item item), target, demand, size });
        Ok(entity)
    }
}

impl<E: Entity, B: Begin<E>> Transacts for Update<E, B, Nothing> {
    type Answer = ();
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<()> {
        let plan = self.plan(table)?;
        let (demand, Plan { input, size, .. }) = (plan.demand::<B::Guard>(), plan);
        let input = input.build().map_err(unbuilt)?;
        let request = Request { operation: B::OPERATION, schema: E::SCHEMA };
        let target = Target::new(request, input.table_name.as_ref(), input.key.as_ref());
        let item = part!(Update update, input, set_key key, set_update_expression update_expression);
        steps.push(Step { item, target, demand, size });
        Ok(())
    }
}

impl<E: Entity, G: Guard> Transacts for Delete<E, G, Nothing> {
    type Answer = ();
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<()> {
        let plan = self.plan(table)?;
        let (demand, Plan { input, size, .. }) = (plan.demand::<G>(), plan);
        let input = input.build().map_err(unbuilt)?;
        let target = Target::new(delete::request::<E, G>(), input.table_name.as_ref(), input.key.as_ref());
        steps.push(Step { item: part!(Delete delete, input, set_key key), target, demand, size });
        Ok(())
    }
}

impl<O: Transacts> Transacts for OnTable<O> {
    type Answer = O::Answer;
    type Own = Self;

    fn prepare(self, _: &str, steps: &mut Vec<Step>) -> Result<O::Answer> {
        let (table, operation) = self.into_parts();
        operation.prepare(&table, steps)
    }
}

/// Operations of one kind: an answer each.
impl<O: Transacts> Transacts for Vec<O> {
    type Answer = Vec<O::Answer>;
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<Self::Answer> {
        self.into_iter().map(|operation| operation.prepare(table, steps)).collect()
    }
}

/// An operation that can be added to those of a tuple `T`, whose type tells what a transaction answers.
#[diagnostic::on_unimplemented(
    message = "a transaction takes at most 16 calls of `item`, `items` and checks",
    label = "one too many",
    note = "give operations of one kind by `.items([…])`, and others as `AnyWrite`s"
)]
pub trait Append<T> {
    /// All of them.
    type Longer;

    #[doc(hidden)]
    fn append_to(self, operations: T) -> Self::Longer;
}

macro_rules! tuples {
    (all $($name:ident)*) => {
        impl<$($name: Transacts),*> Transacts for ($($name,)*) {
            type Answer = ($($name::Answer,)*);
        type Own = Self;

            #[allow(non_snake_case, unused_variables, clippy::unused_unit)]
            fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<Self::Answer> {
                let ($($name,)*) = self;
                Ok(($($name.prepare(table, steps)?,)*))
            }
        }
    };
    (grow $($name:ident)*) => {
        impl<O_, $($name),*> Append<($($name,)*)> for O_ {
            type Longer = ($($name,)* O_,);

            #[allow(non_snake_case)]
            fn append_to(self, operations: ($($name,)*)) -> Self::Longer {
                let ($($name,)*) = operations;
                ($($name,)* self,)
            }
        }
    };
    (up_to [$($name:ident)*]) => {
        tuples!(all $($name)*);
    };
    (up_to [$($name:ident)*] $next:ident $($more:ident)*) => {
        tuples!(all $($name)*);
        tuples!(grow $($name)*);
        tuples!(up_to [$($name)* $next] $($more)*);
    };
}

tuples!(up_to [] A B C D F G H I J K L M N P Q R);
