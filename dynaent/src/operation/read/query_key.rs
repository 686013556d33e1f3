//! The key of a query while it is given: its partition, then composites of the sort key, the last of which may be a
//! condition.

use aws_sdk_dynamodb::types::AttributeValue;

use super::start::start_key;
use crate::{
    cursor::Cursor,
    error::{AttributeError, AttributeProblem, Error, KeyProblem, Result},
    expression::{Comparison, KeyCondition},
    key::{KeyPair, KeyRange, PartOf, Selection, Span, cast, refused},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeyKind, KeySide},
    value::Item,
};

/// What is asked of the composite that ends a query's key.
#[derive(Debug)]
enum Ending {
    /// The composite is a part of the sort key's text.
    Range(KeyRange),
    /// The composite is alone in its key field, as it is stored.
    Comparison(Comparison),
}

/// The key of a query, as far as it is given.
#[derive(Debug)]
pub struct QueryKey {
    pair: KeyPair,
    /// What is given of a multi-attribute key.
    stored: Vec<AttributeValue>,
    ending: Option<Ending>,
}

impl QueryKey {
    pub(in crate::operation) fn new(schema: &'static EntitySchema, index: &'static IndexSchema) -> Self {
        Self { pair: KeyPair::new(schema, index), stored: Vec::new(), ending: None }
    }

    pub(super) const fn schema(&self) -> &'static EntitySchema {
        self.pair.schema
    }

    pub(in crate::operation) const fn index(&self) -> &'static IndexSchema {
        self.pair.index
    }

    /// Whether all composites are given: to be asked before [`partition`](Self::partition).
    pub(super) fn is_whole(&self) -> bool {
        self.pair.is_whole()
    }

    /// The first error, if there is one.
    pub(super) fn checked(&mut self) -> Result<()> {
        self.pair.checked()
    }

    /// Takes the next composite.
    pub(super) fn give<T>(&mut self, value: impl PartOf<T>) {
        let Some(composite) = self.pair.give(&value) else { return };
        if self.pair.index.multi_attribute {
            // The sides of such a key have no field of their own.
            if let Some(value) = self.as_stored(&self.pair.index.pk, composite, value) {
                self.stored.push(value);
            }
        }
    }

    /// Takes the next composite as it is stored; `write` appends its text to a key, or says that it has none.
    pub(super) fn give_stored(
        &mut self,
        value: AttributeValue,
        write: impl FnOnce(&KeyComposite, &AttributeValue, &mut String) -> bool,
    ) {
        self.pair.push(|composite, key| _ = write(composite, &value, key));
        if self.pair.index.multi_attribute {
            self.stored.push(value);
        }
    }

    /// Ends the key with the next composite beginning with a text.
    pub(super) fn beginning_with(&mut self, plain: bool, text: &str) {
        self.ending = match self.next_composite() {
            Some(Place { stored: true, .. }) => {
                Some(Ending::Comparison(Comparison::BeginsWith(AttributeValue::S(text.to_owned()))))
            }
            Some(place) => {
                Some(Ending::Range(KeyRange::beginning_with(place.side, place.position, place.before, text, plain)))
            }
            None => None,
        };
    }

    /// Ends the key with the next composite lying between two values.
    pub(super) fn between<T, V: PartOf<T>>(
        &mut self,
        plain: bool,
        lower: Option<V>,
        upper: Option<V>,
        inclusive: bool,
    ) {
        let Some(place) = self.next_composite() else { return };
        let composite = &place.side.composites[place.position];
        self.ending = if place.stored {
            let mut stored = |bound: Option<V>| bound.and_then(|value| self.as_stored(place.side, composite, value));
            let comparison = match (stored(lower), stored(upper)) {
                (Some(lower), Some(upper)) => Some(Comparison::Between(lower, upper)),
                (Some(lower), None) => Some(Comparison::Above(lower, inclusive)),
                (None, Some(upper)) => Some(Comparison::Below(upper, inclusive)),
                // What is wrong with the value is kept.
                (None, None) => None,
            };
            comparison.map(Ending::Comparison)
        } else {
            let mut range = KeyRange::new(place.side, place.position, place.before, plain);
            let edge = |range: &KeyRange, value: V| {
                range.edge(place.side, composite, inclusive, |text| {
                    if composite.sortable { value.write_sortable(text) } else { value.write_key(text) }
                })
            };
            range.span = Span::Between(lower.map(|value| edge(&range, value)), upper.map(|value| edge(&range, value)));
            Some(Ending::Range(range))
        };
    }

    /// The place of the composite that comes next in the sort key, and what comes before it: the key ends here.
    fn next_composite(&mut self) -> Option<Place> {
        let multi_attribute = self.pair.index.multi_attribute;
        let (side, sk) = self.pair.take_sort_key()?;
        let position = sk.given();
        side.composites.get(position)?;
        let stored = multi_attribute || side.kind == KeyKind::Number;
        Some(Place { side, position, before: sk.before_next(side), stored })
    }

    /// A value as it is stored, alone in its field. What is wrong with it is kept.
    fn as_stored<T, V: PartOf<T>>(
        &mut self,
        side: &KeySide,
        composite: &KeyComposite,
        value: V,
    ) -> Option<AttributeValue> {
        let attribute = composite.attribute;
        if side.kind == KeyKind::Number {
            let mut text = String::new();
            value.write_key(&mut text);
            let number = cast(text, composite).map_err(|problem| self.pair.refuse(attribute, problem));
            return number.ok().map(AttributeValue::N);
        }
        let schema = self.pair.schema;
        let unstorable = |error| {
            let attribute = schema.attributes[attribute].name;
            let failed = vec![AttributeError { attribute, problem: AttributeProblem::Value(error) }];
            Error::Attributes { entity: schema.name, failed }
        };
        value.into_attribute().map_err(|error| self.pair.fail(unstorable(error))).ok()
    }

    /// The index, of which nothing may be given: all of it is read.
    pub(super) fn into_scanned(mut self) -> Result<&'static IndexSchema> {
        self.pair.checked()?;
        let sk = self.pair.index.sk.as_ref().filter(|_| self.ending.is_some());
        let given = self.pair.last_given().or_else(|| sk?.composites.first());
        let Some(given) = given else { return Ok(self.pair.index) };
        Err(refused(self.pair.schema, self.pair.index, given.attribute, KeyProblem::Scanned))
    }

    /// The range that is asked for, which holds fewer keys than are read, and the field of the key.
    pub(super) fn range(&self) -> Option<(&'static str, KeyRange)> {
        match (&self.ending, &self.pair.index.sk) {
            (Some(Ending::Range(range)), Some(side)) => Some((side.field, range.clone())),
            _ => None,
        }
    }

    /// Asks for the partition. Gives the key to start after, if there is a cursor; `is_ours` tells whether its sort key
    /// is one of those that are read.
    pub(super) fn partition(
        &mut self,
        key: &mut KeyCondition,
        after: Option<&Cursor>,
        is_ours: &dyn Fn(&str) -> bool,
    ) -> Result<Option<Item>> {
        self.pair.checked()?;
        let (schema, index) = (self.pair.schema, self.pair.index);
        // The attributes themselves, or what is made of them.
        let pk = if index.multi_attribute { None } else { Some(self.pair.partition_key()?) };
        let partition = pk.as_ref().map_or(self.stored.as_slice(), std::slice::from_ref);
        let start = |cursor| start_key(cursor, schema, index, index.pattern, partition, is_ours);
        let start = after.map(start).transpose()?;
        match pk {
            Some(pk) => key.equals(index.pk.field, pk),
            None => {
                let given = self.stored.drain(..index.pk.composites.len().min(self.stored.len()));
                let composites = index.pk.composites.iter();
                composites.zip(given).for_each(|(composite, value)| key.equals(schema.field(composite), value));
            }
        }
        Ok(start)
    }

    /// Asks for the sort keys that are read of one entity; `whole` says whether there is just one.
    pub(super) fn sort_key(mut self, whole: bool, key: &mut KeyCondition) -> Result<()> {
        let (schema, index) = (self.pair.schema, self.pair.index);
        match (self.ending, index.sk.as_ref()) {
            (_, None) => {}
            (Some(Ending::Range(range)), Some(side)) => key.in_range(range, schema, index, side)?,
            (ending, Some(side)) if index.multi_attribute => {
                let (given, rest) = side.composites.split_at(self.stored.len().min(side.composites.len()));
                given.iter().zip(self.stored).for_each(|(composite, value)| key.equals(schema.field(composite), value));
                if let (Some(Ending::Comparison(comparison)), Some(composite)) = (ending, rest.first()) {
                    key.compares(schema.field(composite), comparison, schema, index)?;
                }
            }
            (Some(Ending::Comparison(comparison)), Some(side)) => {
                key.compares(side.field, comparison, schema, index)?
            }
            (None, Some(side)) => match self.pair.sort_key()? {
                Some(sk) if whole => key.equals(side.field, sk),
                Some(prefix) => key.begins_with(side.field, prefix),
                None => {}
            },
        }
        Ok(())
    }

    /// What is read of the sort keys of another entity, whose keys in the index are as these up to what is given;
    /// `None` if its sort keys are no text.
    pub(super) fn selection(&self, schema: &EntitySchema, index: &IndexSchema) -> Result<Option<Selection>> {
        match (&self.ending, &index.sk) {
            (_, Some(side)) if index.multi_attribute || side.kind == KeyKind::Number => Ok(None),
            (Some(Ending::Range(range)), Some(side)) => {
                let own = self.pair.index.sk.as_ref().filter(|own| !std::ptr::eq(*own, side));
                Ok(Some(Selection::Range(own.map_or_else(|| range.clone(), |own| range.moved(own, schema, side)))))
            }
            (None, Some(side)) => self.pair.sort_key_of(schema, index, side),
            _ => Ok(None),
        }
    }
}

/// The place of a composite in a sort key.
struct Place {
    side: &'static KeySide,
    position: usize,
    /// The key before its value.
    before: String,
    /// Whether it is alone in its field, as it is stored.
    stored: bool,
}
