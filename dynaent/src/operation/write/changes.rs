//! The changes that an update or an upsert is told.

use aws_sdk_dynamodb::types::AttributeValue;
use smallvec::SmallVec;

use crate::{
    error::{AttributeError, Error, Result},
    expression::{Absent, Action, Calculation, Path, Sign, Term},
    schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    value::{ValueError, ValueProblem},
};

/// A change of what stands at a path.
pub(super) struct Change {
    pub(super) path: Path,
    pub(super) action: Action,
}

/// The changes so far, and the first thing that is wrong with them.
#[doc(hidden)]
#[derive(Default)]
pub struct ChangeList {
    /// With room for one more, the box of an update would be over 1 KB, for which malloc tidies up each time.
    pub(super) changes: SmallVec<[Change; 3]>,
    failed: Vec<AttributeError>,
    wrong: Option<Box<Error>>,
}

impl ChangeList {
    /// Takes one more change.
    pub(super) fn push(&mut self, schema: &'static EntitySchema, path: Path, action: Result<Action, ValueError>) {
        let action = match action {
            Ok(action) => action,
            Err(error) => return self.fail(schema, &path, error),
        };
        if let Some(problem) = problem(schema, &path, &action) {
            return self.fail(schema, &path, problem);
        }
        if let Some(wrong) = self.find_wrong(schema, &path) {
            self.wrong.get_or_insert_with(|| Box::new(wrong));
        }
        self.changes.push(Change { path, action });
    }

    /// Keeps all that is wrong with a value.
    #[cold]
    pub(super) fn fail(&mut self, schema: &'static EntitySchema, path: &Path, error: ValueError) {
        self.failed.extend(error.into_each().map(|error| path.error(schema, error)));
    }

    fn find_wrong(&self, schema: &'static EntitySchema, path: &Path) -> Option<Error> {
        if path.is_raw && is_own_field(schema, path.root()) {
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

    /// Makes the operators on an attribute begin at its default, where the item lacks it and they do not bring their own;
    /// without one, nothing else can be said of the attribute.
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
                // DynamoDB cannot begin at a set.
                Action::Add(AttributeValue::Ss(_) | AttributeValue::Ns(_) | AttributeValue::Bs(_))
                | Action::Delete(_) => {
                    let one = schema.attributes[attribute].name.to_owned();
                    return Err(Error::Overlap { entity: schema.name, one, other: path });
                }
                Action::Add(number @ AttributeValue::N(_)) => {
                    let operand = Term::Value(Ok(number));
                    let absent = Absent::Value(value);
                    Action::Calculate(Box::new(Calculation { sign: Sign::Plus, operand, absent }))
                }
                Action::Calculate(mut calculation) => {
                    if !matches!(calculation.absent, Absent::Value(_)) {
                        calculation.absent = Absent::Value(value);
                    }
                    Action::Calculate(calculation)
                }
                Action::Join(mut joined) => {
                    joined.absent = value;
                    Action::Join(joined)
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

/// What is wrong with an action at a path, if anything is.
fn problem(schema: &EntitySchema, path: &Path, action: &Action) -> Option<ValueError> {
    if path.is_in_module() && *action != Action::Remove {
        return Some(ValueError::in_module());
    }
    if action.is_too_deep(path.segments().len() - 1) {
        return Some(ValueProblem::TooDeep.into());
    }
    let source = action.source().filter(|source| !source.means_the_same(path, schema))?;
    let source = source.describe(schema);
    Some(ValueError::other(format!("`{source}` is stored in another form, which would be taken as it is")))
}

/// Whether a stored field is kept by the model: an attribute, a key or an identifier.
fn is_own_field(schema: &'static EntitySchema, field: &str) -> bool {
    [ENTITY_FIELD, VERSION_FIELD].contains(&field)
        || schema.attributes.iter().any(|attribute| {
            attribute.field == field || attribute.flattened.iter().any(|flattened| flattened.field == field)
        })
        || schema.indexes.iter().any(|index| index.fields(schema).any(|(key, _)| key == field))
}
