//! Composing the text of a key from its composites.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    error::{Error, KeyError, KeyProblem, Result},
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
    /// Whether the label of the next composite is there already, for a condition on it.
    conditional: bool,
}

impl KeyText {
    /// The prefix of the side.
    pub(crate) fn start(side: &KeySide) -> Self {
        // Most keys need no second allocation.
        let mut text = String::with_capacity(side.capacity);
        text.push_str(side.prefix);
        Self { text, given: 0, conditional: false }
    }

    /// How many composites the text has.
    pub(crate) const fn given(&self) -> usize {
        self.given
    }

    /// Appends the next composite: its label and the value that `write` appends. [`refused`] makes an error of what is
    /// wrong with it.
    pub(crate) fn push(&mut self, side: &KeySide, write: impl FnOnce(&mut String)) -> Result<(), KeyProblem> {
        let start = self.text.len() + side.composites[self.given].label.len();
        self.text.push_str(side.composites[self.given].label);
        write(&mut self.text);
        let checked = finish_value(side, self.given, &mut self.text, start);
        self.given += 1;
        checked
    }

    /// Begins the next composite, for a condition on it: its label, and what `write` appends of a value. Where the value
    /// begins.
    pub(crate) fn begin(&mut self, side: &KeySide, write: impl FnOnce(&mut String)) -> usize {
        self.text.push_str(side.text_before(self.given));
        let start = self.text.len();
        write(&mut self.text);
        side.casing.apply(&mut self.text, start);
        self.conditional = true;
        start
    }

    /// The text given so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text of a whole key.
    pub(crate) fn finish(mut self, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<String> {
        self.text.push_str(side.postfix);
        check_length(schema, index, side, self.text.len())?;
        Ok(self.text)
    }

    /// The text that all keys share which start with the composites given so far; if all are given, the whole key.
    pub(crate) fn prefix(mut self, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<String> {
        if !self.conditional {
            self.text.push_str(side.text_before(self.given));
        }
        check_length(schema, index, side, self.text.len())?;
        Ok(self.text)
    }
}

/// Cases the value of a composite, which is all that the text holds from `start` on, and says what is wrong with it.
#[inline]
fn finish_value(side: &KeySide, position: usize, text: &mut String, start: usize) -> Result<(), KeyProblem> {
    side.casing.apply(text, start);
    let (value, separator) = (&text[start..], side.text_after(position));
    if value.is_empty() {
        Err(KeyProblem::Empty)
    } else if is_ambiguous(value, separator) {
        Err(KeyProblem::Ambiguous { value: value.to_owned(), separator })
    } else {
        Ok(())
    }
}

/// Checks the size of a key in bytes against DynamoDB's limit.
#[inline]
pub(crate) fn check_length(schema: &EntitySchema, index: &IndexSchema, side: &KeySide, size: usize) -> Result<()> {
    let limit = if std::ptr::eq(side, &raw const index.pk) { MAX_PARTITION_KEY } else { MAX_SORT_KEY };
    if size <= limit {
        return Ok(());
    }
    let problem = KeyProblem::TooLong { field: side.field, size, limit };
    Err(KeyError { entity: schema.name, index: index.pattern, attribute: None, problem }.into())
}

/// The error of a value that cannot be in a key.
#[cold]
pub(super) fn refused(schema: &EntitySchema, index: &IndexSchema, attribute: usize, problem: KeyProblem) -> Error {
    let attribute = Some(schema.attributes[attribute].name);
    KeyError { entity: schema.name, index: index.pattern, attribute, problem }.into()
}

/// Whether a reader of the key, looking for the separator, would find it before the value ends.
#[inline]
fn is_ambiguous(value: &str, separator: &str) -> bool {
    // Such a place begins inside the value, so the value holds the separator's first byte.
    separator.bytes().next().is_some_and(|first| value.as_bytes().contains(&first))
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
    write: &dyn Fn(usize, &mut String) -> bool,
) -> Result<Composed> {
    let mut text = String::with_capacity(side.capacity);
    text.push_str(side.prefix);
    let mut missing = Vec::new();
    let mut failed = None;
    for (position, composite) in side.composites.iter().enumerate() {
        text.push_str(composite.label);
        let start = text.len();
        if !write(composite.attribute, &mut text) {
            missing.push(schema.attributes[composite.attribute].name);
        } else if let Err(problem) = finish_value(side, position, &mut text, start) {
            failed.get_or_insert((composite.attribute, problem));
        }
    }
    if !missing.is_empty() {
        let empty = missing.len() == side.composites.len();
        return Ok(Composed::Incomplete { missing, empty });
    }
    // A value that cannot be in a key only matters if there is a key.
    if let Some((attribute, problem)) = failed {
        return Err(refused(schema, index, attribute, problem));
    }
    text.push_str(side.postfix);
    check_length(schema, index, side, text.len())?;
    Ok(Composed::Whole(text))
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
