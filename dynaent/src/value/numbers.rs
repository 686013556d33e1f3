//! Numbers: DynamoDB holds 38 significant digits, and neither infinity nor NaN.

use std::cmp::Ordering;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{JsNumber, StoredType, Value, ValueError, ValueProblem};

/// The significant digits that DynamoDB keeps.
const MAX_DIGITS: usize = 38;

macro_rules! integers {
    ($($ty:ty: $expected:literal),*) => {$(
        impl Value for $ty {
        const STORED: Option<StoredType> = Some(StoredType::Number);


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

/// How two stored numbers compare, digit for digit.
pub(crate) fn compare(one: &str, other: &str) -> Option<Ordering> {
    match [one, other].map(str::parse::<i128>) {
        [Ok(one), Ok(other)] => Some(one.cmp(&other)),
        _ => Some(Exact::read(one)?.cmp(&Exact::read(other)?)),
    }
}

/// A text that is the same for all texts of a number; `None` if it is none.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let Exact { negative, digits, exponent } = Exact::read(text)?;
    Some(format!("{}{digits}e{exponent}", if negative { "-" } else { "" }))
}

/// A stored number, exactly: `0.digits` times ten to the power of `exponent`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) negative: bool,
    /// Without zeros at either end; empty if the number is zero.
    pub(super) digits: String,
    pub(super) exponent: i64,
}

impl Exact {
    /// The number of a text such as `-12.5` or `1.5e-7`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix(['-', '+']) {
            Some(rest) => (text.starts_with('-'), rest),
            None => (false, text),
        };
        let (number, power) = match text.split_once(['e', 'E']) {
            Some((number, power)) => (number, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = [whole, fraction].concat();
        if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let digits = all.trim_start_matches('0');
        if digits.is_empty() {
            return Some(Self { negative: false, digits: String::new(), exponent: 0 });
        }
        // A text is shorter than that.
        let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX / 2);
        let exponent = i64::from(power) + length(whole) - (length(&all) - length(digits));
        Some(Self { negative, digits: digits.trim_end_matches('0').to_owned(), exponent })
    }

    fn sign(&self) -> i8 {
        match self {
            Self { digits, .. } if digits.is_empty() => 0,
            Self { negative: true, .. } => -1,
            _ => 1,
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        let size = (self.exponent, &self.digits).cmp(&(other.exponent, &other.digits));
        self.sign().cmp(&other.sign()).then(if self.negative { size.reverse() } else { size })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_one_number_have_one_canonical_text() {
        for texts in [["1", "1.0"], ["1e3", "1000"], ["-0.50", "-5E-1"], ["0", "-0.0"]] {
            let [one, other] = texts.map(canonical);
            assert!(one.is_some() && one == other, "{texts:?}");
        }
        for texts in [["1", "10"], ["1", "-1"], ["0.1", "0.01"]] {
            assert_ne!(canonical(texts[0]), canonical(texts[1]));
        }
    }

    #[test]
    fn stored_numbers_compare_exactly() {
        let sorted = [
            "-1E+125",
            "-79228162514264337593543950335",
            "-1.5",
            "-1.4999999999999999999999",
            "-1",
            "-1E-130",
            "0",
            "1E-130",
            "0.1",
            "0.10000000000000000000001",
            "1",
            "1.1",
            "1.15",
            "1.2",
            "9",
            "10",
            "1E+20",
            "1.1E+125",
        ];
        for (at, one) in sorted.iter().enumerate() {
            for (other_at, other) in sorted.iter().enumerate() {
                assert_eq!(compare(one, other), Some(at.cmp(&other_at)), "{one} {other}");
            }
        }
        for [one, other] in [["1.10", "1.1"], ["1E+2", "100"], ["-0", "0.0"], ["0E+9", "0"], ["012.5e-1", "+1.25"]] {
            assert_eq!(compare(one, other), Some(Ordering::Equal), "{one} {other}");
        }
        for text in ["", "-", ".", "e5", "1e", "1e5.5", "--1", "1 ", "0x1", "inf", "NaN", "1.2.3", "1e99999999999"] {
            assert_eq!(compare(text, "0.5"), None, "{text}");
        }
    }

    #[test]
    fn as_floats_do() {
        let mut rng = fastrand::Rng::with_seed(0xF10A);
        let mut number = || match rng.u8(..3) {
            0 => f64::from(rng.i32(-1000..1000)) / 8.0,
            1 => f64::from(rng.i32(..)) * 10_f64.powi(rng.i32(-90..90)),
            _ => f64::from(rng.i8(-2..=2)),
        };
        for _ in 0..5000 {
            let (one, other) = (number(), number());
            for (one_text, other_text) in
                [(one.to_string(), format!("{other:e}")), (format!("{one:E}"), other.to_string())]
            {
                assert_eq!(compare(&one_text, &other_text), one.partial_cmp(&other), "{one_text} {other_text}");
            }
        }
    }
}
