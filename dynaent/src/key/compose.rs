//! Composing the text of a key from its composites.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    error::{KeyError, KeyProblem, Result},
    schema::{EntitySchema, IndexSchema, KeySide},
};

/// DynamoDB's limits on key fields, in bytes.
const MAX_PARTITION_KEY: usize = 2048;
pub(super) const MAX_SORT_KEY: usize = 1024;

/// The text of one side of a key, while its composites arrive in order.
#[derive(Debug)]
pub(crate) struct KeyText {
    text: String,
    given: usize,
}

impl KeyText {
    /// The prefix of the side.
    pub(crate) fn start(side: &KeySide) -> Self {
        // Room for labels and some thirty characters of each value: most keys need no second allocation.
        let labels: usize = side.composites.iter().map(|composite| composite.label.len() + 32).sum();
        let mut text = String::with_capacity(side.prefix.len() + labels + side.postfix.len());
        text.push_str(side.prefix);
        Self { text, given: 0 }
    }

    /// How many composites the text has.
    pub(crate) const fn given(&self) -> usize {
        self.given
    }

    /// Appends the next composite: its label and the value that `write` appends.
    pub(crate) fn push(
        &mut self,
        schema: &EntitySchema,
        index: &IndexSchema,
        side: &KeySide,
        write: impl FnOnce(&mut String),
    ) -> Result<()> {
        let composite = &side.composites[self.given];
        self.text.push_str(composite.label);
        let start = self.text.len();
        write(&mut self.text);
        side.casing.apply(&mut self.text, start);
        let problem = match ambiguity(&self.text[start..], side.text_after(self.given)) {
            _ if self.text.len() == start => Some(KeyProblem::Empty),
            true => Some(KeyProblem::Ambiguous {
                value: self.text[start..].to_owned(),
                separator: side.text_after(self.given),
            }),
            false => None,
        };
        self.given += 1;
        problem.map_or(Ok(()), |problem| {
            let attribute = Some(schema.attributes[composite.attribute].name);
            Err(KeyError { entity: schema.name, index: index.pattern, attribute, problem }.into())
        })
    }

    /// The text of a whole key.
    pub(crate) fn finish(mut self, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<String> {
        self.text.push_str(side.postfix);
        self.checked(schema, index, side)
    }

    /// The text that all keys share which start with the composites given so far; if all are given, the whole key.
    pub(crate) fn prefix(mut self, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<String> {
        self.text.push_str(side.text_before(self.given));
        self.checked(schema, index, side)
    }

    fn checked(self, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<String> {
        check_length(schema, index, side, self.text.len()).map(|()| self.text)
    }
}

/// Checks the size of a key in bytes against DynamoDB's limit.
pub(crate) fn check_length(schema: &EntitySchema, index: &IndexSchema, side: &KeySide, size: usize) -> Result<()> {
    let limit = if std::ptr::eq(side, &raw const index.pk) { MAX_PARTITION_KEY } else { MAX_SORT_KEY };
    if size <= limit {
        return Ok(());
    }
    let problem = KeyProblem::TooLong { field: side.field, size, limit };
    Err(KeyError { entity: schema.name, index: index.pattern, attribute: None, problem }.into())
}

/// Whether a reader of the key, looking for the separator, would find it before the value ends.
fn ambiguity(value: &str, separator: &str) -> bool {
    // Such a place begins inside the value, so the value holds the separator's first character.
    separator.chars().next().is_some_and(|first| value.contains(first))
        && [value, separator].concat().find(separator) != Some(value.len())
}

/// The text of a key whose side has no composite: the prefix and the label of the first, as ElectroDB writes it.
pub(crate) fn dangling(side: &KeySide) -> String {
    [side.prefix, side.text_before(0)].concat()
}

/// A side of a key, as far as its composites are there.
pub(crate) enum Composed {
    /// All composites are there.
    Whole(String),
    /// Some are missing: which, and whether any is there.
    Incomplete { missing: Vec<&'static str>, empty: bool },
}

/// The text of a side; `write` appends the text of an attribute, or says that it is absent.
pub(crate) fn compose(
    schema: &EntitySchema,
    index: &IndexSchema,
    side: &KeySide,
    mut write: impl FnMut(usize, &mut String) -> bool,
) -> Result<Composed> {
    let mut text = KeyText::start(side);
    let mut missing = Vec::new();
    let mut failed = Ok(());
    for composite in side.composites {
        let mut present = false;
        let pushed = text.push(schema, index, side, |key| present = write(composite.attribute, key));
        if !present {
            missing.push(schema.attributes[composite.attribute].name);
        } else if failed.is_ok() {
            failed = pushed;
        }
    }
    if missing.is_empty() {
        // A value that cannot be in a key only matters if there is a key.
        failed?;
        text.finish(schema, index, side).map(Composed::Whole)
    } else {
        let empty = missing.len() == side.composites.len();
        Ok(Composed::Incomplete { missing, empty })
    }
}

/// The text of a stored value in a key, as ElectroDB writes it: `None` for values that cannot be in one.
pub(crate) fn text_of(value: &AttributeValue) -> Option<&str> {
    match value {
        AttributeValue::S(text) | AttributeValue::N(text) => Some(text),
        AttributeValue::Bool(true) => Some("true"),
        AttributeValue::Bool(false) => Some("false"),
        _ => None,
    }
}
