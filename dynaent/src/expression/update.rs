//! Update expressions.

use aws_sdk_dynamodb::types::AttributeValue;

use super::Placeholders;
use crate::value::size_of;

/// An update, as it grows: it always sets something.
#[derive(Debug)]
pub(crate) struct UpdateExpression {
    set: String,
    remove: String,
    size: usize,
    placeholders: Placeholders,
}

impl UpdateExpression {
    /// An empty update with room for some clauses.
    pub(crate) fn with_capacity(clauses: usize) -> Self {
        // `#10 = :10, ` for each.
        let set = String::with_capacity(4 + clauses * 11);
        // One more name for the guard.
        Self { set, remove: String::new(), size: 0, placeholders: Placeholders::with_capacity(clauses + 1, clauses) }
    }

    /// Sets a field.
    pub(crate) fn set(&mut self, field: &str, value: AttributeValue) {
        self.clause(field, &value);
        self.placeholders.value(&mut self.set, value);
    }

    /// Sets a field that the item does not have yet.
    pub(crate) fn set_if_absent(&mut self, field: &str, value: AttributeValue) {
        self.clause(field, &value);
        self.set.push_str("if_not_exists(");
        self.placeholders.last_name(&mut self.set);
        self.set.push_str(", ");
        self.placeholders.value(&mut self.set, value);
        self.set.push(')');
    }

    /// Removes a field.
    pub(crate) fn remove(&mut self, field: &str) {
        self.remove.push_str(if self.remove.is_empty() { " REMOVE " } else { ", " });
        self.placeholders.name(&mut self.remove, field);
    }

    /// The bytes that the fields would take in the item.
    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    fn clause(&mut self, field: &str, value: &AttributeValue) {
        self.size += field.len() + size_of(value);
        self.set.push_str(if self.set.is_empty() { "SET " } else { ", " });
        self.placeholders.name(&mut self.set, field);
        self.set.push_str(" = ");
    }

    /// The expression, and what it refers to.
    pub(crate) fn finish(self) -> (String, Placeholders) {
        (self.set + &self.remove, self.placeholders)
    }
}
