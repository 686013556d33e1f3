//! The builder of updates: some attributes of an item. What it begins with, tells what it is: with a key, `update` and
//! `patch`; with a whole item, `upsert`.

mod keyed;
mod operators;
mod whole;

use std::{
    fmt::{self, DebugStruct},
    marker::PhantomData,
};

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::ReturnValue,
};

pub use self::{
    keyed::BeginWithKey,
    operators::{Addable, Addend, Subtrahend},
    whole::WholeItem,
};
use super::{
    answer::{Answer, New, Nothing, Old, UpdatedNew, UpdatedOld},
    changes::ChangeList,
    custom::Custom,
    guard::{self, Always, Guard},
    outcome::{Outcome, outcome},
    request::{Request, unbuilt},
    version::Lock,
};
use crate::{
    entity::Entity,
    error::{Error, Result},
    expression::{Condition, Node, UpdateExpression, check_length},
    table::Table,
    value::MAX_ITEM_SIZE,
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
    begin: B::Data,
    changes: ChangeList,
    condition: Option<Node>,
    custom: Custom<UpdateItemInputBuilder>,
    marker: PhantomData<fn() -> (E, A)>,
}

/// Makes an item, or sets the given attributes of the one that is there: what the entity's `upsert()` leads to when
/// every required attribute is set.
///
/// On an item that is there, a default does not overwrite what is stored, nor does a `read_only` attribute that is in
/// no index. Optional attributes that are not given stay as they are. An operator of updates on an attribute takes the
/// place of its default, which then is what a missing attribute counts as: `upsert().…​.add(c.likes, 1)` makes an item
/// with one like more than the default, or adds one.
pub type Upsert<E, A = Nothing> = Update<E, WholeItem, A>;

/// What an update begins with: the key of an item, as [`Always`] and [`IfExists`](super::IfExists), or a [`WholeItem`] item.
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
    fn plan(data: Self::Data, changes: ChangeList, condition: Option<Node>) -> Result<Plan>;

    #[doc(hidden)]
    fn describe(data: &Self::Data, debug: &mut DebugStruct<'_, '_>);
}

/// An update that is ready to be sent.
#[doc(hidden)]
#[derive(Debug)]
pub struct Plan {
    input: UpdateItemInputBuilder,
    /// Whether it has a condition besides the guard.
    conditional: bool,
    /// The version that it expects.
    lock: Lock,
}

impl<E: Entity, B: Begin<E>> Update<E, B> {
    fn beginning(begin: B::Data) -> Self {
        Self { begin, changes: ChangeList::default(), condition: None, custom: Custom::default(), marker: PhantomData }
    }

    /// Makes `send` give the item as it is after the change.
    pub fn return_new(self) -> Update<E, B, New> {
        self.answering()
    }

    /// Makes `send` give the item as it was before the change, if there was one.
    pub fn return_old(self) -> Update<E, B, Old> {
        self.answering()
    }

    /// Makes `send` give the attributes that were changed, as they are after the change.
    pub fn return_updated(self) -> Update<E, B, UpdatedNew> {
        self.answering()
    }

    /// Makes `send` give the attributes that were changed, as they were before the change.
    pub fn return_updated_old(self) -> Update<E, B, UpdatedOld> {
        self.answering()
    }

    fn answering<A>(self) -> Update<E, B, A> {
        let Self { begin, changes, condition, custom, marker: _ } = self;
        Update { begin, changes, condition, custom, marker: PhantomData }
    }
}

impl<E: Entity, B: Begin<E>, A: Answer<E>> Update<E, B, A> {
    /// Changes the item only if this holds of it. A second condition must hold as well, and so must what `patch` demands.
    pub fn condition(mut self, condition: Condition<E>) -> Self {
        self.condition = Some(Node::all(self.condition.into_iter().chain([condition.node])));
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(UpdateItemInputBuilder) -> UpdateItemInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it.
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
    /// # Errors
    /// As [`request`](Self::request), and if the request fails; for `patch`, [`Error::NotFound`] if there is no item. If
    /// the condition does not hold, [`Error::ConditionFailed`]; if the item is known and has another version than that,
    /// [`Error::Conflict`].
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let request = Request { operation: B::OPERATION, schema: E::SCHEMA };
        let Plan { input, conditional, lock } = self.plan(table.name())?;
        let key = request.key_of(input.get_key().as_ref());
        let output = input.send_with(table.client()).await;
        let output = output.map_err(|error| request.refused::<B::Guard>(table, error, key, conditional, &lock))?;
        A::read(output.attributes)
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<A::Output, E>> {
        outcome(self.send(table).await)
    }

    fn plan(self, table: impl Into<String>) -> Result<Plan> {
        let mut plan = B::plan(self.begin, self.changes, self.condition)?;
        plan.input = plan.input.table_name(table);
        let returns: Option<ReturnValue> = A::RETURN;
        if returns.is_some() {
            plan.input = plan.input.set_return_values(returns);
        }
        plan.input = self.custom.apply(plan.input);
        Ok(plan)
    }
}

impl<E: Entity, B: Begin<E>, A> fmt::Debug for Update<E, B, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Update");
        B::describe(&self.begin, &mut debug);
        debug
            .field("changes", &self.changes.describe(E::SCHEMA))
            .field("condition", &self.condition.clone().map(Condition::<E>::new))
            .finish_non_exhaustive()
    }
}

/// The input of an update expression under a guard and other conditions. What it sets must fit into an item.
fn finish<E: Entity, G: Guard>(update: UpdateExpression, others: Option<Node>) -> Result<UpdateItemInputBuilder> {
    let size = update.size();
    if size > MAX_ITEM_SIZE {
        return Err(Error::TooLarge { entity: E::SCHEMA.name, size, limit: MAX_ITEM_SIZE });
    }
    let (expression, mut placeholders) = update.finish();
    check_length(E::SCHEMA, &expression)?;
    let on_failure = guard::on_failure::<G>(others.is_some());
    let condition = guard::condition::<G>(E::SCHEMA, others, &mut placeholders)?;
    let (names, values) = placeholders.finish();
    let input = UpdateItemInput::builder()
        .update_expression(expression)
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values);
    Ok(if on_failure.is_some() { input.set_return_values_on_condition_check_failure(on_failure) } else { input })
}
