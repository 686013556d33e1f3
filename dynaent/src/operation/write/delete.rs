//! `delete` and `remove`: an item less.

use std::{future::Pending, marker::PhantomData};

use aws_sdk_dynamodb::operation::delete_item::{DeleteItemInput, builders::DeleteItemInputBuilder};

use super::{
    answer::{Answer, Nothing, Old},
    guard::{self, Always, Guard},
    known::{Known, stored},
    outcome::{Outcome, outcome},
    plan::Plan,
    version::{self, Lock},
};
use crate::{
    entity::Entity,
    error::Result,
    expression::{Condition, Conditions, Placeholders},
    key::{KeyOperation, KeyPair, OnItem, PartOf, SortOperation},
    operation::{
        send::{
            call,
            custom::Custom,
            request::{Request, unbuilt},
        },
        unfinished::{unfiltered, unfinished, unfinished_method},
    },
    table::Table,
};

/// Deletes an item: what the entity's `delete()` (whether there is one or not) and `remove()` (which fails if there is
/// none) lead to when the key is complete.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// Comment::delete().comment_id("c1").send(&table).await?;
/// Comment::delete().comment_id("c1").send(&table).await?; // nothing to delete is no error
///
/// let gone = Comment::remove().comment_id("c1").send(&table).await;
/// assert!(matches!(gone, Err(dynaent::Error::NotFound { .. })));
/// # Ok(()) });
/// ```
#[derive(Debug)]
#[must_use = "nothing is deleted until `send` is awaited"]
pub struct Delete<E, G = Always, A = Nothing> {
    key: KeyPair,
    lock: Lock,
    condition: Conditions,
    custom: Custom<DeleteItemInputBuilder>,
    marker: PhantomData<fn() -> (E, G, A)>,
}

impl<E: Entity, G: Guard> Delete<E, G> {
    /// Makes `send` give the item that was deleted, if there was one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let deleted = Comment::delete().comment_id("c1").return_old().send(&table).await?;
    /// assert_eq!(deleted.unwrap().text, "First!");
    /// # Ok(()) });
    /// ```
    pub fn return_old(self) -> Delete<E, G, Old> {
        let Self { key, lock, condition, custom, marker: _ } = self;
        Delete { key, lock, condition, custom, marker: PhantomData }
    }
}

impl<E: Entity, G: Guard, A: Answer<E>> Delete<E, G, A> {
    /// Deletes the item only if this holds of it. A second condition must hold as well, and so must what `remove`
    /// demands.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let kept = Comment::remove().comment_id("c1").condition(c.likes.eq(0)).send(&table).await;
    /// assert!(matches!(kept, Err(dynaent::Error::ConditionFailed { .. })));
    /// # Ok(()) });
    /// ```
    pub fn condition(mut self, condition: Condition<E>) -> Self {
        self.condition.add(condition.node);
        self
    }

    /// Tells what the item is, as it was read: it is deleted only if it still is so, by its `version` if the entity has
    /// one, and else by every attribute.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let article = Article::get().article_id("a1").send(&table).await?.unwrap();
    /// let a = Article::attributes();
    /// Article::patch().article_id("a1").set(a.title, "Two tables").send(&table).await?; // by somebody else
    ///
    /// let stale = Article::delete().article_id("a1").from(&article).send(&table).await;
    /// assert!(matches!(stale, Err(dynaent::Error::Conflict { .. })));
    /// # Ok(()) });
    /// ```
    pub fn from(mut self, item: &E) -> Self {
        let stored = match stored(item) {
            Ok(stored) => stored,
            Err(error) => {
                self.key.fail(error);
                return self;
            }
        };
        let mut known = Known::default();
        known.learn_item(E::SCHEMA, &stored.attributes);
        known.rely_on_all();
        let (lock, demands) = version::demands(E::SCHEMA, known);
        self.lock = lock;
        demands.into_iter().for_each(|still| self.condition.add(still));
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
    ///
    /// Comment::delete()
    ///     .comment_id("c1")
    ///     .customize(|input| input.return_consumed_capacity(ReturnConsumedCapacity::Total))
    ///     .send(&table)
    ///     .await?;
    /// # Ok(()) });
    /// ```
    pub fn customize(
        mut self,
        change: impl FnOnce(DeleteItemInputBuilder) -> DeleteItemInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Comment::delete().comment_id("c1").request("app")?;
    /// assert_eq!(input.key().unwrap()["pk"].as_s().unwrap(), "$myapp#commentid_c1");
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key or the condition cannot be built.
    pub fn request(self, table: impl Into<String>) -> Result<DeleteItemInput> {
        self.plan(table)?.input.build().map_err(unbuilt)
    }

    /// Deletes the item.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// Comment::remove().comment_id("c1").send(&table).await?;
    /// assert_eq!(Comment::get().comment_id("c1").send(&table).await?, None);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key or the condition cannot be built or the request fails; for `remove`,
    /// [`Error::NotFound`](crate::Error::NotFound) if there is no item. If the condition does not hold,
    /// [`Error::ConditionFailed`](crate::Error::ConditionFailed), or [`Error::Conflict`](crate::Error::Conflict) if the
    /// item has another version than the one given.
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let request = request::<E, G>();
        let plan = self.plan(table.name())?;
        let key = request.key_of(plan.input.get_key().as_ref());
        let demand = plan.demand::<G>();
        let output = call::send(plan.input, request.call(), table).await;
        let output = output.map_err(|error| request.refused(table, error, key, demand))?;
        A::read(output.attributes)
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let outcome = Comment::remove().comment_id("c1").condition(c.likes.eq(0)).send_if(&table).await?;
    /// assert!(!outcome.is_applied());
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<A::Output, E>> {
        outcome(self.send(table).await)
    }

    pub(in crate::operation) fn plan(mut self, table: impl Into<String>) -> Result<Plan<DeleteItemInputBuilder>> {
        let mut placeholders = Placeholders::with_capacity(1, 0);
        let key = self.key.item()?;
        let others = self.condition.into_node();
        let conditional = others.is_some();
        let condition = guard::condition::<G>(E::SCHEMA, others, &mut placeholders)?;
        let (names, values) = placeholders.finish();
        let input = DeleteItemInput::builder()
            .table_name(table)
            .set_key(Some(key))
            .set_condition_expression(condition)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values)
            .set_return_values(A::RETURN)
            .set_return_values_on_condition_check_failure(guard::on_failure::<G>(conditional));
        Ok(Plan { input: self.custom.apply(input), conditional, lock: self.lock, size: 0 })
    }
}

pub(in crate::operation) fn request<E: Entity, G: Guard>() -> Request {
    Request { operation: if G::EXISTS.is_some() { "remove" } else { "delete" }, schema: E::SCHEMA }
}

#[diagnostic::do_not_recommend]
impl<E: Entity, G: Guard, const N: usize> SortOperation<N> for Delete<E, G> {}

impl<E: Entity, G: Guard> KeyOperation for Delete<E, G> {
    type Unfinished<S> = UnfinishedDelete<E, G, S>;

    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(&value);
    }

    fn unfinished<S>(keys: &impl Sized) -> &UnfinishedDelete<E, G, S> {
        UnfinishedDelete::of(keys)
    }
}

impl<E: Entity, G: Guard> OnItem for Delete<E, G> {
    fn start() -> Self {
        Self {
            key: KeyPair::new(E::SCHEMA, E::SCHEMA.primary()),
            lock: Lock::Open,
            condition: Conditions::new(E::SCHEMA),
            custom: Custom::default(),
            marker: PhantomData,
        }
    }
}

unfinished!(UnfinishedDelete<E, G>);

impl<E: Entity, G: Guard, S> UnfinishedDelete<E, G, S> {
    unfinished_method!(from(V) -> Delete<E, G>);
    unfinished_method!(condition(V) -> Delete<E, G>);
    unfinished_method!(customize(V) -> Delete<E, G>);
    unfinished_method!(return_old() -> Delete<E, G, Old>);
    unfinished_method!(request(V) -> Result<DeleteItemInput>);
    unfinished_method!(send(V) -> Pending<Result<()>>);
    unfinished_method!(send_if(V) -> Pending<Result<()>>);
}

unfiltered!((E, G, A) Delete<E, G, A>);
