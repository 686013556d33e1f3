//! The keys that follow the changes of an update: of an item of which it knows some attributes, and not others.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{KeyWrite, check_attributes, incomplete};
use crate::{
    entity::Entity,
    error::{AttributeError, Error, Result},
    expression::Action,
    key::{Composed, compose, dangling},
    operation::write::{changes::Change, known::Known},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeySide, Watch},
};

/// What an update tells of the item: what it changes, and what it knows.
pub(in crate::operation) struct Changes<'a> {
    pub(in crate::operation) schema: &'static EntitySchema,
    /// The attributes of the primary key.
    pub(in crate::operation) primary: &'a [(usize, AttributeValue)],
    pub(in crate::operation) changes: &'a [Change],
    pub(in crate::operation) known: &'a Known,
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
    pub(in crate::operation) fn computed<E: Entity>(&self) -> Result<Vec<(usize, Option<AttributeValue>)>> {
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
    pub(in crate::operation) fn keys<E: Entity>(&self, mut set: impl FnMut(&'static str, KeyWrite)) -> Result<()> {
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
            } else if !touched[1] && pk.as_ref().is_some_and(Outlook::is_whole) && sk.is_whole() {
                // The item enters the index, and may be made here.
                set(side, KeyWrite::Set(whole(side)?));
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
        let mut admitted = self.outlook_of(&index.pk).absent.is_empty();
        if admitted {
            let composites = self.outlook(index.composites().map(|composite| composite.attribute));
            // Of the attributes that decide, optional ones may be absent; those of the sort key may not.
            let mut unknown = [composites.missing(), self.outlook(deciding.iter().copied()).unknown].concat();
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
