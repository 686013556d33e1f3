//! `update` and `patch`: some attributes of an item.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::AttributeValue,
};
use smallvec::SmallVec;

use super::{
    answer::{Answer, New, Nothing, Old, UpdatedNew, UpdatedOld, answers},
    changes::{ChangeList, Known, Stored, difference, difference_of_rest, stored},
    custom::Custom,
    guard::{self, Always, Guard},
    index_keys::{Changes, KeyWrite},
    keyed::KeyOperation,
    operators::{Addend, calculate, list, operators},
    outcome::{Outcome, outcome},
    read::key_item,
    request::{Request, unbuilt},
    version::{self, Lock},
};
use crate::{
    entity::Entity,
    error::{AttributeError, AttributeProblem, Error, Result},
    expression::{
        Action, Assign, Attr, Changeable, Computable, Condition, Node, Operand, Path, Place, Removable, Sign, Term,
        Top, UpdateExpression, check_length,
    },
    key::{KeyPair, PartOf},
    schema::{ENTITY_FIELD, VERSION_FIELD},
    table::Table,
    value::{List, MAX_ITEM_SIZE, Numeric, Set},
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
pub struct Update<E, G = Always, A = Nothing> {
    key: KeyPair,
    primary: SmallVec<[(usize, AttributeValue); 4]>,
    changes: ChangeList,
    known: Known,
    condition: Option<Node>,
    custom: Custom<UpdateItemInputBuilder>,
    marker: PhantomData<fn() -> (E, G, A)>,
}

impl<E: Entity, G: Guard> Update<E, G> {
    #[doc(hidden)]
    pub fn start() -> Self {
        Self {
            key: KeyPair::new(E::SCHEMA, E::SCHEMA.primary()),
            primary: SmallVec::new(),
            changes: ChangeList::default(),
            known: Known::default(),
            condition: None,
            custom: Custom::default(),
            marker: PhantomData,
        }
    }
}

impl<E: Entity, G: Guard> Update<E, G> {
    answers!(Update<E, G>);
}

impl<E: Entity, G: Guard, A: Answer<E>> Update<E, G, A> {
    operators!();

    /// Tells what an attribute of the item is: its value, or `None` if it has none. The keys of indexes that the update
    /// changes can then be made of it. The update is made only if it still is so: as a condition.
    pub fn known<T, X, const N: usize>(
        mut self,
        attribute: Attr<E, T, X, Top<N>>,
        value: impl Assign<Option<T>>,
    ) -> Self {
        match value.assign().map(|value| attribute.encoder()(value)).transpose() {
            Ok(value) => self.known.learn(N, value, true),
            Err(error) => self.changes.fail(E::SCHEMA, &attribute.path(), error),
        }
        self
    }

    /// Tells what the whole item is, as it was read. The update is made only if what it depends on still is so: the
    /// `version` if the entity has one, and else what the keys of indexes are made of.
    pub fn from(mut self, item: &E) -> Self {
        self.learn(item);
        self
    }

    /// Makes of one value of the entity the other, by the fewest changes: fields of documents and members of sets one by
    /// one. The update is made only if what it changes still is as it was before, or, of an entity with a `version`, if
    /// that is the same.
    ///
    /// Attributes that Dynaent keeps itself are not compared, nor are `hidden` ones that are `None` after.
    ///
    /// ```
    /// # use dynaent::{Entity, Table};
    /// # #[derive(Debug, Clone, PartialEq, Entity)]
    /// # #[entity(service = "shop", name = "Product", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Product { id: String, name: String, note: Option<String> }
    /// let before = Product { id: "1".into(), name: "Lamp".into(), note: Some("new".into()) };
    /// let after = Product { note: None, ..before.clone() };
    /// let patch = Product::patch().id("1").changes(&before, &after).request("shop")?;
    /// assert!(patch.condition_expression().unwrap().ends_with(" = :0"));
    /// # Ok::<(), dynaent::Error>(())
    /// ```
    pub fn changes(mut self, before: &E, after: &E) -> Self {
        let Some(before) = self.learn(before) else { return self };
        let after = match stored(after) {
            Ok(after) => after,
            Err(error) => {
                self.key.fail(error);
                return self;
            }
        };
        let mut found = Vec::new();
        for (position, (before, after)) in before.attributes.into_iter().zip(after.attributes).enumerate() {
            let attribute = &E::SCHEMA.attributes[position];
            if E::SCHEMA.keeps(position) || attribute.hidden && after.is_none() || before == after {
                continue;
            }
            if attribute.read_only {
                let failed = AttributeError { attribute: attribute.name, problem: AttributeProblem::ReadOnly };
                self.key.fail(Error::Attributes { entity: E::SCHEMA.name, failed: vec![failed] });
                continue;
            }
            difference(&Path::attribute(E::SCHEMA, position), before.as_ref(), after, &mut found);
        }
        difference_of_rest(&before.rest, after.rest, &mut found);
        for (path, action, replaced) in found {
            // The version changes with all else, and nobody knows what a hidden attribute was.
            if E::SCHEMA.kept.version.is_none() && !path.hidden {
                let still = match replaced {
                    Some(value) => Node::equal(path.clone(), Term::Value(Ok(value))),
                    None => Node::exists_at(path.clone(), false),
                };
                self.condition = Some(Node::all(self.condition.take().into_iter().chain([still])));
            }
            self.changes.push(E::SCHEMA, path, Ok(action));
        }
        self
    }

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
    /// If the key cannot be built, a value cannot be stored, or an index's key would be left incomplete.
    pub fn request(self, table: impl Into<String>) -> Result<UpdateItemInput> {
        self.input(table)?.0.build().map_err(unbuilt)
    }

    /// Changes the item.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails; for `patch`, [`Error::NotFound`] if there is no item. If
    /// the condition does not hold, [`Error::ConditionFailed`]; if the item is known and has another version than that,
    /// [`Error::Conflict`].
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let operation = if G::EXISTS.is_some() { "patch" } else { "update" };
        let request = Request { operation, schema: E::SCHEMA };
        let (input, conditional, lock) = self.input(table.name())?;
        let key = request.key_of(input.get_key().as_ref());
        let output = input.send_with(table.client()).await;
        let output = output.map_err(|error| request.refused::<G>(table, error, key, conditional, &lock))?;
        A::read(output.attributes)
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<A::Output, E>> {
        outcome(self.send(table).await)
    }

    /// The input, whether it has a condition besides the guard, and the version that it expects.
    fn input(mut self, table: impl Into<String>) -> Result<(UpdateItemInputBuilder, bool, Lock)> {
        let schema = E::SCHEMA;
        self.changes.check(schema)?;
        self.key.checked()?;
        let lock = self.keep()?;
        let key = key_item(self.key)?;
        let mut keys = SmallVec::<[_; 4]>::new();
        let what = Changes { schema, primary: &self.primary, changes: &self.changes.changes, known: &self.known };
        what.keys::<E>(|field, key| keys.push((field, key)))?;

        // The primary key's attributes and the identifiers go along, so that an item which is made here is one of ours.
        let changes = self.changes.changes;
        let mut update = UpdateExpression::with_capacity(changes.len() + keys.len() + self.primary.len() + 2);
        for change in changes {
            // What is a key is written as that.
            if !change.path.attribute.is_some_and(|attribute| schema.attributes[attribute].is_key) {
                update.change(&change.path, change.action);
            }
        }
        for (position, value) in self.primary {
            if !schema.attributes[position].is_key {
                update.set(schema.attributes[position].field, value);
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
        let known: SmallVec<[Node; 4]> = self.known.conditions(schema).collect();
        let others =
            (self.condition.is_some() || !known.is_empty()).then(|| Node::all(self.condition.into_iter().chain(known)));
        let conditional = others.is_some();
        let input = finish::<E, G>(update, others)?.table_name(table).set_key(Some(key));
        let input = if A::RETURN.is_some() { input.set_return_values(A::RETURN) } else { input };
        Ok((self.custom.apply(input), conditional, lock))
    }

    /// Sees to the attributes that Dynaent keeps itself, and gives the version that is expected.
    fn keep(&mut self) -> Result<Lock> {
        let schema = E::SCHEMA;
        if schema.kept.is_nothing() {
            return Ok(Lock::Open);
        }
        let now = |position: usize| E::now(position).unwrap_or_else(|| Ok(AttributeValue::Null(true)));
        if let Some(position) = schema.kept.updated_at {
            self.changes.push(schema, Path::attribute(schema, position), now(position).map(Action::Set));
        }
        if let Some(position) = schema.kept.created_at
            && G::EXISTS.is_none()
            && !schema.attributes[position].indexed
        {
            self.changes.push(schema, Path::attribute(schema, position), now(position).map(Action::SetIfAbsent));
        }
        let mut lock = Lock::Open;
        if let Some(position) = schema.kept.version {
            lock = version::known(&self.known, position);
            let one = AttributeValue::N("1".to_owned());
            self.changes.push(schema, Path::attribute(schema, position), Ok(Action::Add(one)));
        }
        if schema.kept.computes {
            let what = Changes { schema, primary: &self.primary, changes: &self.changes.changes, known: &self.known };
            for (position, value) in what.computed::<E>()? {
                let action = value.map_or(Action::Remove, Action::Set);
                self.changes.push(schema, Path::attribute(schema, position), Ok(action));
            }
        }
        self.changes.check(schema)?;
        Ok(lock)
    }

    /// Takes note of a whole item, which must be the one that the key names.
    fn learn(&mut self, item: &E) -> Option<Stored> {
        let stored = match stored(item) {
            Ok(stored) => stored,
            Err(error) => {
                self.key.fail(error);
                return None;
            }
        };
        let other = self.primary.iter().find(|(position, value)| stored.attributes[*position].as_ref() != Some(value));
        if let Some((position, _)) = other {
            let attribute = E::SCHEMA.attributes[*position].name;
            let failed = vec![AttributeError { attribute, problem: AttributeProblem::OtherItem }];
            self.key.fail(Error::Attributes { entity: E::SCHEMA.name, failed });
        }
        self.known.learn_item(E::SCHEMA, &stored.attributes);
        Some(stored)
    }
}

impl<E, G, A> Update<E, G, A> {
    pub(super) fn answering<B>(self) -> Update<E, G, B> {
        let Self { key, primary, changes, known, condition, custom, marker: _ } = self;
        Update { key, primary, changes, known, condition, custom, marker: PhantomData }
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
            Err(error) => self.changes.fail(E::SCHEMA, &Path::attribute(E::SCHEMA, position), error),
        }
    }
}

impl<E: Entity, G, A> fmt::Debug for Update<E, G, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Update")
            .field("entity", &E::SCHEMA.name)
            .field("key", &self.key)
            .field("changes", &self.changes.describe(E::SCHEMA))
            .field("condition", &self.condition.clone().map(Condition::<E>::new))
            .finish_non_exhaustive()
    }
}

/// The input of an update expression under a guard and other conditions. What it sets must fit into an item.
pub(super) fn finish<E: Entity, G: Guard>(
    update: UpdateExpression,
    others: Option<Node>,
) -> Result<UpdateItemInputBuilder> {
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
