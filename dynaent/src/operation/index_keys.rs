//! The key fields that a write sets, for every index of an entity.
//!
//! The rules are ElectroDB's but for half-present indexes: a partition key that lacks a composite is not written, so
//! that no partition fills with items that belong nowhere. DynamoDB has an item in an index when both keys are there.

use aws_sdk_dynamodb::types::AttributeValue;

use super::changes::{Change, Known};
use crate::{
    entity::{Entity, ItemWriter},
    error::{AttributeError, Error, KeyProblem, Result},
    expression::Action,
    key::{Composed, compose, dangling, refused},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeySide, Watch},
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

/// What an update tells of the item: what it changes, and what it knows.
pub(super) struct Changes<'a> {
    pub(super) schema: &'static EntitySchema,
    /// The attributes of the primary key.
    pub(super) primary: &'a [(usize, AttributeValue)],
    pub(super) changes: &'a [Change],
    pub(super) known: &'a Known,
}

/// What is known of an attribute as it will be.
enum Knowledge<'a> {
    Value(&'a AttributeValue),
    Absent,
    Unknown,
}

/// The composites of a side that will not be there, or of which that is not known, by name.
#[derive(Default)]
struct Outlook {
    absent: Vec<&'static str>,
    unknown: Vec<&'static str>,
}

impl Outlook {
    fn is_whole(&self) -> bool {
        self.absent.is_empty() && self.unknown.is_empty()
    }

    fn missing(self) -> Vec<&'static str> {
        [self.absent, self.unknown].concat()
    }
}

impl Changes<'_> {
    fn changes(&self, attribute: usize) -> bool {
        self.changes.iter().any(|change| change.path.attribute == Some(attribute))
    }

    /// The attribute as it will be.
    fn of(&self, attribute: usize) -> Knowledge<'_> {
        let change = self.changes.iter().find(|change| change.path.attribute == Some(attribute));
        match change.filter(|change| change.path.is_whole_attribute()).map(|change| &change.action) {
            Some(Action::Set(value)) => return Knowledge::Value(value),
            Some(Action::Remove) => return Knowledge::Absent,
            _ if change.is_some() => return Knowledge::Unknown,
            _ => {}
        }
        if let Some((_, value)) = self.primary.iter().find(|(given, _)| *given == attribute) {
            return Knowledge::Value(value);
        }
        match self.known.rely_on(attribute) {
            Some(Some(value)) => Knowledge::Value(value),
            Some(None) => Knowledge::Absent,
            None => Knowledge::Unknown,
        }
    }

    fn value(&self, attribute: usize) -> Option<&AttributeValue> {
        if let Knowledge::Value(value) = self.of(attribute) { Some(value) } else { None }
    }

    fn outlook(&self, attributes: impl Iterator<Item = usize>) -> Outlook {
        let mut outlook = Outlook::default();
        for attribute in attributes {
            let names = match self.of(attribute) {
                Knowledge::Value(_) => continue,
                Knowledge::Absent => &mut outlook.absent,
                Knowledge::Unknown => &mut outlook.unknown,
            };
            names.push(self.schema.attributes[attribute].name);
        }
        outlook
    }

    fn outlook_of(&self, side: &KeySide) -> Outlook {
        self.outlook(side.composites.iter().map(|composite| composite.attribute))
    }

    /// Whether the update changes one of the side's composites.
    fn touches(&self, side: &KeySide) -> bool {
        side.composites.iter().any(|composite| self.changes(composite.attribute))
    }

    /// The values of the attributes that are computed from others which the update changes, or at each write.
    ///
    /// # Errors
    /// If it does not know all of what an attribute is computed from.
    pub(super) fn computed<E: Entity>(&self) -> Result<Vec<(usize, Option<AttributeValue>)>> {
        let mut computed = Vec::new();
        for (position, attribute) in self.schema.attributes.iter().enumerate() {
            let watched = match attribute.watch {
                Watch::None => continue,
                Watch::Every => &[],
                Watch::These(watched) => {
                    if !watched.iter().any(|watched| self.changes(*watched)) {
                        continue;
                    }
                    watched
                }
            };
            let unknown = self.outlook(watched.iter().copied()).unknown;
            if !unknown.is_empty() {
                let (entity, attribute) = (self.schema.name, attribute.name);
                return Err(Error::IncompleteComputation { entity, attribute, missing: unknown });
            }
            let value = E::compute_stored(position, &|attribute| self.value(attribute).cloned());
            computed.push((position, value.map_err(|failed| attributes(self.schema, failed))?));
        }
        Ok(computed)
    }

    /// What the update does to the key fields, for each index and side that it touches.
    ///
    /// # Errors
    /// If it has some but not all composites of a side, or of what a condition looks at.
    pub(super) fn keys<E: Entity>(&self, mut set: impl FnMut(&'static str, KeyWrite)) -> Result<()> {
        let write = |composite: &KeyComposite, key: &mut String| {
            let value = self.value(composite.attribute);
            value.is_some_and(|value| E::write_stored(composite.attribute, composite.sortable, value, key))
        };
        let admits = |index| E::admits_stored(index, &|attribute| self.value(attribute).cloned());
        self.touched_keys(&write, &admits, &mut set)
    }

    /// As [`keys`](Self::keys), once for all entities.
    fn touched_keys(
        &self,
        write: &dyn Fn(&KeyComposite, &mut String) -> bool,
        admits: &dyn Fn(usize) -> Result<bool, AttributeError>,
        set: &mut dyn FnMut(&'static str, KeyWrite),
    ) -> Result<()> {
        for (position, index) in self.schema.indexes.iter().enumerate().skip(1) {
            if index.multi_attribute {
                if index.sides().any(|side| self.touches(side)) {
                    check_attributes(self.schema, index, write)?;
                }
                continue;
            }
            let mut set = |side: &KeySide, key| {
                if !side.shared {
                    set(side.field, key);
                }
            };
            if let Some(deciding) = index.condition {
                self.conditional_keys(position, index, deciding, write, admits, &mut set)?;
            } else {
                self.index_keys(index, write, &mut set)?;
            }
        }
        Ok(())
    }

    /// Those of an index that holds whatever has the composites of its partition key.
    fn index_keys(
        &self,
        index: &IndexSchema,
        write: &dyn Fn(&KeyComposite, &mut String) -> bool,
        set: &mut dyn FnMut(&KeySide, KeyWrite),
    ) -> Result<()> {
        let touched = [Some(&index.pk), index.sk.as_ref()].map(|side| side.is_some_and(|side| self.touches(side)));
        if touched == [false, false] {
            return Ok(());
        }
        let whole = |side: &KeySide| match compose(self.schema, index, side, write)? {
            Composed::Whole(key) => Ok(key),
            Composed::Incomplete { missing, .. } => Err(incomplete(self.schema, index, "be changed", missing)),
        };
        // A side without composites goes along with the other: its key is always the same.
        let pk = (touched[0] || index.pk.composites.is_empty()).then(|| self.outlook_of(&index.pk));
        let leaves = pk.as_ref().is_some_and(|pk| !pk.absent.is_empty());
        let mut is_static_and_empty = false;
        if let Some(side) = &index.sk {
            let sk = self.outlook_of(side);
            let empty = !side.composites.is_empty() && sk.absent.len() == side.composites.len();
            // A key that is its value alone has no text without one.
            let dangling = || Some(dangling(side)).filter(|key| !key.is_empty()).map(AttributeValue::S);
            is_static_and_empty = empty && index.pk.composites.is_empty();
            if side.composites.is_empty() {
                set(side, if leaves { KeyWrite::Remove } else { KeyWrite::Set(whole(side)?) });
            } else if !touched[1] {
                // The item enters the index: without the one composite of its sort key, at the beginning.
                if let ([composite], false) = (side.composites, leaves)
                    && !self.schema.attributes[composite.attribute].required
                    && pk.as_ref().is_some_and(Outlook::is_whole)
                    && !sk.is_whole()
                    && let Some(key) = dangling()
                {
                    set(side, if empty { KeyWrite::Set(key) } else { KeyWrite::SetIfAbsent(key) });
                }
            } else if sk.is_whole() {
                set(side, KeyWrite::Set(whole(side)?));
            } else if leaves || is_static_and_empty {
                set(side, KeyWrite::Remove);
            } else if empty {
                set(side, dangling().map_or(KeyWrite::Remove, KeyWrite::Set));
            } else if !self.outlook_of(&index.pk).absent.is_empty() {
                // The item is not in the index anyway.
                set(side, KeyWrite::Remove);
            } else {
                return Err(incomplete(self.schema, index, "be changed", sk.missing()));
            }
        }
        match pk {
            None => {}
            Some(_) if leaves || is_static_and_empty => set(&index.pk, KeyWrite::Remove),
            Some(pk) if !pk.is_whole() => return Err(incomplete(self.schema, index, "be changed", pk.missing())),
            Some(_) => set(&index.pk, KeyWrite::Set(whole(&index.pk)?)),
        }
        Ok(())
    }

    /// Those of an index with a condition: it has both keys or none.
    fn conditional_keys(
        &self,
        position: usize,
        index: &IndexSchema,
        deciding: &[usize],
        write: &dyn Fn(&KeyComposite, &mut String) -> bool,
        admits: &dyn Fn(usize) -> Result<bool, AttributeError>,
        set: &mut dyn FnMut(&KeySide, KeyWrite),
    ) -> Result<()> {
        if !index.sides().any(|side| self.touches(side)) && !deciding.iter().any(|deciding| self.changes(*deciding)) {
            return Ok(());
        }
        let composites = self.outlook(index.composites().map(|composite| composite.attribute));
        let mut admitted = composites.absent.is_empty();
        if admitted {
            // Of the attributes that decide, optional ones may be absent.
            let mut unknown = [composites.unknown, self.outlook(deciding.iter().copied()).unknown].concat();
            unknown.sort_unstable_by_key(|name| self.schema.attributes.iter().position(|known| known.name == *name));
            unknown.dedup();
            if !unknown.is_empty() {
                return Err(incomplete(self.schema, index, "be changed", unknown));
            }
            admitted = admits(position).map_err(|failed| attributes(self.schema, failed))?;
        }
        for side in index.sides() {
            let key = match admitted {
                true => match compose(self.schema, index, side, write)? {
                    Composed::Whole(key) => KeyWrite::Set(key),
                    Composed::Incomplete { missing, .. } => {
                        return Err(incomplete(self.schema, index, "be changed", missing));
                    }
                },
                false => KeyWrite::Remove,
            };
            set(side, key);
        }
        Ok(())
    }
}

fn attributes(schema: &EntitySchema, failed: AttributeError) -> Error {
    Error::Attributes { entity: schema.name, failed: vec![failed] }
}

/// The error of an index key that some attributes are missing for.
pub(super) fn incomplete(
    schema: &EntitySchema,
    index: &IndexSchema,
    operation: &'static str,
    missing: Vec<&'static str>,
) -> Error {
    Error::IncompleteIndex { entity: schema.name, operation, index: index.pattern, missing }
}
