//! `update` and `patch`: an update that begins with a key.

use std::fmt::DebugStruct;

use aws_sdk_dynamodb::types::AttributeValue;
use smallvec::SmallVec;

use super::{Begin, Sending, State, Update, UpdatePlan, finish, set_keys, unfinished::UnfinishedUpdate};
use crate::{
    entity::Entity,
    error::{AttributeError, AttributeProblem, Error, Result},
    expression::{Action, Assign, Attr, Node, Path, Term, Top, UpdateExpression},
    key::{KeyOperation, KeyPair, OnItem, PartOf, SortOperation},
    operation::write::{
        changes::ChangeList,
        difference::{difference, difference_of_rest},
        guard::{Always, Guard, IfExists},
        index_keys::{Changes, incomplete},
        known::{Known, Stored, stored},
        version,
    },
};

/// The item that is to be changed.
#[doc(hidden)]
pub struct Keyed {
    key: KeyPair,
    primary: SmallVec<[(usize, AttributeValue); 4]>,
    /// What is known of it.
    known: Known,
}

/// What an update can demand of the item whose key it has.
#[doc(hidden)]
pub trait OfKey: Guard {
    const OPERATION: &'static str;
}

/// A beginning that is a key, so that more can be known of the item than the request says: [`Always`] and [`IfExists`].
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{BeginWithKey, Update};
///
/// // An update or a patch, of which an item that was read can be told.
/// fn retitled<B: BeginWithKey<Article>>(update: Update<Article, B>, read: &Article) -> Update<Article, B> {
///     update.from(read).set(Article::attributes().title, "Two tables")
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "an upsert has the whole item: nothing more can be told of it",
    label = "is for `update` and `patch`"
)]
pub trait BeginWithKey<E>: Begin<E, Data = Keyed> {}

#[diagnostic::do_not_recommend]
impl<E: Entity, G: OfKey> BeginWithKey<E> for G {}

impl OfKey for Always {
    const OPERATION: &'static str = "update";
}

impl OfKey for IfExists {
    const OPERATION: &'static str = "patch";
}

impl<E: Entity, G: OfKey> Begin<E> for G {
    type Data = Keyed;
    type Guard = Self;

    const OPERATION: &'static str = G::OPERATION;

    fn plan(state: Box<State<Keyed>>, send: Sending) -> Result<UpdatePlan> {
        plan::<E, Self>(state, send)
    }

    fn describe(data: &Keyed, debug: &mut DebugStruct<'_, '_>) {
        debug.field("entity", &E::SCHEMA.name).field("key", &data.key);
    }
}

impl<E: Entity, G: Begin<E>, A> Update<E, G, A> {
    /// Tells what an attribute of the item is: its value, or `None` if it has none. The keys of indexes that the update
    /// changes can then be made of it. The update is made only if it still is so: as a condition.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// let patch = Article::patch().article_id("a1").set(a.author, "bob").known(a.year, 2026);
    /// patch.send(&table).await?;
    /// # Ok(()) });
    /// ```
    pub fn known<T, X, const N: usize>(
        mut self,
        attribute: Attr<E, T, X, Top<N>>,
        value: impl Assign<Option<T>>,
    ) -> Self
    where
        G: BeginWithKey<E>,
    {
        match value.assign().map(|value| attribute.encoder()(value)).transpose() {
            Ok(value) => self.state.begin.known.learn(N, value, true),
            Err(error) => self.state.changes.fail(E::SCHEMA, &attribute.path(), error),
        }
        self
    }

    /// Tells that the item lacks an attribute, as [`known`](Self::known) does with `None`.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").set(c.text, "Edited.").known_absent(c.note).send(&table).await?;
    /// # Ok(()) });
    /// ```
    pub fn known_absent<T, X, const N: usize>(mut self, _: Attr<E, T, X, Top<N>>) -> Self
    where
        G: BeginWithKey<E>,
    {
        self.state.begin.known.learn(N, None, true);
        self
    }

    /// Tells what the whole item is, as it was read. The update is made only if what it depends on still is so: the
    /// `version` if the entity has one, and else what the keys of indexes are made of.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let article = Article::get().article_id("a1").send(&table).await?.unwrap();
    /// let a = Article::attributes();
    /// Article::patch().article_id("a1").from(&article).set(a.title, "Two tables").send(&table).await?;
    ///
    /// // By now it has another version than the one that was read.
    /// let stale = Article::patch().article_id("a1").from(&article).set(a.title, "No table").send(&table).await;
    /// assert!(matches!(stale, Err(dynaent::Error::Conflict { .. })));
    /// # Ok(()) });
    /// ```
    pub fn from(mut self, item: &E) -> Self
    where
        G: BeginWithKey<E>,
    {
        self.state.begin.learn(item);
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
    /// assert!(patch.update_expression().unwrap().ends_with(" REMOVE #0"));
    /// // There is an item, and its note still is what it was.
    /// assert_eq!(patch.condition_expression(), Some("attribute_exists(#4) AND #0 = :3"));
    /// # Ok::<(), dynaent::Error>(())
    /// ```
    pub fn changes(mut self, before: &E, after: &E) -> Self
    where
        G: BeginWithKey<E>,
    {
        let Some(before) = self.state.begin.learn(before) else { return self };
        let after = match stored(after) {
            Ok(after) => after,
            Err(error) => {
                self.state.begin.key.fail(error);
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
                self.state.begin.key.fail(Error::Attributes { entity: E::SCHEMA.name, failed: vec![failed] });
                continue;
            }
            difference(&Path::attribute(E::SCHEMA, position), before.as_ref(), after, &mut found);
        }
        difference_of_rest(&before.rest, after.rest, &mut found);
        for (path, action, replaced) in found {
            // The version changes with all else, and nobody knows what a hidden attribute was, or one before `on_read`.
            let reads_otherwise = path.attribute.is_some_and(|at| E::SCHEMA.attributes[at].reads_otherwise);
            if E::SCHEMA.kept.version.is_none() && !path.hidden && !reads_otherwise {
                let still = match replaced {
                    Some(value) => Node::equal(path.clone(), Term::Value(Ok(value))),
                    None => Node::exists_at(path.clone(), false),
                };
                self.state.condition.add(still);
            }
            self.state.changes.push(E::SCHEMA, path, Ok(action));
        }
        self
    }
}

/// The expression, and all that belongs to it.
fn plan<E: Entity, G: Guard>(mut state: Box<State<Keyed>>, send: Sending) -> Result<UpdatePlan> {
    let schema = E::SCHEMA;
    let State { begin: Keyed { key, primary, known }, changes, condition, custom } = &mut *state;
    changes.check(schema)?;
    key.checked()?;
    keep::<E, G>(primary, known, changes)?;
    let key = key.item()?;
    let mut keys = SmallVec::<[_; 4]>::new();
    let what = Changes { schema, primary, changes: &changes.changes, known };
    what.keys::<E>(|field, key| keys.push((field, key)))?;

    // The primary key's attributes and the identifiers go along, so that an item which is made here is one of ours.
    let mut update = UpdateExpression::with_capacity(changes.changes.len() + keys.len() + primary.len() + 2);
    for change in changes.changes.drain(..) {
        // What is a key is written as that.
        if !change.path.attribute.is_some_and(|attribute| schema.attributes[attribute].is_key) {
            update.change(&change.path, change.action);
        }
    }
    for (position, value) in primary.drain(..) {
        if !schema.attributes[position].is_key {
            update.set(schema.attributes[position].field, value);
        }
    }
    set_keys::<E>(&mut update, keys.drain(..));
    let (lock, known) = version::demands(schema, std::mem::take(known));
    let condition = condition.take();
    let others = (condition.is_some() || !known.is_empty()).then(|| Node::all(condition.into_iter().chain(known)));
    finish::<E, G>(key, update, others, lock, send, std::mem::take(custom))
}

/// Sees to the attributes that Dynaent keeps itself.
fn keep<E: Entity, G: Guard>(
    primary: &[(usize, AttributeValue)],
    known: &Known,
    changes: &mut ChangeList,
) -> Result<()> {
    let schema = E::SCHEMA;
    if schema.kept.is_nothing() {
        return Ok(());
    }
    let now = |position: usize| E::now(position).unwrap_or_else(|| Ok(AttributeValue::Null(true)));
    if let Some(position) = schema.kept.updated_at {
        changes.push(schema, Path::attribute(schema, position), now(position).map(Action::Set));
    }
    if let Some(position) = schema.kept.created_at
        && G::EXISTS.is_none()
        && !schema.attributes[position].indexed
    {
        changes.push(schema, Path::attribute(schema, position), now(position).map(Action::SetIfAbsent));
    }
    if let Some(position) = schema.kept.created_at
        && G::EXISTS.is_none()
        && let Some(index) = schema.indexes.iter().find(|index| index.composites().any(|at| at.attribute == position))
        && known.get(position).is_none()
    {
        // What is made here would have no time, and a key of it must not change.
        return Err(incomplete(schema, index, "be updated, and perhaps made", vec![schema.attributes[position].name]));
    }
    if let Some(position) = schema.kept.version {
        let one = AttributeValue::N("1".to_owned());
        changes.push(schema, Path::attribute(schema, position), Ok(Action::Add(one)));
    }
    if schema.kept.computes {
        let what = Changes { schema, primary, changes: &changes.changes, known };
        for (position, value) in what.computed::<E>()? {
            let action = value.map_or(Action::Remove, Action::Set);
            changes.push(schema, Path::attribute(schema, position), Ok(action));
        }
    }
    changes.check(schema)
}

impl Keyed {
    /// Takes note of a whole item, which must be the one that the key names.
    fn learn<E: Entity>(&mut self, item: &E) -> Option<Stored> {
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

#[diagnostic::do_not_recommend]
impl<E: Entity, G: OfKey, const N: usize> SortOperation<N> for Update<E, G> {}

impl<E: Entity, G: OfKey> KeyOperation for Update<E, G> {
    type Unfinished<S> = UnfinishedUpdate<E, G, S>;

    fn give<T>(&mut self, value: impl PartOf<T>) {
        let Some(composite) = self.state.begin.key.give(&value) else { return };
        let position = composite.attribute;
        match value.into_attribute() {
            // An attribute in both sides of the key is given twice.
            Ok(_) if self.state.begin.primary.iter().any(|(given, _)| *given == position) => {}
            Ok(value) => self.state.begin.primary.push((position, value)),
            Err(error) => self.state.changes.fail(E::SCHEMA, &Path::attribute(E::SCHEMA, position), error),
        }
    }

    fn unfinished<S>(keys: &impl Sized) -> &UnfinishedUpdate<E, G, S> {
        UnfinishedUpdate::of(keys)
    }
}

impl<E: Entity, G: OfKey> OnItem for Update<E, G> {
    fn start() -> Self {
        let key = KeyPair::new(E::SCHEMA, E::SCHEMA.primary());
        Self::beginning(Keyed { key, primary: SmallVec::new(), known: Known::default() })
    }
}
