//! Stored numbers, digit for digit: how two compare, and when two texts are one number.

use std::cmp::Ordering;

/// The significant digits that DynamoDB keeps.
pub(crate) const MAX_DIGITS: usize = 38;

/// Whether a whole number has more digits than DynamoDB keeps. Zeros at the end do not count.
pub(crate) fn has_too_many_digits(integer: &str) -> bool {
    integer.trim_start_matches('-').trim_end_matches('0').len() > MAX_DIGITS
}

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
