//! Decimal numbers of the crate `rust_decimal`.
//!
//! They are stored as numbers, digit for digit. The text is JavaScript's, as a key that is shared with a TypeScript
//! service needs it: plain digits from 0.000001 up to 21 of them, an exponent beyond. DynamoDB brings either to its own.

use ::rust_decimal::Decimal;
use aws_sdk_dynamodb::types::AttributeValue;

use super::{SetElement, StoredType, Value, ValueError, exact::Exact};

impl Value for Decimal {
    const STORED: Option<StoredType> = Some(StoredType::Number);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        let mut text = String::with_capacity(34);
        write(self, &mut text);
        Ok(AttributeValue::N(text))
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        let read = |text: &String| read(text);
        value.as_n().ok().and_then(read).ok_or_else(|| ValueError::expected("a number that fits Decimal", &value))
    }
}

impl SetElement for Decimal {}

/// Appends the number's text: one for all scales of a value.
pub(crate) fn write(value: &Decimal, text: &mut String) {
    let value = value.normalize();
    let (mut buffer, scale) = (itoa::Buffer::new(), value.scale() as usize);
    let all = buffer.format(value.mantissa().unsigned_abs());
    if value.is_sign_negative() {
        text.push('-');
    }
    // Digits before the point; zeros behind it.
    let (whole, zeros) = (all.len().saturating_sub(scale), scale.saturating_sub(all.len()));
    if whole > 21 || zeros >= 6 {
        let (first, rest) = all.trim_end_matches('0').split_at(1);
        text.push_str(first);
        if !rest.is_empty() {
            text.push('.');
            text.push_str(rest);
        }
        let (sign, power) = if zeros == 0 { ("e+", whole - 1) } else { ("e-", zeros + 1) };
        text.push_str(sign);
        text.push_str(itoa::Buffer::new().format(power));
        return;
    }
    let (whole, fraction) = all.split_at(whole);
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        text.push('.');
        text.extend(std::iter::repeat_n('0', zeros));
        text.push_str(fraction);
    }
}

/// The number of a text, if all of its digits fit.
pub(crate) fn read(text: &str) -> Option<Decimal> {
    let Exact { negative, digits, exponent } = Exact::read(text)?;
    if digits.is_empty() {
        return Some(Decimal::ZERO);
    }
    let mantissa: i128 = digits.parse().ok()?;
    let scale = i64::try_from(digits.len()).ok()?.checked_sub(exponent)?;
    let (mantissa, scale) = match u32::try_from(scale) {
        Ok(scale) => (mantissa, scale),
        Err(_) => {
            let power = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
            (mantissa.checked_mul(power)?, 0)
        }
    };
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::*;
    use crate::{JsNumber, KeyPart};

    fn stored(value: Decimal) -> String {
        match value.to_attribute() {
            Ok(AttributeValue::N(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    fn read(text: &str) -> Result<Decimal, ValueError> {
        Decimal::from_attribute(AttributeValue::N(text.to_owned()))
    }

    /// Numbers of any size and scale, and the hardest ones.
    fn all() -> Vec<Decimal> {
        const MAX: i128 = (1 << 96) - 1;
        let mut rng = fastrand::Rng::with_seed(0xDEC1);
        let mut all = vec![Decimal::MIN, Decimal::MAX, Decimal::ZERO, -Decimal::ZERO, Decimal::ONE];
        for scale in 0..=28 {
            let round = 10_i128.pow(scale);
            all.extend(
                [MAX, -MAX, 1, -1, round, -round, round - 1, round + 1]
                    .map(|number| Decimal::from_i128_with_scale(number, scale)),
            );
        }
        for _ in 0..10_000 {
            let digits = 10_i128.pow(rng.u32(..29));
            let number = rng.i128(-MAX..=MAX) / digits * if rng.bool() { digits } else { 1 };
            all.push(Decimal::from_i128_with_scale(number, rng.u32(..=28)));
        }
        all
    }

    #[test]
    fn every_number_comes_back_exactly() {
        for value in all() {
            let text = stored(value);
            let back = read(&text).unwrap();
            assert_eq!(back, value, "{text}");
            assert_eq!((back.mantissa(), back.scale()), (value.normalize().mantissa(), value.normalize().scale()));
            // So it does in any other notation.
            let (mantissa, scale) = (value.mantissa(), value.scale());
            for text in [value.to_string(), format!("{mantissa}E-{scale}"), format!("{value:e}")] {
                assert_eq!(read(&text), Ok(value), "{text}");
            }
        }
    }

    #[test]
    fn the_text_is_that_of_the_crate_or_of_javascript() {
        for value in all() {
            let text = stored(value);
            let plain = value.normalize().to_string();
            assert!(text == plain || text.contains('e'), "{text} {plain}");
            // Numbers that are one of JavaScript's, too.
            let number: JsNumber = plain.parse().unwrap();
            if plain.trim_matches(|c| !matches!(c, '1'..='9')).len() <= 15 {
                assert_eq!(text, number.to_string());
            }
            assert_eq!(text.parse::<f64>(), Ok(number.get()));
        }
        for (text, stored_as) in [
            ("1.10", "1.1"),
            ("-0.00", "0"),
            ("100", "100"),
            ("0.000001", "0.000001"),
            ("-0.00000012", "-1.2e-7"),
            ("0.0000000000000000000000000001", "1e-28"),
            ("123456789012345678901", "123456789012345678901"),
            ("1000000000000000000000", "1e+21"),
            ("79228162514264337593543950335", "7.9228162514264337593543950335e+28"),
            ("7.9228162514264337593543950335", "7.9228162514264337593543950335"),
        ] {
            assert_eq!(stored(text.parse().unwrap()), stored_as);
        }
    }

    #[test]
    fn keys_hold_what_is_stored() {
        let mut values_of_keys = HashMap::new();
        for value in all() {
            let mut key = String::new();
            value.write_key(&mut key);
            assert_eq!(key, stored(value));
            for text in [key.to_uppercase(), key.clone()] {
                assert_eq!(Decimal::read_key(&text), Some(value));
            }
            assert_eq!(*values_of_keys.entry(key).or_insert(value), value);
        }
    }

    #[test]
    fn dynamodbs_notation_is_read() {
        let is = |text: &str, mantissa, scale| assert_eq!(read(text), Ok(Decimal::new(mantissa, scale)), "{text}");
        is("1E+2", 100, 0);
        is("1.5e-7", 15, 8);
        is("-12.50", -125, 1);
        is("1E-28", 1, 28);
        is("0E-130", 0, 0);
        is("0E+125", 0, 0);
        is("1200E-30", 12, 28);
    }

    #[test]
    fn no_digit_is_lost_in_silence() {
        for text in [
            "12345678901234567890123456789012345678",
            "-99999999999999999999999999999999999999",
            "1.2345678901234567890123456789012345678",
            "0.12345678901234567890123456789012345678",
            "79228162514264337593543950336",
            "-79228162514264337593543950336",
            "7.9228162514264337593543950336",
            "1E-29",
            "1E+29",
            "1E-130",
            "9.9999999999999999999999999999999999999E+125",
            "1E+2147483647",
            "1E-2147483648",
            "1e2147483648",
            "",
            "NaN",
        ] {
            let error = read(text).unwrap_err().to_string();
            assert_eq!(error, format!("expected a number that fits Decimal, found the number {text}"));
        }
        // Zeros at the end are no digits.
        assert_eq!(read(&format!("1.5{:0<60}", "")), Ok(Decimal::new(15, 1)));
        assert!(Decimal::from_attribute(AttributeValue::S("1".into())).is_err());
    }

    #[test]
    fn sets_are_of_numbers() {
        let set = BTreeSet::from([Decimal::new(110, 2), Decimal::new(-3, 0)]);
        let stored = set.to_attribute().unwrap();
        assert_eq!(stored, AttributeValue::Ns(vec!["-3".into(), "1.1".into()]));
        assert_eq!(BTreeSet::from_attribute(stored), Ok(set));
    }
}
