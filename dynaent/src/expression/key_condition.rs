//! Key conditions: the partition of a query, and what is asked of the sort key.

use std::cmp::Ordering;

use aws_sdk_dynamodb::types::AttributeValue;

use super::Placeholders;
use crate::{
    error::{Error, Result},
    key::{KeyRange, Selection, Span, Stretch, check_length},
    schema::{EntitySchema, IndexSchema, KeySide},
    value::compare_numbers,
};

/// What is asked of a key field that holds an attribute as it is stored.
#[derive(Debug)]
pub(crate) enum Comparison {
    /// It begins with a text.
    BeginsWith(AttributeValue),
    /// It is greater than a value, or the same if that is included.
    Above(AttributeValue, bool),
    /// It is less than a value, or the same if that is included.
    Below(AttributeValue, bool),
    /// It lies between two values, both included.
    Between(AttributeValue, AttributeValue),
}

impl Comparison {
    /// The same, where DynamoDB takes no empty text as an upper bound, nor as one of two: no key field holds it.
    fn without_empty_text(self) -> Self {
        match self {
            Self::Between(lower, upper) if is_empty(&lower) => Self::Below(upper, true).without_empty_text(),
            // Nothing is less than the lowest text.
            Self::Below(value, _) if is_empty(&value) => Self::Below(AttributeValue::S("\0".to_owned()), false),
            other => other,
        }
    }
}

fn is_empty(value: &AttributeValue) -> bool {
    matches!(value, AttributeValue::S(text) if text.is_empty())
}

/// A key condition, as it grows.
#[derive(Debug)]
pub(crate) struct KeyCondition {
    text: String,
    placeholders: Placeholders,
}

impl KeyCondition {
    pub(crate) fn new() -> Self {
        Self { text: String::with_capacity(40), placeholders: Placeholders::with_capacity(2, 3) }
    }

    /// A key field is this value.
    pub(crate) fn equals(&mut self, field: &str, value: AttributeValue) {
        self.clause("", field, " = ", [value]);
    }

    /// A key field begins with this text. Every key begins with none, which DynamoDB does not take.
    pub(crate) fn begins_with(&mut self, field: &str, text: AttributeValue) {
        if is_empty(&text) {
            return;
        }
        self.clause("begins_with(", field, ", ", [text]);
        self.text.push(')');
    }

    /// A key field compares so with a value.
    ///
    /// # Errors
    /// If the range is upside down.
    pub(crate) fn compares(
        &mut self,
        field: &str,
        comparison: Comparison,
        schema: &EntitySchema,
        index: &IndexSchema,
    ) -> Result<()> {
        match comparison.without_empty_text() {
            // Every text is greater than the empty one.
            Comparison::Above(value, _) if is_empty(&value) => {}
            Comparison::BeginsWith(text) => self.begins_with(field, text),
            Comparison::Above(value, included) => {
                self.clause("", field, if included { " >= " } else { " > " }, [value])
            }
            Comparison::Below(value, included) => {
                self.clause("", field, if included { " <= " } else { " < " }, [value])
            }
            Comparison::Between(lower, upper) => {
                if let Some((lower, upper)) = upside_down(&lower, &upper) {
                    return Err(empty_range(schema, index, lower, upper));
                }
                self.clause("", field, " BETWEEN ", [lower, upper]);
            }
        }
        Ok(())
    }

    /// The sort key is in the range.
    ///
    /// # Errors
    /// If the range is upside down, or one of its ends does not fit a key.
    pub(crate) fn in_range(
        &mut self,
        range: KeyRange,
        schema: &EntitySchema,
        index: &IndexSchema,
        side: &KeySide,
    ) -> Result<()> {
        check_range(&range, schema, index, side)?;
        match range.span {
            Span::BeginsWith => self.begins_with(side.field, AttributeValue::S(range.key)),
            Span::Between(..) => self.within(side.field, range.stretch()),
        }
        Ok(())
    }

    /// The sort key is one that is read of one of several entities.
    ///
    /// # Errors
    /// As [`in_range`](Self::in_range).
    pub(crate) fn in_any(
        &mut self,
        selections: &[(&EntitySchema, &IndexSchema, &Selection)],
        side: &KeySide,
    ) -> Result<()> {
        let mut stretches = Vec::with_capacity(selections.len());
        for (schema, index, selection) in selections {
            if let (Selection::Range(range), Some(side)) = (selection, &index.sk) {
                check_range(range, schema, index, side)?;
            }
            stretches.extend(selection.stretch());
        }
        let begins = |selection: &Selection| match selection {
            Selection::Beginning(text) => Some(text.clone()),
            Selection::Range(KeyRange { key, span: Span::BeginsWith, .. }) => Some(key.clone()),
            _ => None,
        };
        let same = stretches.windows(2).all(|pair| pair[0] == pair[1]);
        let mut some = selections.iter().map(|(_, _, selection)| *selection);
        let one = some.find(|selection| !matches!(selection, Selection::Nothing)).filter(|_| same);
        match one.map(|selection| (selection, begins(selection))) {
            Some((Selection::Key(key), _)) => self.equals(side.field, AttributeValue::S(key.clone())),
            Some((_, Some(text))) => self.begins_with(side.field, AttributeValue::S(text)),
            _ => stretches.into_iter().reduce(Stretch::joined).into_iter().for_each(|all| self.within(side.field, all)),
        }
        Ok(())
    }

    /// The sort key is in the stretch.
    fn within(&mut self, field: &str, Stretch { lowest, highest }: Stretch) {
        match highest {
            // Nothing is less than the lowest text: the one key that is read then is not asked for.
            Some(highest) if lowest > highest => self.equals(field, AttributeValue::S(lowest)),
            Some(highest) => self.clause("", field, " BETWEEN ", [lowest, highest].map(AttributeValue::S)),
            None => self.clause("", field, " >= ", [AttributeValue::S(lowest)]),
        }
    }

    /// The condition, and what it refers to.
    pub(crate) fn finish(self) -> (String, Placeholders) {
        (self.text, self.placeholders)
    }

    fn clause<const N: usize>(&mut self, before: &str, field: &str, operator: &str, operands: [AttributeValue; N]) {
        self.text.push_str(if self.text.is_empty() { "" } else { " AND " });
        self.text.push_str(before);
        self.placeholders.name(&mut self.text, field);
        self.text.push_str(operator);
        for (number, operand) in operands.into_iter().enumerate() {
            self.text.push_str(if number == 0 { "" } else { " AND " });
            self.placeholders.value(&mut self.text, operand);
        }
    }
}

/// Refuses a range that is upside down, or of which an end does not fit a key.
fn check_range(range: &KeyRange, schema: &EntitySchema, index: &IndexSchema, side: &KeySide) -> Result<()> {
    let Span::Between(lower, upper) = &range.span else {
        return check_length(schema, index, side, range.key.len());
    };
    for edge in lower.iter().chain(upper) {
        check_length(schema, index, side, range.prefix().len() + edge.text.len())?;
    }
    match lower.as_ref().zip(upper.as_ref()).filter(|(lower, upper)| lower.text > upper.text) {
        Some((lower, upper)) => Err(empty_range(schema, index, &lower.text, &upper.text)),
        None => Ok(()),
    }
}

/// The texts of two values of which the first sorts after the second.
fn upside_down<'a>(lower: &'a AttributeValue, upper: &'a AttributeValue) -> Option<(&'a str, &'a str)> {
    let (lower, upper, wrong) = match (lower, upper) {
        (AttributeValue::S(lower), AttributeValue::S(upper)) => (lower, upper, lower > upper),
        (AttributeValue::N(lower), AttributeValue::N(upper)) => {
            (lower, upper, compare_numbers(lower, upper) == Some(Ordering::Greater))
        }
        _ => return None,
    };
    wrong.then_some((lower, upper))
}

fn empty_range(schema: &EntitySchema, index: &IndexSchema, lower: &str, upper: &str) -> Error {
    let (lower, upper) = (lower.to_owned(), upper.to_owned());
    Error::EmptyRange { entity: schema.name, index: index.pattern, lower, upper }
}
