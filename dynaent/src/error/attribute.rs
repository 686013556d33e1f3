//! What is wrong with attributes.

use super::KeyError;
use crate::value::ValueError;

/// An attribute that cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("attribute `{}`: {problem}", self.path())]
#[non_exhaustive]
pub struct AttributeError {
    /// The attribute's name.
    pub attribute: &'static str,
    /// What is wrong.
    pub problem: AttributeProblem,
}

impl AttributeError {
    /// Where it is wrong: the attribute's name, and the place inside it, as in `address.lines[2]`.
    #[must_use]
    pub fn path(&self) -> String {
        let inside = match &self.problem {
            AttributeProblem::Value(error) => error.path(),
            _ => "",
        };
        let separator = if inside.is_empty() || inside.starts_with('[') { "" } else { "." };
        format!("{}{separator}{inside}", self.attribute)
    }
}

/// What is wrong with an attribute.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttributeProblem {
    /// A required attribute that is not there.
    #[error("it is required, and missing")]
    Missing,
    /// A value that does not fit. Where in the attribute, tells [`AttributeError::path`].
    #[error("{}", .0.problem())]
    Value(ValueError),
    /// It cannot be part of a key.
    #[error("the key of index `{}` cannot be built: {}", .0.index, .0.problem)]
    Key(Box<KeyError>),
    /// It is read-only, and differs between the item before and after.
    #[error("it cannot be changed after creation")]
    ReadOnly,
    /// It differs between the key of the request and the item that it was told about.
    #[error("it is not that of the item whose key was given")]
    OtherItem,
}
