//! What a write knows of the item that is there, and thus demands that it still be.

use std::cell::Cell;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    entity::{Entity, ItemWriter},
    error::Result,
    expression::{Node, Path, Term},
    schema::{EntitySchema, KeyKind},
    value::Item,
};

/// What is known of an item that is there: by attribute, its value, or that it has none.
#[derive(Default)]
pub(super) struct Known {
    facts: Vec<Fact>,
}

struct Fact {
    attribute: usize,
    value: Option<AttributeValue>,
    /// Whether the write depends on it.
    relied_on: Cell<bool>,
}

impl Known {
    /// Takes note of an attribute. What is known already stays, as the more special.
    pub(super) fn learn(&mut self, attribute: usize, value: Option<AttributeValue>, relied_on: bool) {
        match self.facts.iter().find(|fact| fact.attribute == attribute) {
            Some(fact) => fact.relied_on.set(fact.relied_on.get() || relied_on),
            None => self.facts.push(Fact { attribute, value, relied_on: Cell::new(relied_on) }),
        }
    }

    /// Takes note of a whole item.
    pub(super) fn learn_item(&mut self, schema: &EntitySchema, stored: &[Option<AttributeValue>]) {
        for (attribute, value) in stored.iter().enumerate() {
            // Nobody knows what a hidden attribute is, nor, after `on_read`, another one; a flattened document is in no field.
            let known = &schema.attributes[attribute];
            if !(known.hidden || known.reads_otherwise || known.field.is_empty()) {
                self.learn(attribute, value.clone(), false);
            }
        }
    }

    /// Makes the write depend on all that is known.
    pub(super) fn rely_on_all(&self) {
        self.facts.iter().for_each(|fact| fact.relied_on.set(true));
    }

    /// What is known of an attribute, on which the write then depends.
    pub(super) fn rely_on(&self, attribute: usize) -> Option<Option<&AttributeValue>> {
        let fact = self.facts.iter().find(|fact| fact.attribute == attribute)?;
        fact.relied_on.set(true);
        Some(fact.value.as_ref())
    }

    /// What is known of an attribute.
    pub(super) fn get(&self, attribute: usize) -> Option<&AttributeValue> {
        self.facts.iter().find(|fact| fact.attribute == attribute)?.value.as_ref()
    }

    /// Whether it is known what an attribute is.
    pub(super) fn has(&self, attribute: usize) -> bool {
        self.facts.iter().any(|fact| fact.attribute == attribute)
    }

    /// What the write depends on, which must still hold when it is made.
    pub(super) fn relied_on(self, schema: &'static EntitySchema) -> impl Iterator<Item = Node> {
        let relied_on = |fact: &Fact| fact.relied_on.get();
        self.facts.into_iter().filter(relied_on).map(move |fact| is(schema, fact.attribute, fact.value))
    }

    /// What the write depends on not to be there.
    pub(super) fn absences_relied_on(self, schema: &'static EntitySchema) -> impl Iterator<Item = Node> {
        let absent = |fact: &Fact| fact.value.is_none() && fact.relied_on.get();
        self.facts.into_iter().filter(absent).map(move |fact| is(schema, fact.attribute, None))
    }
}

/// That an attribute has a value, or none.
pub(super) fn is(schema: &'static EntitySchema, attribute: usize, value: Option<AttributeValue>) -> Node {
    let path = Path::attribute(schema, attribute);
    match value {
        Some(value) => Node::equal(path, Term::Value(Ok(value))),
        None => Node::exists_at(path, false),
    }
}

/// An entity as it is stored.
pub(super) struct Stored {
    /// The attributes by position; a key that is an attribute, as the attribute.
    pub(super) attributes: Vec<Option<AttributeValue>>,
    /// What flattened documents hold.
    pub(super) rest: Item,
}

/// An entity as it is stored.
pub(super) fn stored<E: Entity>(entity: &E) -> Result<Stored> {
    let mut item = ItemWriter::new(E::SCHEMA);
    entity.write_item(&mut item);
    let mut item = item.attributes_as_read()?;
    let stored = |(position, attribute): (usize, &crate::schema::AttributeSchema)| {
        if !attribute.is_key {
            return item.remove(attribute.field);
        }
        let mut text = String::new();
        let side =
            E::SCHEMA.indexes.iter().flat_map(|index| index.sides()).find(|side| side.field == attribute.field)?;
        let there = entity.write_composite(position, side.composites.first()?.sortable, &mut text);
        let value = if side.kind == KeyKind::Number { AttributeValue::N(text) } else { AttributeValue::S(text) };
        there.then_some(value)
    };
    let attributes = E::SCHEMA.attributes.iter().enumerate().map(stored).collect();
    Ok(Stored { attributes, rest: item })
}
