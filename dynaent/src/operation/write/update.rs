//! The builder of updates: some attributes of an item. What it begins with, tells what it is: with a key, `update` and
//! `patch`; with a whole item, `upsert`.

mod keyed;
mod operators;
mod unfinished;
mod whole;

use std::{
    fmt::{self, DebugStruct},
    marker::PhantomData,
};

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::{AttributeValue, ReturnValue},
};

pub use self::{
    keyed::BeginWithKey,
    operators::{Addable, Addend, Subtrahend},
    whole::WholeItem,
};
use super::{
    answer::{Answer, New, Nothing, Old, UpdatedNew, UpdatedOld},
    changes::ChangeList,
    guard::{self, Always, Guard},
    index_keys::KeyWrite,
    outcome::{Outcome, outcome},
    plan::Plan,
    version::Lock,
};
use crate::{
    entity::Entity,
    error::{Error, Result},
    expression::{Condition, Conditions, Node, UpdateExpression, check_length},
    operation::send::{
        call,
        custom::Custom,
        request::{Request, unbuilt},
    },
    schema::{ENTITY_FIELD, VERSION_FIELD},
    table::Table,
    value::{Item, MAX_ITEM_SIZE},
};

/// Changes attributes of an item: what the entity's `update()` (which makes the item if there is none) and `patch()`
/// (which fails if there is none) lead to when the key is complete.
///
/// The keys of every index follow the change. If a change needs an attribute that the update does not set, such as the
/// second composite of a sort key of which it sets the first, tell it with [`known`](Self::known) or
/// [`from`](Self::from): otherwise it fails before anything is sent, with an error that names what is missing.
///
/// ```
/// # use dynaent::{Entity, Table};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "shop", name = "Product", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Product { id: String, name: String, price: u32, sold: u32, tags: Vec<String>, note: Option<String> }
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// let p = Product::attributes();
/// let sold: Product = Product::patch().id("1")
///     .set(p.name, "Lamp")
///     .add(p.sold, 1)
///     .append(p.tags, ["popular"])
///     .remove(p.note)
///     .condition(p.price.lt(100))
///     .return_new()
///     .send(table).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is changed until `send` is awaited"]
pub struct Update<E, B: Begin<E> = Always, A = Nothing> {
    /// Boxed: a chain of calls moves it again and again.
    state: Box<State<B::Data>>,
    marker: PhantomData<fn() -> (E, A)>,
}

/// What an update has been told so far.
#[doc(hidden)]
pub struct State<D> {
    begin: D,
    changes: ChangeList,
    condition: Conditions,
    custom: Custom<UpdateItemInputBuilder>,
}

/// Makes an item, or sets the given attributes of the one that is there: what the entity's `upsert()` leads to when
/// every required attribute is set.
///
/// On an item that is there, a default does not overwrite what is stored, nor does a `read_only` attribute that is in
/// no index. Optional attributes that are not given stay as they are. An operator of updates on an attribute takes the
/// place of its default, which then is what a missing attribute counts as: `upsert().…​.add(c.likes, 1)` makes an item
/// with one like more than the default, or adds one.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let c = Comment::attributes();
/// let upsert = || Comment::upsert().comment_id("c3").article_id("a1").text("New").add(c.likes, 1);
/// assert_eq!(upsert().return_new().send(&table).await?.likes, 1); // it is made
/// assert_eq!(upsert().return_new().send(&table).await?.likes, 2); // it is there
/// # Ok(()) });
/// ```
pub type Upsert<E, A = Nothing> = Update<E, WholeItem, A>;

/// What an update begins with: the key of an item, as [`Always`] and [`IfExists`](super::IfExists), or a [`WholeItem`] item.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Begin, Update};
///
/// // An update, a patch or an upsert.
/// fn liked<B: Begin<Comment>>(update: Update<Comment, B>) -> Update<Comment, B> {
///     update.add(Comment::attributes().likes, 1)
/// }
/// let patch = liked(Comment::patch().comment_id("c1"));
/// ```
pub trait Begin<E>: 'static {
    #[doc(hidden)]
    type Data: Send;
    /// What must be there.
    #[doc(hidden)]
    type Guard: Guard;
    #[doc(hidden)]
    const OPERATION: &'static str;

    /// The expression and all that belongs to it.
    #[doc(hidden)]
    fn plan(state: Box<State<Self::Data>>, send: Sending) -> Result<UpdatePlan>;

    #[doc(hidden)]
    fn describe(data: &Self::Data, debug: &mut DebugStruct<'_, '_>);
}

/// An update that is ready to be sent.
pub(super) type UpdatePlan = Plan<UpdateItemInputBuilder>;

/// Where an update is sent, and what it is to answer.
#[doc(hidden)]
#[derive(Debug)]
pub struct Sending {
    table: String,
    returns: Option<ReturnValue>,
}

impl<E: Entity, B: Begin<E>> Update<E, B> {
    fn beginning(begin: B::Data) -> Self {
        let (changes, condition) = (ChangeList::default(), Conditions::new(E::SCHEMA));
        Self { state: Box::new(State { begin, changes, condition, custom: Custom::default() }), marker: PhantomData }
    }

    /// Makes `send` give the item as it is after the change.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let edited: Comment = Comment::patch().comment_id("c1").set(c.text, "Edited.").return_new().send(&table).await?;
    /// assert_eq!(edited.likes, 3);
    /// # Ok(()) });
    /// ```
    pub fn return_new(self) -> Update<E, B, New> {
        self.answering()
    }

    /// Makes `send` give the item as it was before the change, if there was one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let before = Comment::update().comment_id("c1").set(c.text, "Edited.").return_old().send(&table).await?;
    /// assert_eq!(before.unwrap().text, "First!");
    /// # Ok(()) });
    /// ```
    pub fn return_old(self) -> Update<E, B, Old> {
        self.answering()
    }

    /// Makes `send` give the attributes that were changed, as they are after the change.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let updated = Comment::patch().comment_id("c1").add(c.likes, 1).return_updated().send(&table).await?;
    /// assert_eq!(updated.get(c.likes)?, Some(4));
    /// # Ok(()) });
    /// ```
    pub fn return_updated(self) -> Update<E, B, UpdatedNew> {
        self.answering()
    }

    /// Makes `send` give the attributes that were changed, as they were before the change.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let before = Comment::patch().comment_id("c1").add(c.likes, 1).return_updated_old().send(&table).await?;
    /// assert_eq!(before.get(c.likes)?, Some(3));
    /// # Ok(()) });
    /// ```
    pub fn return_updated_old(self) -> Update<E, B, UpdatedOld> {
        self.answering()
    }

    fn answering<A>(self) -> Update<E, B, A> {
        Update { state: self.state, marker: PhantomData }
    }
}

impl<E: Entity, B: Begin<E>, A: Answer<E>> Update<E, B, A> {
    /// Changes the item only if this holds of it. A second condition must hold as well, and so must what `patch` demands.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").add(c.likes, 1).condition(c.likes.lt(10)).send(&table).await?;
    /// # Ok(()) });
    /// ```
    pub fn condition(mut self, condition: Condition<E>) -> Self {
        self.state.condition.add(condition.node);
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
    ///
    /// let patch = Comment::patch().comment_id("c1").set(Comment::attributes().text, "Edited.");
    /// let input = patch.customize(|input| input.return_consumed_capacity(ReturnConsumedCapacity::Total)).request("app")?;
    /// assert!(input.return_consumed_capacity().is_some());
    /// # Ok(()) });
    /// ```
    pub fn customize(
        mut self,
        change: impl FnOnce(UpdateItemInputBuilder) -> UpdateItemInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.state.custom = self.state.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Comment::patch().comment_id("c1").remove(Comment::attributes().note).request("app")?;
    /// assert!(input.update_expression().unwrap().contains("REMOVE #0"));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key cannot be built, a value cannot be stored, or an index's key would be left incomplete. An upsert also
    /// refuses a default that would stand for a composite of a secondary index: a stored value would win over the
    /// default, and the index's key could not follow.
    pub fn request(self, table: impl Into<String>) -> Result<UpdateItemInput> {
        self.plan(table)?.input.build().map_err(unbuilt)
    }

    /// Changes the item.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let missing = Comment::patch().comment_id("c9").set(c.text, "Edited.").send(&table).await;
    /// assert!(matches!(missing, Err(dynaent::Error::NotFound { .. })));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails; for `patch`, [`Error::NotFound`] if there is no item. If
    /// the condition does not hold, [`Error::ConditionFailed`]; if the item is known and has another version than that,
    /// [`Error::Conflict`].
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let request = Request { operation: B::OPERATION, schema: E::SCHEMA };
        let plan = self.plan(table.name())?;
        let key = request.key_of(plan.input.get_key().as_ref());
        let demand = plan.demand::<B::Guard>();
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
    /// let like = Comment::patch().comment_id("c1").add(c.likes, 1).condition(c.likes.gt(5));
    /// assert!(!like.send_if(&table).await?.is_applied());
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<A::Output, E>> {
        outcome(self.send(table).await)
    }

    pub(in crate::operation) fn plan(self, table: impl Into<String>) -> Result<UpdatePlan> {
        B::plan(self.state, Sending { table: table.into(), returns: A::RETURN })
    }
}

impl<E: Entity, B: Begin<E>, A> fmt::Debug for Update<E, B, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Update");
        B::describe(&self.state.begin, &mut debug);
        debug
            .field("changes", &self.state.changes.describe(E::SCHEMA))
            .field("condition", &self.state.condition)
            .finish_non_exhaustive()
    }
}

/// Writes the key fields, and the identifiers: an item that is made by an update is one of ours.
fn set_keys<E: Entity>(update: &mut UpdateExpression, keys: impl IntoIterator<Item = (&'static str, KeyWrite)>) {
    for (field, key) in keys {
        match key {
            KeyWrite::Set(key) => update.set(field, key),
            KeyWrite::SetIfAbsent(key) => update.set_if_absent(field, key),
            KeyWrite::Remove => update.remove(field),
        }
    }
    update.set(ENTITY_FIELD, AttributeValue::S(E::SCHEMA.name.to_owned()));
    update.set(VERSION_FIELD, AttributeValue::S(E::SCHEMA.version.to_owned()));
}

/// The request of an update expression under a guard and other conditions. What it sets must fit into an item.
fn finish<E: Entity, G: Guard>(
    key: Item,
    update: UpdateExpression,
    others: Option<Node>,
    lock: Lock,
    send: Sending,
    custom: Custom<UpdateItemInputBuilder>,
) -> Result<UpdatePlan> {
    let size = update.size();
    if size > MAX_ITEM_SIZE {
        return Err(Error::TooLarge { entity: E::SCHEMA.name, size, limit: MAX_ITEM_SIZE });
    }
    let (expression, mut placeholders) = update.finish();
    check_length(E::SCHEMA, &expression)?;
    let conditional = others.is_some();
    let condition = guard::condition::<G>(E::SCHEMA, others, &mut placeholders)?;
    let (names, values) = placeholders.finish();
    let mut input = UpdateItemInput::builder()
        .table_name(send.table)
        .set_key(Some(key))
        .update_expression(expression)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values);
    // Each setter moves the whole builder, so that only those are called which have something to set.
    if let Some(condition) = condition {
        input = input.condition_expression(condition);
    }
    if let Some(returns) = send.returns {
        input = input.return_values(returns);
    }
    if let Some(on_failure) = guard::on_failure::<G>(conditional) {
        input = input.return_values_on_condition_check_failure(on_failure);
    }
    Ok(Plan { input: custom.apply(input), conditional, lock, size })
}
