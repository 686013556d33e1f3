//! The changes that an update or an upsert is told, and what it knows of the item besides.

use std::cell::Cell;

use aws_sdk_dynamodb::types::AttributeValue;
use smallvec::SmallVec;

use crate::{
    entity::{Entity, ItemWriter},
    error::{AttributeError, AttributeProblem, Error, Result},
    expression::{Action, Calculation, Node, Path, Segment, Sign, Term},
    schema::{ENTITY_FIELD, EntitySchema, KeyKind, VERSION_FIELD},
    value::{Item, ValueError},
};

/// A change of what stands at a path.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) path: Path,
    pub(super) action: Action,
}

/// The changes so far, and the first thing that is wrong with them.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct ChangeList {
    pub(super) changes: SmallVec<[Change; 4]>,
    failed: Vec<AttributeError>,
    wrong: Option<Box<Error>>,
}

impl ChangeList {
    /// Takes one more change.
    pub(super) fn push(&mut self, schema: &'static EntitySchema, path: Path, action: Result<Action, ValueError>) {
        match action {
            Ok(action) => {
                if let Some(wrong) = self.find_wrong(schema, &path) {
                    self.wrong.get_or_insert_with(|| Box::new(wrong));
                }
                self.changes.push(Change { path, action });
            }
            Err(error) => self.fail(schema, &path, error),
        }
    }

    /// Keeps what is wrong with a value.
    pub(super) fn fail(&mut self, schema: &'static EntitySchema, path: &Path, error: ValueError) {
        self.failed.push(path.error(schema, error));
    }

    fn find_wrong(&self, schema: &'static EntitySchema, path: &Path) -> Option<Error> {
        if path.attribute.is_none() && is_own_field(schema, path.root()) {
            return Some(Error::OwnField { entity: schema.name, field: path.root().to_owned() });
        }
        let other = self.changes.iter().find(|change| change.path.overlaps(path))?;
        let [one, other] = [&other.path, path].map(|path| path.describe(schema));
        Some(Error::Overlap { entity: schema.name, one, other })
    }

    /// Everything that is wrong.
    pub(super) fn check(&mut self, schema: &EntitySchema) -> Result<()> {
        if let Some(wrong) = self.wrong.take() {
            return Err(*wrong);
        }
        let failed = std::mem::take(&mut self.failed);
        if failed.is_empty() { Ok(()) } else { Err(Error::Attributes { entity: schema.name, failed }) }
    }

    /// Makes the operators on an attribute begin at its default, where the item lacks it; without one, nothing else can
    /// be said of the attribute.
    ///
    /// # Errors
    /// If there is no default: the attribute is given a value, and changed.
    pub(super) fn start_from(
        &mut self,
        schema: &'static EntitySchema,
        attribute: usize,
        default: Option<AttributeValue>,
    ) -> Result<()> {
        for change in self.changes.iter_mut().filter(|change| change.path.attribute == Some(attribute)) {
            let path = change.path.describe(schema);
            let Some(value) = default.clone().filter(|_| change.path.is_whole_attribute()) else {
                let one = schema.attributes[attribute].name.to_owned();
                return Err(Error::Overlap { entity: schema.name, one, other: path });
            };
            let action = std::mem::replace(&mut change.action, Action::Remove);
            change.action = match action {
                Action::Add(number @ AttributeValue::N(_)) => {
                    let operand = Term::Value(Ok(number));
                    Action::Calculate(Box::new(Calculation { sign: Sign::Plus, operand, default: Some(value) }))
                }
                Action::Calculate(mut calculation) => {
                    calculation.default = Some(value);
                    Action::Calculate(calculation)
                }
                other => other,
            };
        }
        Ok(())
    }

    /// The changes as people read them, without the values of hidden attributes.
    pub(super) fn describe(&self, schema: &'static EntitySchema) -> Vec<String> {
        let describe = |change: &Change| {
            let path = change.path.describe(schema);
            if change.path.hidden { format!("{path}: <hidden>") } else { format!("{path}: {}", change.action) }
        };
        self.changes.iter().map(describe).collect()
    }

    /// Whether something is done to an attribute, or to what is in it.
    pub(super) fn changes(&self, attribute: usize) -> bool {
        self.changes.iter().any(|change| change.path.attribute == Some(attribute))
    }
}

/// Whether a stored field is kept by the model: an attribute, a key or an identifier.
fn is_own_field(schema: &'static EntitySchema, field: &str) -> bool {
    [ENTITY_FIELD, VERSION_FIELD].contains(&field)
        || schema.attributes.iter().any(|attribute| attribute.field == field)
        || schema.indexes.iter().any(|index| index.fields(schema).any(|(key, _)| key == field))
}

/// What is known of an item that is there: by attribute, its value, or that it has none.
#[derive(Debug, Default)]
pub(super) struct Known {
    facts: Vec<Fact>,
}

#[derive(Debug)]
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
            // Nobody knows what a hidden attribute is.
            if !schema.attributes[attribute].hidden {
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

    /// What must still hold when the write is made: what it depends on. Nothing does on an item of which the version is
    /// known, for that changes with all else.
    pub(super) fn conditions(self, schema: &'static EntitySchema) -> impl Iterator<Item = Node> {
        let version = schema.kept.version.filter(|version| self.has(*version));
        let counts = move |fact: &Fact| match version {
            Some(version) => fact.attribute == version,
            None => fact.relied_on.get(),
        };
        self.facts.into_iter().filter(counts).map(move |fact| is(schema, fact.attribute, fact.value))
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

/// Of each key of two maps, in order: what it is in the first and in the second.
fn pairs(
    before: &Item,
    mut after: Item,
) -> impl Iterator<Item = (String, Option<&AttributeValue>, Option<AttributeValue>)> {
    let mut keys: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(move |key| {
        let (before, after) = (before.get(&key), after.remove(&key));
        (key, before, after)
    })
}

/// The difference between what flattened documents hold before and after.
pub(super) fn difference_of_rest(before: &Item, after: Item, found: &mut Vec<(Path, Action, Option<AttributeValue>)>) {
    for (field, before, after) in pairs(before, after) {
        difference(&Path::field(field), before, after, found);
    }
}

/// The difference between what is stored before and after, as the fewest changes: inside maps by their entries, of sets
/// by their members. Gives each change with what it replaces.
pub(super) fn difference(
    path: &Path,
    before: Option<&AttributeValue>,
    after: Option<AttributeValue>,
    found: &mut Vec<(Path, Action, Option<AttributeValue>)>,
) {
    use AttributeValue::{Bs, M, Ns, Ss};
    let action = match (before, after) {
        (None, None) => return,
        (Some(before), Some(after)) if *before == after => return,
        (Some(M(before)), Some(M(after))) => {
            for (key, before, after) in pairs(before, after) {
                let mut inner = path.clone();
                inner.push(Segment::Name(key.into()));
                difference(&inner, before, after, found);
            }
            return;
        }
        (Some(Ss(before)), Some(Ss(after))) => match members(before, after) {
            Some(action) => action.map(Ss),
            None => return,
        },
        (Some(Ns(before)), Some(Ns(after))) => match members(before, after) {
            Some(action) => action.map(Ns),
            None => return,
        },
        (Some(Bs(before)), Some(Bs(after))) => match members(before, after) {
            Some(action) => action.map(Bs),
            None => return,
        },
        (_, Some(after)) => Difference::Whole(after),
        (Some(_), None) => return found.push((path.clone(), Action::Remove, before.cloned())),
    };
    let action = match action {
        Difference::More(members) => Action::Add(members),
        Difference::Fewer(members) => Action::Delete(members),
        Difference::Whole(value) => Action::Set(value),
    };
    found.push((path.clone(), action, before.cloned()));
}

enum Difference<T> {
    More(T),
    Fewer(T),
    Whole(T),
}

impl<T> Difference<T> {
    fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Difference<U> {
        match self {
            Self::More(members) => Difference::More(wrap(members)),
            Self::Fewer(members) => Difference::Fewer(wrap(members)),
            Self::Whole(members) => Difference::Whole(wrap(members)),
        }
    }
}

/// How the members of a set differ; nothing if only their order does.
fn members<T: PartialEq + Clone>(before: &[T], after: Vec<T>) -> Option<Difference<Vec<T>>> {
    let more: Vec<T> = after.iter().filter(|member| !before.contains(member)).cloned().collect();
    let fewer: Vec<T> = before.iter().filter(|member| !after.contains(member)).cloned().collect();
    match (more.is_empty(), fewer.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Difference::More(more)),
        (true, false) => Some(Difference::Fewer(fewer)),
        (false, false) => Some(Difference::Whole(after)),
    }
}

impl Path {
    /// An attribute of the entity.
    pub(super) fn attribute(schema: &'static EntitySchema, attribute: usize) -> Self {
        let schema = &schema.attributes[attribute];
        let mut path = Self::field(schema.field);
        path.attribute = Some(attribute);
        path.hidden = schema.hidden;
        path
    }

    /// What is wrong with a value that was to be put here.
    pub(super) fn error(&self, schema: &'static EntitySchema, error: ValueError) -> AttributeError {
        let (attribute, rest) = self.name_and_rest(schema);
        let error = if self.hidden { error.redacted() } else { error };
        AttributeError { attribute, problem: AttributeProblem::Value(error.inside(&rest)) }
    }
}
