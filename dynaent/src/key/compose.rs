//! Composing the text of a key from its composites.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    error::{Error, KeyError, KeyProblem, Result},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeyKind, KeySide, PartKind},
    value::{MAX_DIGITS, has_too_many_digits},
};

/// DynamoDB's limits on key fields, in bytes.
const MAX_PARTITION_KEY: usize = 2048;
pub(super) const MAX_SORT_KEY: usize = 1024;

/// The text of one side of a key, while its composites arrive in order.
#[derive(Debug, Default)]
pub(crate) struct KeyText {
    text: String,
    given: usize,
    /// Whether sigmas in it are still to be cased.
    has_sigma: bool,
}

impl KeyText {
    /// The prefix of the side.
    pub(crate) fn start(side: &KeySide) -> Self {
        // Most keys need no second allocation.
        let mut text = String::with_capacity(side.capacity);
        text.push_str(side.prefix);
        Self { text, given: 0, has_sigma: false }
    }

    /// The same composites behind the prefix of another side.
    pub(crate) fn moved(&self, from: &KeySide, to: &KeySide) -> Self {
        let composites = self.text.strip_prefix(from.prefix).unwrap_or_default();
        Self { text: [to.prefix, composites].concat(), ..*self }
    }

    /// The text so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// How many composites the text has.
    pub(crate) const fn given(&self) -> usize {
        self.given
    }

    /// Appends the next composite: its label and the value that `write` appends. [`refused`] makes an error of what is
    /// wrong with it.
    pub(crate) fn push(&mut self, side: &KeySide, write: impl FnOnce(&mut String)) -> Result<(), KeyProblem> {
        self.text.push_str(side.composites[self.given].label);
        let start = self.text.len();
        write(&mut self.text);
        let checked = finish_value(side, self.given, &mut self.text, start);
        self.given += 1;
        checked.map(|has_sigma| self.has_sigma |= has_sigma)
    }

    /// The key up to where the value of the next composite begins.
    pub(crate) fn before_next(mut self, side: &KeySide) -> String {
        self.text.push_str(side.text_before(self.given));
        self.text
    }

    /// A whole key.
    pub(crate) fn finish(
        mut self,
        schema: &EntitySchema,
        index: &IndexSchema,
        side: &KeySide,
    ) -> Result<AttributeValue> {
        self.text.push_str(side.postfix);
        whole(schema, index, side, self.text, self.has_sigma)
    }

    /// The text that all keys share which start with the composites given so far; if all are given, the whole key.
    pub(crate) fn prefix(
        mut self,
        schema: &EntitySchema,
        index: &IndexSchema,
        side: &KeySide,
    ) -> Result<AttributeValue> {
        if self.given == side.composites.len() {
            return self.finish(schema, index, side);
        }
        self.text.push_str(side.text_before(self.given));
        check_length(schema, index, side, self.text.len())?;
        Ok(AttributeValue::S(if self.has_sigma { side.casing.finish(self.text) } else { self.text }))
    }
}

/// Pads and cases the value of a composite, which is all that the text holds from `start` on, and says what is wrong
/// with it, or whether sigmas in it are still to be cased.
#[inline]
fn finish_value(side: &KeySide, position: usize, text: &mut String, start: usize) -> Result<bool, KeyProblem> {
    if text.len() == start {
        return Err(KeyProblem::Empty);
    }
    let padding = side.composites[position].padding;
    if let Some(padding) = padding {
        padding.apply(text, start);
    }
    let has_sigma = side.casing.apply(text, start);
    let value = &text[start..];
    // Some characters are more than one in the other case, so the width is that of the cased value.
    if let Some(padding) = padding.filter(|_| side.is_unseparated(position))
        && value.encode_utf16().count() != padding.length
    {
        return Err(KeyProblem::Width { value: value.to_owned(), width: padding.length });
    }
    // A place where a reader would find the separator too early begins inside the value, so that this holds its first byte.
    let separator = side.separator(position);
    if separator.bytes().next().is_some_and(|first| value.as_bytes().contains(&first)) {
        check_separator(value, separator)?;
    }
    Ok(has_sigma)
}

/// Refuses a value of which a reader of the key, looking for the separator, would find it before the value ends.
#[cold]
fn check_separator(value: &str, separator: &'static str) -> Result<(), KeyProblem> {
    if [value, separator].concat().find(separator) == Some(value.len()) {
        Ok(())
    } else {
        Err(KeyProblem::Ambiguous { value: value.to_owned(), separator })
    }
}

/// A whole key, as it is stored: cased to its end, or cast to a number.
#[inline]
fn whole(
    schema: &EntitySchema,
    index: &IndexSchema,
    side: &KeySide,
    text: String,
    has_sigma: bool,
) -> Result<AttributeValue> {
    match (side.kind, side.composites) {
        (KeyKind::Number, [composite]) => cast(text, composite)
            .map(AttributeValue::N)
            .map_err(|problem| refused(schema, index, composite.attribute, problem)),
        _ => {
            check_length(schema, index, side, text.len())?;
            Ok(AttributeValue::S(if has_sigma { side.casing.finish(text) } else { text }))
        }
    }
}

/// The number that a value is cast to: booleans are 1 and 0, text must be a whole number.
#[inline(never)]
pub(crate) fn cast(text: String, composite: &KeyComposite) -> Result<String, KeyProblem> {
    match composite.kind {
        PartKind::Number if has_too_many_digits(&text) => Err(KeyProblem::NotANumber { value: text }),
        PartKind::Number => Ok(text),
        PartKind::Bool => Ok(if text == "true" { "1" } else { "0" }.to_owned()),
        PartKind::Text => {
            let digits = text.strip_prefix('-').unwrap_or(&text);
            if (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit()) {
                // As JavaScript writes it: without zeros in front, and without a sign for zero.
                let magnitude = digits.trim_start_matches('0');
                let sign = if digits.len() < text.len() { "-" } else { "" };
                return Ok(if magnitude.is_empty() { "0".to_owned() } else { format!("{sign}{magnitude}") });
            }
            Err(KeyProblem::NotANumber { value: text })
        }
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
pub(crate) fn refused(schema: &EntitySchema, index: &IndexSchema, attribute: usize, problem: KeyProblem) -> Error {
    let attribute = Some(schema.attributes[attribute].name);
    KeyError { entity: schema.name, index: index.pattern, attribute, problem }.into()
}

/// The text of a key whose side has no composite: the prefix and the label of the first, as ElectroDB writes it.
pub(crate) fn dangling(side: &KeySide) -> String {
    [side.prefix, side.text_before(0)].concat()
}

/// A side of a key, as far as its composites are there.
pub(crate) enum Composed {
    /// All composites are there.
    Whole(AttributeValue),
    /// Some are missing: which, and whether any is there.
    Incomplete { missing: Vec<&'static str>, empty: bool },
}

/// One side of a key; `write` appends the text of a composite, or says that its attribute is absent.
pub(crate) fn compose(
    schema: &EntitySchema,
    index: &IndexSchema,
    side: &KeySide,
    write: &dyn Fn(&KeyComposite, &mut String) -> bool,
) -> Result<Composed> {
    let mut text = String::with_capacity(side.capacity);
    text.push_str(side.prefix);
    let mut missing = Vec::new();
    let (mut failed, mut has_sigma) = (None, false);
    for (position, composite) in side.composites.iter().enumerate() {
        text.push_str(composite.label);
        let start = text.len();
        if !write(composite, &mut text) {
            missing.push(schema.attributes[composite.attribute].name);
            continue;
        }
        match finish_value(side, position, &mut text, start) {
            Ok(sigma) => has_sigma |= sigma,
            Err(problem) => drop(failed.get_or_insert((composite.attribute, problem))),
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
    whole(schema, index, side, text, has_sigma).map(Composed::Whole)
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

/// Appends that text; `false` if there is none.
pub fn write_text(value: &AttributeValue, key: &mut String) -> bool {
    text_of(value).inspect(|text| key.push_str(text)).is_some()
}

/// How much of a key that is an attribute a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// What it begins with.
    Beginning,
    /// Any part of it.
    Part,
}

/// What stands in the item for a value of an attribute that is a key field itself: with the text around it, and cased.
pub(crate) fn stored_as_key(
    schema: &EntitySchema,
    attribute: usize,
    value: AttributeValue,
    extent: Extent,
) -> AttributeValue {
    let field = schema.attributes[attribute].field;
    let mut sides = schema.indexes.iter().filter(|index| !index.multi_attribute).flat_map(IndexSchema::sides);
    match (value, sides.find(|side| side.field == field)) {
        (AttributeValue::S(text), Some(side)) => {
            let mut key = match extent {
                Extent::Part => String::new(),
                Extent::Whole | Extent::Beginning => [side.prefix, side.text_before(0)].concat(),
            };
            let start = key.len();
            key.push_str(&text);
            side.casing.apply(&mut key, start);
            key.push_str(if extent == Extent::Whole { side.postfix } else { "" });
            AttributeValue::S(side.casing.finish(key))
        }
        (value, _) => value,
    }
}
