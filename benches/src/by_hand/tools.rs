//! What every record of hand-written code shares.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

/// Appends a text in lower case.
fn push_lower(key: &mut String, text: &str) {
    if text.is_ascii() {
        let start = key.len();
        key.push_str(text);
        key[start..].make_ascii_lowercase();
    } else {
        key.push_str(&text.to_lowercase());
    }
}

/// A key: labels and values in turn, after a prefix.
pub fn key(prefix: &str, parts: &[(&str, &str)]) -> String {
    let length = parts.iter().map(|(label, value)| label.len() + value.len()).sum::<usize>();
    let mut key = String::with_capacity(prefix.len() + length);
    key.push_str(prefix);
    for (label, value) in parts {
        key.push_str(label);
        push_lower(&mut key, value);
    }
    key
}

pub fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

/// Why an item is not what is read.
#[derive(Debug)]
pub enum DecodeError {
    /// The attribute is not there.
    Missing(&'static str),
    /// The attribute is of another type.
    Type(&'static str),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(attribute) => write!(f, "{attribute} is missing"),
            Self::Type(attribute) => write!(f, "{attribute} is of another type"),
        }
    }
}

impl std::error::Error for DecodeError {}

pub fn read_text(name: &'static str, value: AttributeValue) -> Result<Option<String>, DecodeError> {
    match value {
        AttributeValue::S(text) => Ok(Some(text)),
        _ => Err(DecodeError::Type(name)),
    }
}

pub fn read_number<T: std::str::FromStr>(name: &'static str, value: &AttributeValue) -> Result<Option<T>, DecodeError> {
    match value {
        AttributeValue::N(number) => number.parse().map(Some).map_err(|_| DecodeError::Type(name)),
        _ => Err(DecodeError::Type(name)),
    }
}
