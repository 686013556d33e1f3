//! The types of stored values.

use aws_sdk_dynamodb::types::AttributeValue;

/// The types of stored values, such as [`Attr::is_type`](crate::Attr::is_type) asks for.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{StoredType, raw};
///
/// let numbers = Comment::scan().filter(raw("likes").is_type(StoredType::Number)).count(&table).await?;
/// assert_eq!(numbers, 2);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StoredType {
    /// Text (`S`).
    Text,
    /// A number (`N`).
    Number,
    /// Bytes (`B`).
    Binary,
    /// A boolean (`BOOL`).
    Boolean,
    /// Null (`NULL`).
    Null,
    /// A list (`L`).
    List,
    /// A map (`M`).
    Map,
    /// A set of text (`SS`).
    TextSet,
    /// A set of numbers (`NS`).
    NumberSet,
    /// A set of bytes (`BS`).
    BinarySet,
}

impl StoredType {
    /// That of a value; `None` if this version of the SDK does not know it.
    pub(crate) const fn of(value: &AttributeValue) -> Option<Self> {
        Some(match value {
            AttributeValue::S(_) => Self::Text,
            AttributeValue::N(_) => Self::Number,
            AttributeValue::B(_) => Self::Binary,
            AttributeValue::Bool(_) => Self::Boolean,
            AttributeValue::Null(_) => Self::Null,
            AttributeValue::L(_) => Self::List,
            AttributeValue::M(_) => Self::Map,
            AttributeValue::Ss(_) => Self::TextSet,
            AttributeValue::Ns(_) => Self::NumberSet,
            AttributeValue::Bs(_) => Self::BinarySet,
            _ => return None,
        })
    }

    /// As DynamoDB writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "S",
            Self::Number => "N",
            Self::Binary => "B",
            Self::Boolean => "BOOL",
            Self::Null => "NULL",
            Self::List => "L",
            Self::Map => "M",
            Self::TextSet => "SS",
            Self::NumberSet => "NS",
            Self::BinarySet => "BS",
        }
    }

    /// As a text says it.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "a number",
            Self::Binary => "bytes",
            Self::Boolean => "a boolean",
            Self::Null => "null",
            Self::List => "a list",
            Self::Map => "a map",
            Self::TextSet => "a set of text",
            Self::NumberSet => "a set of numbers",
            Self::BinarySet => "a set of bytes",
        }
    }
}
