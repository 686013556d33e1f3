//! Update expressions.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Placeholders, operand::Term, place::Path};
use crate::value::{is_too_deep, show, size_of};

/// What an update does to what stands at a path.
#[doc(hidden)]
#[derive(Clone, PartialEq)]
pub enum Action {
    Set(AttributeValue),
    SetIfAbsent(AttributeValue),
    /// Sets it to what stands elsewhere.
    Copy(Path),
    /// Sets it to what stands elsewhere, or to a value where nothing stands there. Boxed, for it is large and rare.
    CopyOr(Box<(Path, AttributeValue)>),
    /// Adds a number, or members to a set: DynamoDB takes what is not there for zero, or for an empty set.
    Add(AttributeValue),
    /// Adds to a number, or subtracts from it. Boxed, for it is large and rare.
    Calculate(Box<Calculation>),
    /// Puts a list behind or before the one that is there. Boxed, as it is large.
    Join(Box<Joined>),
    Remove,
    /// Deletes members of a set.
    Delete(AttributeValue),
}

/// What DynamoDB adds or subtracts.
#[doc(hidden)]
#[derive(Clone, PartialEq)]
pub struct Calculation {
    pub(crate) sign: Sign,
    pub(crate) operand: Term,
    pub(crate) absent: Absent,
}

/// Two lists that become one.
#[doc(hidden)]
#[derive(Clone, PartialEq)]
pub struct Joined {
    /// The new one.
    pub(crate) list: AttributeValue,
    /// Whether the new one comes first.
    pub(crate) first: bool,
    /// What a list that is not there counts as.
    pub(crate) absent: AttributeValue,
}

/// What a number that is not there counts as.
#[doc(hidden)]
#[derive(Clone, PartialEq)]
pub enum Absent {
    /// It must be there.
    Refused,
    /// Nothing is said of it.
    Zero,
    Value(AttributeValue),
}

/// The two arithmetic operators of DynamoDB.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
}

impl Action {
    /// Where a value stands that it takes.
    pub(crate) fn source(&self) -> Option<&Path> {
        match self {
            Self::Copy(source) => Some(source),
            Self::CopyOr(copied) => Some(&copied.0),
            Self::Calculate(calculation) => match &calculation.operand {
                Term::Path(source) => Some(source),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it puts a value, so many levels inside an attribute, that is nested deeper than DynamoDB takes.
    pub(crate) fn is_too_deep(&self, levels: usize) -> bool {
        match self {
            Self::Set(value) | Self::SetIfAbsent(value) => is_too_deep(value, levels),
            Self::Join(joined) => is_too_deep(&joined.list, levels),
            Self::CopyOr(copied) => is_too_deep(&copied.1, levels),
            _ => false,
        }
    }
}

impl fmt::Display for Action {
    /// For people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, value) = match self {
            Self::Set(value) => ("set", Some(value)),
            Self::SetIfAbsent(value) => ("set if not there", Some(value)),
            Self::Copy(_) => ("copied", None),
            Self::CopyOr(copied) => ("copied, or", Some(&copied.1)),
            Self::Add(value) => ("add", Some(value)),
            Self::Calculate(calculation) => {
                let value = match &calculation.operand {
                    Term::Value(Ok(value)) => Some(value),
                    _ => None,
                };
                (if calculation.sign == Sign::Plus { "add" } else { "subtract" }, value)
            }
            Self::Join(joined) => (if joined.first { "prepend" } else { "append" }, Some(&joined.list)),
            Self::Remove => ("removed", None),
            Self::Delete(value) => ("delete", Some(value)),
        };
        f.write_str(what)?;
        value.map_or(Ok(()), |value| write!(f, " {}", show(value)))
    }
}

/// An update, as it grows.
#[derive(Debug)]
pub(crate) struct UpdateExpression {
    set: String,
    remove: String,
    add: String,
    delete: String,
    size: usize,
    placeholders: Placeholders,
}

impl UpdateExpression {
    /// An empty update with room for some clauses.
    pub(crate) fn with_capacity(clauses: usize) -> Self {
        // `#10 = :10, ` for each.
        let set = String::with_capacity(4 + clauses * 11);
        // One more name for the guard.
        let placeholders = Placeholders::with_capacity(clauses + 1, clauses);
        Self { set, remove: String::new(), add: String::new(), delete: String::new(), size: 0, placeholders }
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
        begin(&mut self.remove, " REMOVE ");
        self.placeholders.name(&mut self.remove, field);
    }

    /// Does something to what stands at a path.
    pub(crate) fn change(&mut self, path: &Path, action: Action) {
        match action {
            Action::Set(value) => {
                self.begin_set(path, Some(&value));
                self.placeholders.value(&mut self.set, value);
            }
            Action::SetIfAbsent(value) => {
                self.begin_set(path, Some(&value));
                self.or_else(path, value);
            }
            Action::Copy(source) => {
                self.begin_set(path, None);
                self.placeholders.path(&mut self.set, &source);
            }
            Action::CopyOr(copied) => {
                let (source, default) = *copied;
                self.begin_set(path, Some(&default));
                self.or_else(&source, default);
            }
            Action::Calculate(calculation) => {
                let Calculation { sign, operand, absent } = *calculation;
                self.begin_set(path, None);
                match absent {
                    Absent::Refused => self.placeholders.path(&mut self.set, path),
                    Absent::Zero => self.or_else(path, AttributeValue::N("0".to_owned())),
                    Absent::Value(value) => self.or_else(path, value),
                }
                self.set.push_str(if sign == Sign::Plus { " + " } else { " - " });
                match operand {
                    Term::Path(source) | Term::Size(source) => self.placeholders.path(&mut self.set, &source),
                    Term::Value(value) => {
                        if let Ok(value) = value {
                            self.placeholders.value(&mut self.set, value);
                        }
                    }
                }
            }
            Action::Join(joined) => self.join(path, *joined),
            Action::Remove => {
                begin(&mut self.remove, " REMOVE ");
                self.placeholders.path(&mut self.remove, path);
            }
            Action::Add(value) => {
                begin(&mut self.add, " ADD ");
                self.placeholders.path(&mut self.add, path);
                self.add.push(' ');
                self.placeholders.value(&mut self.add, value);
            }
            Action::Delete(members) => {
                begin(&mut self.delete, " DELETE ");
                self.placeholders.path(&mut self.delete, path);
                self.delete.push(' ');
                self.placeholders.value(&mut self.delete, members);
            }
        }
    }

    /// The list behind or before the one that is there.
    fn join(&mut self, path: &Path, Joined { list, first, absent }: Joined) {
        self.begin_set(path, Some(&list));
        self.set.push_str("list_append(");
        if first {
            self.placeholders.value(&mut self.set, list);
            self.set.push_str(", ");
            self.or_else(path, absent);
        } else {
            self.or_else(path, absent);
            self.set.push_str(", ");
            self.placeholders.value(&mut self.set, list);
        }
        self.set.push(')');
    }

    /// What stands at the path, or a value.
    fn or_else(&mut self, path: &Path, value: AttributeValue) {
        self.set.push_str("if_not_exists(");
        self.placeholders.path(&mut self.set, path);
        self.set.push_str(", ");
        self.placeholders.value(&mut self.set, value);
        self.set.push(')');
    }

    /// The bytes that what it sets would take in the item.
    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    fn clause(&mut self, field: &str, value: &AttributeValue) {
        self.size += field.len() + size_of(value);
        begin(&mut self.set, "SET ");
        self.placeholders.name(&mut self.set, field);
        self.set.push_str(" = ");
    }

    fn begin_set(&mut self, path: &Path, value: Option<&AttributeValue>) {
        self.size += value.map_or(0, size_of);
        begin(&mut self.set, "SET ");
        self.placeholders.path(&mut self.set, path);
        self.set.push_str(" = ");
    }

    /// The expression, and what it refers to.
    pub(crate) fn finish(self) -> (String, Placeholders) {
        (self.set + &self.remove + &self.add + &self.delete, self.placeholders)
    }
}

/// Begins a clause, with its word if it is the first of its kind. Something is set in every update, which comes first.
fn begin(clauses: &mut String, word: &str) {
    clauses.push_str(if clauses.is_empty() { word } else { ", " });
}
