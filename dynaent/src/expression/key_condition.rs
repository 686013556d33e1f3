//! Key conditions: the partition of a query, and what is asked of the sort key.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::Placeholders;
use crate::{
    error::{Error, Result},
    key::{KeyRange, Span, check_length},
    schema::{EntitySchema, IndexSchema, KeySide},
};

/// A key condition, and what it refers to.
#[derive(Debug)]
pub(crate) struct KeyCondition {
    text: String,
    placeholders: Placeholders,
}

impl KeyCondition {
    /// The partition of a key.
    pub(crate) fn of_partition(side: &KeySide, key: String) -> Self {
        let mut this = Self { text: String::with_capacity(40), placeholders: Placeholders::with_capacity(2, 3) };
        this.compare("", side, " = ", [key]);
        this
    }

    /// And the sort key is this one.
    pub(crate) fn equals(&mut self, side: &KeySide, key: String) {
        self.compare(" AND ", side, " = ", [key]);
    }

    /// And the sort key begins with this text.
    pub(crate) fn begins_with(&mut self, side: &KeySide, text: String) {
        self.compare(" AND begins_with(", side, ", ", [text]);
        self.text.push(')');
    }

    /// And the sort key is in the range.
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
        let (lower, upper) = match &range.span {
            Span::BeginsWith => {
                self.begins_with(side, range.key);
                return Ok(());
            }
            Span::Between(lower, upper) => (lower.as_ref(), upper.as_ref()),
        };
        for edge in lower.into_iter().chain(upper) {
            check_length(schema, index, side, range.prefix().len() + edge.text.len())?;
        }
        if let Some((lower, upper)) = lower.zip(upper).filter(|(lower, upper)| lower.text > upper.text) {
            return Err(Error::EmptyRange {
                entity: schema.name,
                index: index.pattern,
                lower: lower.text.clone(),
                upper: upper.text.clone(),
            });
        }
        let lowest = range.lowest(lower);
        match range.highest(upper) {
            // Nothing is less than the lowest text: the one key that is read then is not asked for.
            Some(highest) if lowest > highest => self.equals(side, lowest),
            Some(highest) => self.compare(" AND ", side, " BETWEEN ", [lowest, highest]),
            None => self.compare(" AND ", side, " >= ", [lowest]),
        }
        Ok(())
    }

    /// The condition, and the names and values of its placeholders.
    pub(crate) fn finish(self) -> (String, Option<HashMap<String, String>>, Option<HashMap<String, AttributeValue>>) {
        let (names, values) = self.placeholders.finish();
        (self.text, names, values)
    }

    fn compare<const N: usize>(&mut self, before: &str, side: &KeySide, operator: &str, operands: [String; N]) {
        self.text.push_str(before);
        self.placeholders.name(&mut self.text, side.field);
        self.text.push_str(operator);
        for (number, operand) in operands.into_iter().enumerate() {
            self.text.push_str(if number == 0 { "" } else { " AND " });
            self.placeholders.value(&mut self.text, AttributeValue::S(operand));
        }
    }
}
