//! `upsert`: an update that begins with a whole item, which it makes where there is none.

use std::fmt::DebugStruct;

use aws_sdk_dynamodb::types::AttributeValue;
use smallvec::SmallVec;

use super::{Begin, Sending, State, Update, UpdatePlan, finish, set_keys};
use crate::{
    entity::{Entity, ItemWriter},
    error::{Error, Result},
    expression::{Action, Path, UpdateExpression},
    key::{Composed, compose},
    operation::write::{debug, guard::Always, index_keys, index_keys::incomplete, version, version::Lock},
    schema::{AttributeSchema, EntitySchema, IndexSchema, KeyComposite, Watch},
    value,
};

/// Begins with a whole item: `upsert`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Update, WholeItem};
///
/// fn upsert(comment: Comment) -> Update<Comment, WholeItem> {
///     Comment::upsert().item(comment)
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub enum WholeItem {}

/// The item that is to be made.
#[doc(hidden)]
pub struct Item<E> {
    entity: Result<E>,
    /// The attributes that have their defaults.
    defaulted: Vec<usize>,
}

impl<E: Entity> Update<E, WholeItem> {
    #[doc(hidden)]
    pub fn of(entity: Result<E>, defaulted: Vec<usize>) -> Self {
        Self::beginning(Item { entity, defaulted })
    }
}

impl<E: Entity> Begin<E> for WholeItem {
    type Data = Item<E>;
    type Guard = Always;

    const OPERATION: &'static str = "upsert";

    fn plan(state: Box<State<Item<E>>>, send: Sending) -> Result<UpdatePlan> {
        let schema = E::SCHEMA;
        let State { begin, mut changes, condition, custom } = *state;
        changes.check(schema)?;
        let Item { entity, defaulted } = begin;
        let mut entity = entity?.prepare();
        // Without a version of its own, an upsert checks none; it advances the one that is there.
        let lock = match version::advance(&mut entity, false) {
            Lock::At(0) => Lock::Open,
            lock => lock,
        };
        let key = primary_key(&entity)?;
        let is_primary = |position| composites(schema.primary()).any(|attribute| attribute == position);
        let changed = |position: usize| changes.changes(position);
        for index in schema.indexes[1..].iter().filter(|index| !index.multi_attribute) {
            let deciding = index.condition.into_iter().flatten().copied();
            let unsure = composites(index).chain(deciding).find(|position| {
                let by_default = defaulted.contains(position) && !schema.advances(*position);
                (by_default || changed(*position)) && !is_primary(*position)
            });
            if let Some(position) = unsure {
                return Err(incomplete(schema, index, "be upserted", vec![schema.attributes[position].name]));
            }
        }

        let in_keys: Vec<usize> = schema.indexes[1..]
            .iter()
            .flat_map(IndexSchema::composites)
            .filter(|composite| entity.write_composite(composite.attribute, composite.sortable, &mut String::new()))
            .map(|composite| composite.attribute)
            .collect();
        let mut keys = Vec::new();
        index_keys::of_upsert(&entity, |field, key| keys.push((field, key)))?;
        let mut item = ItemWriter::new(schema);
        entity.into_item(&mut item);
        let emptied = item.take_emptied();
        let mut item = item.attributes()?;
        let take = |(position, attribute): (usize, &AttributeSchema)| {
            item.remove(attribute.field).map(|value| (position, value))
        };
        let given: Vec<_> = schema.attributes.iter().enumerate().filter_map(take).collect();
        let is_given =
            |position: usize| emptied.contains(&position) || given.iter().any(|(given, _)| *given == position);
        check_deciding(schema, |position| is_primary(position) || in_keys.contains(&position) || is_given(position))?;
        check_computed(schema, |position| {
            is_given(position) && !defaulted.contains(&position) && !changes.changes(position)
        })?;
        let uncomputed = uncomputed(schema, &given, &emptied)?;
        // What a flattened document holds is in no attribute.
        let flattened: Vec<_> = item.into_iter().collect();
        let (primary, set): (Vec<_>, Vec<_>) = given.into_iter().partition(|(position, _)| is_primary(*position));

        let is_fixed = |position: usize| {
            let AttributeSchema { read_only, indexed, .. } = schema.attributes[position];
            read_only && !indexed && !is_primary(position) && !schema.advances(position)
        };
        let mut update = UpdateExpression::with_capacity(primary.len() + set.len() + keys.len() + 2);
        for (position, value) in primary.into_iter().chain(set) {
            let attribute = &schema.attributes[position];
            let fixed = is_fixed(position);
            if schema.kept.version == Some(position) {
                let one = AttributeValue::N("1".to_owned());
                update.change(&Path::attribute(schema, position), Action::Add(one));
            } else if changes.changes(position) {
                changes.start_from(schema, position, defaulted.contains(&position).then_some(value))?;
            } else if (fixed || defaulted.contains(&position)) && !schema.advances(position) {
                update.set_if_absent(attribute.field, value);
            } else {
                update.set(attribute.field, value);
            }
        }
        for position in emptied {
            let attribute = &schema.attributes[position];
            match (changes.changes(position), defaulted.contains(&position) || is_fixed(position)) {
                (true, false) => changes.start_from(schema, position, None)?,
                (false, false) => update.remove(attribute.field),
                // Where there is no set, one begins.
                (_, true) => {}
            }
        }
        for (field, value) in flattened {
            let fixed = schema.attributes.iter().flat_map(|attribute| attribute.flattened);
            match fixed.filter(|known| known.read_only).any(|known| known.field == field) {
                true => update.set_if_absent(&field, value),
                false => update.set(&field, value),
            }
        }
        for position in uncomputed {
            update.remove(schema.attributes[position].field);
        }
        for change in changes.changes {
            update.change(&change.path, change.action);
        }
        set_keys::<E>(&mut update, keys);
        let others = version::with(schema, condition.into_node(), &lock);
        finish::<E, Always>(key, update, others, lock, send, custom)
    }

    fn describe(data: &Item<E>, debug: &mut DebugStruct<'_, '_>) {
        debug::entity(debug, &data.entity);
    }
}

/// The attributes in an index's key.
fn composites(index: &IndexSchema) -> impl Iterator<Item = usize> {
    index.composites().map(|composite| composite.attribute)
}

/// The primary key of an entity, as the SDK takes it.
fn primary_key<E: Entity>(entity: &E) -> Result<value::Item> {
    let index = E::SCHEMA.primary();
    let mut item = value::Item::with_capacity(2);
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

/// The attributes that are computed from others, and are none now.
///
/// # Errors
/// If one is in an index, whose keys only DynamoDB knows.
fn uncomputed(
    schema: &'static EntitySchema,
    given: &[(usize, AttributeValue)],
    emptied: &[usize],
) -> Result<SmallVec<[usize; 4]>> {
    if !schema.kept.computes {
        return Ok(SmallVec::new());
    }
    let is_none = |(position, attribute): &(usize, &AttributeSchema)| {
        matches!(attribute.watch, Watch::These(_))
            && !attribute.field.is_empty()
            && !emptied.contains(position)
            && given.iter().all(|(given, _)| given != position)
    };
    let none: SmallVec<[usize; 4]> =
        schema.attributes.iter().enumerate().filter(is_none).map(|(position, _)| position).collect();
    for index in &schema.indexes[1..] {
        if let Some(position) = none.iter().find(|none| composites(index).any(|composite| composite == **none)) {
            return Err(incomplete(schema, index, "be upserted", vec![schema.attributes[*position].name]));
        }
    }
    Ok(none)
}

/// Where a condition decides whether the item is in an index, all that it looks at must be given: of what is not, the
/// stored value stays, and only DynamoDB knows it.
fn check_deciding(schema: &EntitySchema, is_given: impl Fn(usize) -> bool) -> Result<()> {
    for index in schema.indexes {
        let Some(deciding) = index.condition else { continue };
        let attributes = || composites(index).chain(deciding.iter().copied());
        let primary: Vec<usize> = composites(schema.primary()).collect();
        if !attributes().any(|position| is_given(position) && !primary.contains(&position)) {
            continue;
        }
        let mut missing: Vec<&'static str> = Vec::new();
        for position in attributes().filter(|position| !is_given(*position)) {
            let name = schema.attributes[position].name;
            if !missing.contains(&name) {
                missing.push(name);
            }
        }
        if !missing.is_empty() {
            return Err(incomplete(schema, index, "be upserted", missing));
        }
    }
    Ok(())
}

/// What an attribute is computed from must be given: of what is not, the stored value stays, and only DynamoDB knows it.
fn check_computed(schema: &EntitySchema, is_given: impl Fn(usize) -> bool) -> Result<()> {
    if !schema.kept.computes {
        return Ok(());
    }
    for attribute in schema.attributes {
        let Watch::These(watched) = attribute.watch else { continue };
        let missing: Vec<_> =
            watched.iter().filter(|at| !is_given(**at)).map(|at| schema.attributes[*at].name).collect();
        if !missing.is_empty() {
            return Err(Error::IncompleteComputation { entity: schema.name, attribute: attribute.name, missing });
        }
    }
    Ok(())
}
