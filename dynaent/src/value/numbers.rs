//! Rust's numbers as stored ones: DynamoDB holds 38 significant digits, and neither infinity nor NaN.

use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    JsNumber, StoredType, Value, ValueError, ValueProblem,
    exact::{MAX_DIGITS, has_too_many_digits},
};

macro_rules! integers {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            const STORED: Option<StoredType> = Some(StoredType::Number);

            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                integer(self.to_string())
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                whole(&value, concat!("a whole number that fits ", stringify!($ty)))
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, i128, isize, u16, u32, u64, u128, usize);

fn integer(text: String) -> Result<AttributeValue, ValueError> {
    // Only 128 bits get that far.
    if text.len() > MAX_DIGITS && has_too_many_digits(&text) {
        return Err(ValueProblem::Number(text).into());
    }
    Ok(AttributeValue::N(text))
}

/// The whole number that is stored, if its type holds it.
pub(super) fn whole<T: FromStr>(value: &AttributeValue, expected: &'static str) -> Result<T, ValueError> {
    value.as_n().ok().and_then(|text| text.parse().ok()).ok_or_else(|| ValueError::expected(expected, value))
}

macro_rules! floats {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            const STORED: Option<StoredType> = Some(StoredType::Number);

            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                let magnitude = f64::from(self.abs());
                if magnitude != 0.0 && !(1e-130..1e126).contains(&magnitude) {
                    // As in `1e126`, not in 127 digits.
                    return Err(ValueProblem::Number(format!("{self:?}")).into());
                }
                // Plain digits where they are short; DynamoDB brings either form to its own.
                let plain = magnitude == 0.0 || (1e-6..1e21).contains(&magnitude);
                Ok(AttributeValue::N(if plain { format!("{self}") } else { format!("{self:e}") }))
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                match &value {
                    // What is too large for the type would be infinite.
                    AttributeValue::N(text) => text.parse().ok().filter(|number: &$ty| number.is_finite()).ok_or_else(|| {
                        ValueError::expected(concat!("a number that fits ", stringify!($ty)), &value)
                    }),
                    other => Err(ValueError::expected("a number", other)),
                }
            }
        }
    )*};
}

floats!(f32, f64);

/// A type that is stored as a number, so that DynamoDB can add to it. A type of one's own that is one can implement it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, IfExists, Numeric, Operand, Place, Required, Update};
///
/// // Any number of a comment's.
/// fn more<T: Numeric, P: Place>(number: Attr<Comment, T, Required, P>, by: impl Operand<Comment, T>, from: T) -> Update<Comment, IfExists> {
///     Comment::patch().comment_id("c1").add_with_default(number, by, from)
/// }
/// let liked = more(Comment::attributes().likes, 1, 0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "DynamoDB cannot calculate with it",
    note = "whole numbers, floats, `JsNumber` and `rust_decimal::Decimal` are stored as numbers"
)]
pub trait Numeric {}

// What is marked would only lengthen the list in rustc's messages.
macro_rules! numeric {
    ($($(#[$feature:meta])? $ty:ty),* $(,)?) => {$(
        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Numeric for $ty {}
    )*};
}

numeric!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, JsNumber);
numeric!(
    #[cfg(feature = "rust_decimal")]
    rust_decimal::Decimal
);
