//! `upsert`: a whole item where there is none, the given attributes where there is one.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::{
    operation::update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    types::AttributeValue,
};

use super::{
    answer::{Answer, New, Nothing, Old, UpdatedNew, UpdatedOld, answers},
    changes::ChangeList,
    custom::Custom,
    guard::Always,
    index_keys::{self, KeyWrite, incomplete},
    operators::{Addend, calculate, list, operators},
    outcome::{Outcome, outcome},
    request::{Request, unbuilt},
    update::finish,
    version::{self, Lock},
};
use crate::{
    entity::{Entity, ItemWriter},
    error::{Error, Result},
    expression::{
        Action, Assign, Attr, Changeable, Computable, Condition, Node, Operand, Path, Place, Removable, Sign,
        UpdateExpression,
    },
    key::{Composed, compose},
    schema::{AttributeSchema, ENTITY_FIELD, EntitySchema, IndexSchema, KeyComposite, VERSION_FIELD, Watch},
    table::Table,
    value::{Item, List, Numeric, Set},
};

/// Makes an item, or sets the given attributes of the one that is there: what the entity's `upsert()` leads to when
/// every required attribute is set.
///
/// On an item that is there, a default does not overwrite what is stored, nor does a `read_only` attribute that is in
/// no index. Optional attributes that are not given stay as they are. An operator of updates on an attribute takes the
/// place of its default, which then is what a missing attribute counts as: `upsert().…​.add(c.likes, 1)` makes an item
/// with one like more than the default, or adds one.
#[must_use = "nothing is written until `send` is awaited"]
pub struct Upsert<E, A = Nothing> {
    entity: Result<E>,
    /// The attributes that have their defaults.
    defaulted: Vec<usize>,
    changes: ChangeList,
    condition: Option<Node>,
    custom: Custom<UpdateItemInputBuilder>,
    marker: PhantomData<fn() -> A>,
}

impl<E: Entity> Upsert<E> {
    #[doc(hidden)]
    pub fn of(entity: Result<E>, defaulted: Vec<usize>) -> Self {
        let (changes, condition, custom) = (ChangeList::default(), None, Custom::default());
        Self { entity, defaulted, changes, condition, custom, marker: PhantomData }
    }

    answers!(Upsert<E>);
}

impl<E: Entity, A: Answer<E>> Upsert<E, A> {
    operators!();

    /// Writes only if this holds of the item that is there. A second condition must hold as well.
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
    /// If the item cannot be written as it is. Also if a default would stand for a composite of a secondary index: a
    /// stored value would win over the default, and the index's key could not follow.
    pub fn request(self, table: impl Into<String>) -> Result<UpdateItemInput> {
        self.input(table)?.0.build().map_err(unbuilt)
    }

    /// Makes or changes the item.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails. If the condition does not hold,
    /// [`Error::ConditionFailed`](crate::Error::ConditionFailed); if a whole item was given that has a `version`, and the
    /// stored one another, [`Error::Conflict`](crate::Error::Conflict).
    pub async fn send(self, table: &Table) -> Result<A::Output> {
        let request = Request { operation: "upsert", schema: E::SCHEMA };
        let (input, conditional, lock) = self.input(table.name())?;
        let key = request.key_of(input.get_key().as_ref());
        let output = input.send_with(table.client()).await;
        let output = output.map_err(|error| request.refused::<Always>(table, error, key, conditional, &lock))?;
        A::read(output.attributes)
    }

    /// As [`send`](Self::send), with a condition that does not hold as an outcome and not as an error.
    ///
    /// # Errors
    /// As `send`, but for conditions.
    pub async fn send_if(self, table: &Table) -> Result<Outcome<A::Output, E>> {
        outcome(self.send(table).await)
    }

    /// The input, whether it has a condition, and the version that it expects.
    fn input(mut self, table: impl Into<String>) -> Result<(UpdateItemInputBuilder, bool, Lock)> {
        let schema = E::SCHEMA;
        self.changes.check(schema)?;
        let mut entity = self.entity?.prepare();
        // Without a version of its own, an upsert checks none; it advances the one that is there.
        let lock = match version::advance(&mut entity, false) {
            Lock::At(0) => Lock::Open,
            lock => lock,
        };
        let key = primary_key(&entity)?;
        let is_primary = |position| composites(schema.primary()).any(|attribute| attribute == position);
        let changed = |position: usize| self.changes.changes(position);
        for index in schema.indexes[1..].iter().filter(|index| !index.multi_attribute) {
            let deciding = index.condition.into_iter().flatten().copied();
            let unsure = composites(index).chain(deciding).find(|position| {
                let defaulted = self.defaulted.contains(position) && !schema.advances(*position);
                (defaulted || changed(*position)) && !is_primary(*position)
            });
            if let Some(position) = unsure {
                return Err(incomplete(schema, index, "be upserted", vec![schema.attributes[position].name]));
            }
        }

        let mut keys = Vec::new();
        index_keys::of_upsert(&entity, |field, key| keys.push((field, key)))?;
        let mut item = ItemWriter::new(schema);
        entity.into_item(&mut item);
        let mut item = item.attributes()?;
        let take = |(position, attribute): (usize, &AttributeSchema)| {
            item.remove(attribute.field).map(|value| (position, value))
        };
        let given: Vec<_> = schema.attributes.iter().enumerate().filter_map(take).collect();
        check_computed(schema, &self.defaulted, &self.changes, &given)?;
        // What a flattened document holds is in no attribute.
        let flattened: Vec<_> = item.into_iter().collect();
        let (primary, set): (Vec<_>, Vec<_>) = given.into_iter().partition(|(position, _)| is_primary(*position));

        let mut update = UpdateExpression::with_capacity(primary.len() + set.len() + keys.len() + 2);
        for (position, value) in primary.into_iter().chain(set) {
            let attribute = &schema.attributes[position];
            let fixed =
                attribute.read_only && !attribute.indexed && !is_primary(position) && !schema.advances(position);
            if schema.kept.version == Some(position) {
                let one = AttributeValue::N("1".to_owned());
                update.change(&Path::attribute(schema, position), Action::Add(one));
            } else if self.changes.changes(position) {
                self.changes.start_from(schema, position, self.defaulted.contains(&position).then_some(value))?;
            } else if (fixed || self.defaulted.contains(&position)) && !schema.advances(position) {
                update.set_if_absent(attribute.field, value);
            } else {
                update.set(attribute.field, value);
            }
        }
        for (field, value) in flattened {
            update.set(&field, value);
        }
        for change in self.changes.changes {
            update.change(&change.path, change.action);
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
        let others = version::with(schema, self.condition, &lock);
        let conditional = others.is_some();
        let input = finish::<E, Always>(update, others)?.table_name(table).set_key(Some(key));
        Ok((self.custom.apply(input.set_return_values(A::RETURN)), conditional, lock))
    }
}

impl<E, A> Upsert<E, A> {
    fn answering<B>(self) -> Upsert<E, B> {
        let Self { entity, defaulted, changes, condition, custom, marker: _ } = self;
        Upsert { entity, defaulted, changes, condition, custom, marker: PhantomData }
    }
}

impl<E: Entity, A> fmt::Debug for Upsert<E, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Upsert");
        super::debug::entity(&mut debug, &self.entity);
        debug
            .field("changes", &self.changes.describe(E::SCHEMA))
            .field("condition", &self.condition.clone().map(Condition::<E>::new))
            .finish_non_exhaustive()
    }
}

/// The attributes in an index's key.
fn composites(index: &IndexSchema) -> impl Iterator<Item = usize> {
    index.composites().map(|composite| composite.attribute)
}

/// The primary key of an entity, as the SDK takes it.
fn primary_key<E: Entity>(entity: &E) -> Result<Item> {
    let index = E::SCHEMA.primary();
    let mut item = Item::with_capacity(2);
    for side in index.sides() {
        let write = |composite: &KeyComposite, key: &mut String| {
            entity.write_composite(composite.attribute, composite.sortable, key)
        };
        match compose(E::SCHEMA, index, side, &write)? {
            Composed::Whole(key) => item.insert(side.field.to_owned(), key),
            Composed::Incomplete { missing, .. } => {
                return Err(incomplete(E::SCHEMA, index, "be upserted", missing));
            }
        };
    }
    Ok(item)
}

/// What an attribute is computed from must be given: of what is not, the stored value stays, and only DynamoDB knows it.
fn check_computed(
    schema: &EntitySchema,
    defaulted: &[usize],
    changes: &ChangeList,
    given: &[(usize, AttributeValue)],
) -> Result<()> {
    if !schema.kept.computes {
        return Ok(());
    }
    for attribute in schema.attributes {
        let Watch::These(watched) = attribute.watch else { continue };
        let is_unknown = |position: &&usize| {
            defaulted.contains(position)
                || changes.changes(**position)
                || given.iter().all(|(given, _)| given != *position)
        };
        let missing: Vec<_> = watched.iter().filter(is_unknown).map(|at| schema.attributes[*at].name).collect();
        if !missing.is_empty() {
            return Err(Error::IncompleteComputation { entity: schema.name, attribute: attribute.name, missing });
        }
    }
    Ok(())
}
