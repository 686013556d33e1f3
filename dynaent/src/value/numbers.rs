//! Rust's numbers as stored ones: DynamoDB holds 38 significant digits, and neither infinity nor NaN.

use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    StoredType, Value, ValueError, ValueProblem,
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
