//! The key fields that a write sets, for every index of an entity.
//!
//! The rules are ElectroDB's but for half-present indexes: a partition key that lacks a composite is not written, so
//! that no partition fills with items that belong nowhere. DynamoDB has an item in an index when both keys are there.

mod changed;

use aws_sdk_dynamodb::types::AttributeValue;

pub(super) use self::changed::Changes;
use crate::{
    entity::{Entity, ItemWriter},
    error::{Error, KeyProblem, Result},
    key::{Composed, compose, dangling, refused},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeySide},
};

/// Writes the key fields of a whole item.
pub(super) fn of_item<E: Entity>(entity: &E, item: &mut ItemWriter) -> Result<()> {
    whole_item(
        E::SCHEMA,
        &|composite, key| entity.write_composite(composite.attribute, composite.sortable, key),
        &|index| entity.admits(index),
        item,
    )
}

/// As [`of_item`], once for all entities: `write` appends the text of a composite, or says that it is absent; `admits`
/// tells whether an index's condition lets the item in.
fn whole_item(
    schema: &'static EntitySchema,
    write: &dyn Fn(&KeyComposite, &mut String) -> bool,
    admits: &dyn Fn(usize) -> bool,
    item: &mut ItemWriter,
) -> Result<()> {
    let compose = |index: &IndexSchema, side: &KeySide| {
        // The primary key is whole, and written already.
        if side.shared && schema.primary().sides().any(|own| own.field == side.field) {
            return Ok(Composed::Whole(AttributeValue::Null(true)));
        }
        compose(schema, index, side, write)
    };
    for (position, index) in schema.indexes.iter().enumerate() {
        if index.multi_attribute {
            match check_attributes(schema, index, write) {
                Err(Error::Key(error)) => item.refuse(*error),
                checked => checked?,
            }
            continue;
        }
        let missing = whole_index(
            index,
            |side| compose(index, side),
            |_| false,
            || admits(position),
            |side, key| {
                // There is nothing to remove from a new item.
                if let KeyWrite::Set(key) | KeyWrite::SetIfAbsent(key) = key {
                    item.put_field(side.field, key);
                }
            },
        );
        match missing {
            Ok(missing) if missing.is_empty() => {}
            Ok(missing) => return Err(incomplete(schema, index, "be written", missing)),
            // What else is wrong with the item is told along with it.
            Err(Error::Key(error)) => item.refuse(*error),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// DynamoDB takes no empty text in a key, also where the attribute itself is the key.
fn check_attributes(
    schema: &EntitySchema,
    index: &IndexSchema,
    write: &dyn Fn(&KeyComposite, &mut String) -> bool,
) -> Result<()> {
    for composite in index.composites() {
        let mut text = String::new();
        if write(composite, &mut text) && text.is_empty() {
            return Err(refused(schema, index, composite.attribute, KeyProblem::Empty));
        }
    }
    Ok(())
}

/// How a key field is written, where there may be one already.
pub(super) enum KeyWrite {
    /// The composites are given.
    Set(AttributeValue),
    /// They are not: a key that is there stays.
    SetIfAbsent(AttributeValue),
    /// The item is not in the index: it lacks composites, or the index's condition keeps it out.
    Remove,
}

/// Writes the key fields of an index for an item that may be new. Gives the attributes that are missing where some of a
/// side are given but not all: those of a side that is `needed`, or of the sort key of an item that is in the index.
fn whole_index(
    index: &IndexSchema,
    compose: impl Fn(&KeySide) -> Result<Composed>,
    needed: impl Fn(&KeySide) -> bool,
    admits: impl Fn() -> bool,
    mut write: impl FnMut(&KeySide, KeyWrite),
) -> Result<Vec<&'static str>> {
    let mut write = |side: &KeySide, key| {
        if !side.shared {
            write(side, key);
        }
    };
    if index.condition.is_some() {
        return conditional_index(index, compose, needed, admits, write);
    }
    let pk = compose(&index.pk)?;
    let in_index = matches!(pk, Composed::Whole(_));
    if let Some(side) = &index.sk {
        match compose(side)? {
            // Outside the index too: with it, setting the partition key's attributes is enough to enter the index.
            Composed::Whole(sk) if in_index || !side.composites.is_empty() => write(side, KeyWrite::Set(sk)),
            // No composite of the index at all: the item is not in it.
            Composed::Incomplete { empty: true, .. } if index.pk.composites.is_empty() => return Ok(Vec::new()),
            Composed::Incomplete { empty: true, .. } if in_index => {
                // A key that is its value alone has no text without one.
                let key = Some(dangling(side)).filter(|key| !key.is_empty());
                if let Some(key) = key {
                    write(side, KeyWrite::SetIfAbsent(AttributeValue::S(key)));
                }
            }
            Composed::Incomplete { missing, .. } if in_index || needed(side) => return Ok(missing),
            Composed::Whole(_) | Composed::Incomplete { .. } => {}
        }
    }
    match pk {
        Composed::Whole(pk) => write(&index.pk, KeyWrite::Set(pk)),
        Composed::Incomplete { missing, .. } if needed(&index.pk) => return Ok(missing),
        Composed::Incomplete { .. } => {}
    }
    Ok(Vec::new())
}

/// The same for an index with a condition: it has both keys or none, so it needs all of its composites.
#[cold]
#[inline(never)]
fn conditional_index(
    index: &IndexSchema,
    compose: impl Fn(&KeySide) -> Result<Composed>,
    needed: impl Fn(&KeySide) -> bool,
    admits: impl Fn() -> bool,
    mut write: impl FnMut(&KeySide, KeyWrite),
) -> Result<Vec<&'static str>> {
    let pk = compose(&index.pk);
    let sk = index.sk.as_ref().map(|side| (side, compose(side)));
    match (&pk, &sk) {
        (Ok(Composed::Incomplete { missing, .. }), _) => {
            return Ok(if needed(&index.pk) { missing.clone() } else { Vec::new() });
        }
        (_, Some((_, Ok(Composed::Incomplete { missing, .. })))) => return Ok(missing.clone()),
        _ => {}
    }
    // What is wrong with a value only matters if there is a key.
    let admitted = admits();
    for (side, key) in std::iter::once((&index.pk, pk)).chain(sk) {
        match key {
            _ if !admitted => write(side, KeyWrite::Remove),
            Ok(Composed::Whole(key)) => write(side, KeyWrite::Set(key)),
            Ok(Composed::Incomplete { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Vec::new())
}

/// The key fields of an upsert, which may make a whole item or change one that is there. What stands there is only
/// overwritten by what is given.
///
/// # Errors
/// If it has some but not all composites of a side.
pub(super) fn of_upsert<E: Entity>(entity: &E, mut set: impl FnMut(&'static str, KeyWrite)) -> Result<()> {
    let schema = E::SCHEMA;
    let write = |composite: &KeyComposite, key: &mut String| {
        entity.write_composite(composite.attribute, composite.sortable, key)
    };
    let is_primary = |attribute| schema.primary().composites().any(|composite| composite.attribute == attribute);
    let given = |composite: &KeyComposite| !is_primary(composite.attribute) && write(composite, &mut String::new());
    for (position, index) in schema.indexes.iter().enumerate().skip(1) {
        if index.multi_attribute {
            check_attributes(schema, index, &write)?;
            continue;
        }
        let missing = whole_index(
            index,
            |side| compose(schema, index, side, &write),
            |side| side.composites.iter().any(given),
            || entity.admits(position),
            |side, key| set(side.field, key),
        )?;
        if !missing.is_empty() {
            return Err(incomplete(schema, index, "be upserted", missing));
        }
    }
    Ok(())
}

/// The error of an index key that some attributes are missing for.
pub(in crate::operation) fn incomplete(
    schema: &EntitySchema,
    index: &IndexSchema,
    operation: &'static str,
    missing: Vec<&'static str>,
) -> Error {
    Error::IncompleteIndex { entity: schema.name, operation, index: index.pattern, missing }
}
