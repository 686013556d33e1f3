//! Numbers: DynamoDB holds 38 significant digits, and neither infinity nor NaN.

use std::cmp::Ordering;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Value, ValueError, ValueProblem};

/// The significant digits that DynamoDB keeps.
const MAX_DIGITS: usize = 38;

macro_rules! integers {
    ($($ty:ty: $expected:literal),*) => {$(
        impl Value for $ty {
            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                integer(self.to_string())
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                match &value {
                    AttributeValue::N(text) => text.parse().map_err(|_| ValueError::expected($expected, &value)),
                    other => Err(ValueError::expected($expected, other)),
                }
            }
        }
    )*};
}

integers! {
    i8: "a whole number that fits i8", i16: "a whole number that fits i16", i32: "a whole number that fits i32",
    i64: "a whole number that fits i64", i128: "a whole number that fits i128", isize: "a whole number that fits isize",
    u16: "a whole number that fits u16", u32: "a whole number that fits u32", u64: "a whole number that fits u64",
    u128: "a whole number that fits u128", usize: "a whole number that fits usize"
}

fn integer(text: String) -> Result<AttributeValue, ValueError> {
    // Only the 128-bit types get this far; zeros at the end do not count.
    if text.len() > MAX_DIGITS && text.trim_start_matches('-').trim_end_matches('0').len() > MAX_DIGITS {
        return Err(ValueProblem::Number(text).into());
    }
    Ok(AttributeValue::N(text))
}

macro_rules! floats {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
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
                    AttributeValue::N(text) => {
                        text.parse().map_err(|_| ValueError::expected("a number", &value))
                    }
                    other => Err(ValueError::expected("a number", other)),
                }
            }
        }
    )*};
}

floats!(f32, f64);

/// How two stored numbers compare. Fractions that are one as `f64` are taken for one.
pub(crate) fn compare(one: &str, other: &str) -> Option<Ordering> {
    match [one, other].map(str::parse::<i128>) {
        [Ok(one), Ok(other)] => Some(one.cmp(&other)),
        _ => one.parse::<f64>().ok()?.partial_cmp(&other.parse().ok()?),
    }
}

/// How two stored values of one type compare, where DynamoDB orders them.
pub(crate) fn compare_stored(one: &AttributeValue, other: &AttributeValue) -> Option<Ordering> {
    match (one, other) {
        (AttributeValue::S(one), AttributeValue::S(other)) => Some(one.cmp(other)),
        (AttributeValue::N(one), AttributeValue::N(other)) => compare(one, other),
        (AttributeValue::B(one), AttributeValue::B(other)) => Some(one.as_ref().cmp(other.as_ref())),
        _ => None,
    }
}
