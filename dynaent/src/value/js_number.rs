//! Numbers as JavaScript has them.

use std::{cmp::Ordering, fmt, hash, str::FromStr};

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

use super::{StoredType, Value, ValueError};

/// A number as JavaScript has it: an `f64` that is finite.
///
/// Unlike `f64`, it can be part of a key: its text there is JavaScript's (`12.5`, `1e+21`, `1e-7`), so that a table can
/// be shared with a TypeScript service that has fractions in its keys. Whole numbers are better kept as integers.
///
/// ```
/// use dynaent::{JsNumber, KeyPart};
///
/// let price = JsNumber::try_from(1e21).unwrap();
/// let mut key = String::new();
/// price.write_key(&mut key);
/// assert_eq!(key, "1e+21");
/// assert!(JsNumber::try_from(f64::NAN).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct JsNumber(f64);

/// An `f64` that is infinite or not a number.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{JsNumber, NotFinite};
///
/// let error: NotFinite = JsNumber::try_from(f64::INFINITY).unwrap_err();
/// assert_eq!(error.to_string(), "inf is not a finite number");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{0} is not a finite number")]
pub struct NotFinite(f64);

impl JsNumber {
    /// The number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::JsNumber;
    ///
    /// assert_eq!(JsNumber::from(12).get(), 12.0);
    /// ```
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for JsNumber {
    type Error = NotFinite;

    fn try_from(number: f64) -> Result<Self, NotFinite> {
        // Zero has one text in a key, so it has one sign too.
        if number.is_finite() { Ok(Self(if number == 0.0 { 0.0 } else { number })) } else { Err(NotFinite(number)) }
    }
}

impl From<JsNumber> for f64 {
    fn from(number: JsNumber) -> Self {
        number.0
    }
}

macro_rules! from_integers {
    ($($ty:ty),*) => {$(
        impl From<$ty> for JsNumber {
            fn from(number: $ty) -> Self {
                Self(number.into())
            }
        }
    )*};
}

from_integers!(i8, i16, i32, u8, u16, u32);

impl FromStr for JsNumber {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::from_attribute(AttributeValue::N(text.to_owned()))
    }
}

impl fmt::Display for JsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ryu_js::Buffer::new().format_finite(self.0))
    }
}

impl Eq for JsNumber {}

impl PartialOrd for JsNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for JsNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl hash::Hash for JsNumber {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl Value for JsNumber {
    const STORED: Option<StoredType> = Some(StoredType::Number);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        // In the text that it has in keys; what DynamoDB cannot hold is f64's to refuse.
        self.0.to_attribute().map(|_| AttributeValue::N(self.to_string()))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        let number = match &value {
            AttributeValue::N(text) => text.parse().ok().and_then(|number: f64| Self::try_from(number).ok()),
            _ => None,
        };
        number.ok_or_else(|| ValueError::expected("a number that fits f64", &value))
    }
}
