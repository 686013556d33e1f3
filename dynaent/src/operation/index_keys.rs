//! The key fields that a write sets, for every index of an entity.
//!
//! The rules are ElectroDB's but for half-present indexes: a partition key that lacks a composite is not written, so
//! that no partition fills with items that belong nowhere. DynamoDB has an item in an index when both keys are there.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    entity::ItemWriter,
    error::{Error, Result},
    key::{Composed, compose, dangling, text_of},
    schema::{EntitySchema, IndexSchema, KeySide},
};

/// Writes the key fields of a whole item; `write` appends the text of an attribute to a key, or says that it is absent.
pub(super) fn of_item(
    schema: &'static EntitySchema,
    write: &dyn Fn(usize, &mut String) -> bool,
    item: &mut ItemWriter,
) -> Result<()> {
    let compose = |index: &IndexSchema, side: &KeySide| {
        // The primary key is whole, and written already.
        if side.shared && schema.primary().sides().any(|own| own.field == side.field) {
            return Ok(Composed::Whole(String::new()));
        }
        compose(schema, index, side, write)
    };
    for index in schema.indexes {
        let missing = whole_index(
            index,
            |side| compose(index, side),
            |_| false,
            |side, key| {
                let (KeyWrite::Set(key) | KeyWrite::SetIfAbsent(key)) = key;
                item.put_field(side.field, AttributeValue::S(key));
            },
        )?;
        if !missing.is_empty() {
            return Err(incomplete(schema, index, "be written", missing));
        }
    }
    Ok(())
}

/// How a key field of a whole item is written, where there may be one already.
pub(super) enum KeyWrite {
    /// The composites are given.
    Set(String),
    /// They are not: a key that is there stays.
    SetIfAbsent(String),
}

/// Writes the key fields of an index for an item that may be new. Gives the attributes that are missing where some of a
/// side are given but not all: those of a side that is `needed`, or of the sort key of an item that is in the index.
fn whole_index(
    index: &IndexSchema,
    compose: impl Fn(&KeySide) -> Result<Composed>,
    needed: impl Fn(&KeySide) -> bool,
    mut write: impl FnMut(&KeySide, KeyWrite),
) -> Result<Vec<&'static str>> {
    let mut write = |side: &KeySide, key| {
        if !side.shared {
            write(side, key);
        }
    };
    let pk = compose(&index.pk)?;
    let in_index = matches!(pk, Composed::Whole(_));
    if let Some(side) = &index.sk {
        match compose(side)? {
            // Outside the index too: with it, setting the partition key's attributes is enough to enter the index.
            Composed::Whole(sk) if in_index || !side.composites.is_empty() => write(side, KeyWrite::Set(sk)),
            // No composite of the index at all: the item is not in it.
            Composed::Incomplete { empty: true, .. } if index.pk.composites.is_empty() => return Ok(Vec::new()),
            Composed::Incomplete { empty: true, .. } if in_index => write(side, KeyWrite::SetIfAbsent(dangling(side))),
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

/// The attributes that an update sets, and those of the primary key it is for.
pub(super) struct Changes<'a> {
    pub(super) schema: &'static EntitySchema,
    pub(super) primary: &'a [(usize, AttributeValue)],
    pub(super) set: &'a [(usize, AttributeValue)],
}

impl Changes<'_> {
    fn is_set(&self, attribute: usize) -> bool {
        self.set.iter().any(|(set, _)| *set == attribute)
    }

    fn value(&self, attribute: usize) -> Option<&AttributeValue> {
        self.primary.iter().chain(self.set).find(|(given, _)| *given == attribute).map(|(_, value)| value)
    }

    fn compose(&self, index: &IndexSchema, side: &KeySide) -> Result<Composed> {
        compose(self.schema, index, side, &|attribute, key| match self.value(attribute).and_then(text_of) {
            Some(text) => {
                key.push_str(text);
                true
            }
            None => false,
        })
    }

    /// Whether the update sets one of the side's composites.
    fn touches(&self, side: &KeySide) -> bool {
        side.composites.iter().any(|composite| self.is_set(composite.attribute))
    }

    /// The key fields that the update changes, for each index and side that it touches.
    ///
    /// # Errors
    /// If it has some but not all composites of a side.
    pub(super) fn keys(&self, mut set: impl FnMut(&'static str, String)) -> Result<()> {
        for index in &self.schema.indexes[1..] {
            let touched = index.sides().any(|side| self.touches(side));
            // A side without composites goes along with the other: its key is always the same.
            let changes = |side: &KeySide| self.touches(side) || touched && side.composites.is_empty();
            for side in index.sides().filter(|side| !side.shared && changes(side)) {
                match self.compose(index, side)? {
                    Composed::Whole(key) => set(side.field, key),
                    Composed::Incomplete { missing, .. } => {
                        return Err(incomplete(self.schema, index, "be changed", missing));
                    }
                }
            }
        }
        Ok(())
    }

    /// The key fields of an upsert, which may make a whole item or change one that is there. What stands there is
    /// only overwritten by what is given.
    ///
    /// # Errors
    /// If it has some but not all composites of a side.
    pub(super) fn upsert_keys(&self, mut set: impl FnMut(&'static str, KeyWrite)) -> Result<()> {
        for index in &self.schema.indexes[1..] {
            let compose = |side: &KeySide| self.compose(index, side);
            let missing = whole_index(
                index,
                compose,
                |side| self.touches(side),
                |side, key| {
                    set(side.field, key);
                },
            )?;
            if !missing.is_empty() {
                return Err(incomplete(self.schema, index, "be upserted", missing));
            }
        }
        Ok(())
    }
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
