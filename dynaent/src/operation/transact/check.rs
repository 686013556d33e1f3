//! Checks: what must hold of an item that a transaction does not write.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::types::{ConditionCheck, ReturnValuesOnConditionCheckFailure, TransactWriteItem};

use super::{
    step::{Step, Transacts},
    target::Target,
};
use crate::{
    entity::Entity,
    error::Result,
    expression::{Condition, Conditions, Node, Placeholders},
    operation::{
        send::request::{Request, unbuilt},
        single::{GetsOne, Whole},
        write::{Always, Guard, IfAbsent, IfExists, guard, plan::Demand},
    },
};

/// What must hold of an item for a transaction to be made; the item stays as it is.
///
/// ```
/// # use dynaent::{Check, Entity, Table, TransactWrite};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Author", version = "1")]
/// # #[index(primary, pk = [name], sk = [])]
/// # struct Author { name: String, active: bool }
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// let a = Author::attributes();
/// // Of as many items as there are; for one, `TransactWrite` has the methods `check`, `must_exist` and `must_not_exist`.
/// let active = ["ada", "bob"].map(|name| Check::that(Author::get().name(name), a.active.eq(true)));
/// TransactWrite::new().items(active).item(Author::create().name("eve").active(true)).send(table).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a check is made by the transaction that it is in"]
pub struct Check<G, K = Always> {
    get: G,
    condition: Conditions,
    marker: PhantomData<fn() -> K>,
}

/// A get of an item of which a condition on entity `E` can be checked.
#[diagnostic::on_unimplemented(
    message = "this checks a condition of `{E}` on another entity: `{Self}`",
    label = "the condition is one of `{E}`",
    note = "a check takes a get of an item, `Comment::get().comment_id(…)`, and a condition on the same entity"
)]
pub trait Checked<E> {}

impl<G: GetsOne<Entity = E>, E: Entity> Checked<E> for G {}

impl<G: GetsOne> Check<G> {
    /// This must hold of the item. Where there is none, it is as of an item without attributes.
    pub fn that<E>(get: impl Whole<Operation = G>, condition: Condition<E>) -> Self
    where
        G: Checked<E>,
    {
        let mut check = Self::under(get);
        check.condition.add(condition.node);
        check
    }
}

impl<G: GetsOne> Check<G, IfExists> {
    /// The item must be there. One that has expired is, until DynamoDB deletes it.
    pub fn exists(get: impl Whole<Operation = G>) -> Self {
        Self::under(get)
    }
}

impl<G: GetsOne> Check<G, IfAbsent> {
    /// There must be no such item.
    pub fn absent(get: impl Whole<Operation = G>) -> Self {
        Self::under(get)
    }
}

impl<G: GetsOne, K> Check<G, K> {
    fn under(get: impl Whole<Operation = G>) -> Self {
        let condition = Conditions::new(<G::Entity as Entity>::SCHEMA);
        Self { get: get.into_operation(), condition, marker: PhantomData }
    }
}

impl<G: fmt::Debug, K> fmt::Debug for Check<G, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Check").field("get", &self.get).field("condition", &self.condition).finish_non_exhaustive()
    }
}

impl<G, K> Whole for Check<G, K> {
    type Operation = Self;

    fn into_operation(self) -> Self {
        self
    }
}

impl<G: GetsOne, K: Guard> Transacts for Check<G, K> {
    type Answer = ();
    type Own = Self;

    fn prepare(self, table: &str, steps: &mut Vec<Step>) -> Result<()> {
        let request = Request { operation: "check", schema: <G::Entity as Entity>::SCHEMA };
        let get = self.get.into_input(table)?;
        let target = Target::new(request, get.table_name.as_ref(), get.key.as_ref());
        let mut placeholders = Placeholders::with_capacity(1, 0);
        let others = self.condition.into_node();
        let demand = Demand { exists: K::EXISTS, conditional: others.is_some(), ..Demand::NOTHING };
        let condition = match guard::condition::<K>(request.schema, others, &mut placeholders)? {
            Some(condition) => Some(condition),
            // It holds always, which DynamoDB wants to be told.
            None => {
                let field = request.schema.primary().pk.field;
                let always = Node::any([true, false].map(|exists| Node::exists(field, exists)));
                guard::condition::<K>(request.schema, Some(always), &mut placeholders)?
            }
        };
        let (names, values) = placeholders.finish();
        let check = ConditionCheck::builder()
            .set_table_name(get.table_name)
            .set_key(get.key)
            .set_condition_expression(condition)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(unbuilt)?;
        let item = TransactWriteItem::builder().condition_check(check).build();
        steps.push(Step { item, target, demand, size: 0 });
        Ok(())
    }
}
