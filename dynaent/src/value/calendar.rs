//! The texts of dates and times, whichever crate they are of.
//!
//! A value is stored as RFC 3339 has it: `2026-11-22`, `2026-11-22T17:36:15.5Z`. Years that do not have four digits are
//! written as JavaScript does: with a sign and six digits.
//!
//! That text does not sort: `15Z` comes after `15.5Z`. The sortable form always has nine digits of the second. Its year
//! is four digits, too; a negative one is a minus sign, which sorts before every digit, and what its six digits lack to
//! nines; one above 9999 is a colon, which sorts after every digit, and its six digits.

use std::{fmt::Write, str};

/// Which parts a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A date.
    Date,
    /// A date and a time of no time zone.
    Local,
    /// A date and a time in UTC.
    Utc,
}

impl Form {
    /// What is read, for errors.
    pub(super) const fn expected(self) -> &'static str {
        match self {
            Self::Date => "a date such as `2026-11-22`",
            Self::Local => "a date and a time such as `2026-11-22T17:36:15`",
            Self::Utc => "an instant such as `2026-11-22T17:36:15Z`",
        }
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// As it is stored.
    Stored,
    /// Sorting as the values do.
    Sortable,
}

/// A day and a time, as people write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// 60 in a leap second.
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

/// A date or a time of some crate.
pub(crate) trait Moment: Sized + PartialEq {
    /// The parts of its text.
    const FORM: Form;

    /// Its day and time; of an instant, those in UTC.
    fn civil(&self) -> Civil;

    /// The value of such a day and time, if the type has it.
    fn of_civil(civil: &Civil) -> Option<Self>;

    /// The instant so many seconds before, if the type has it.
    fn earlier(self, seconds: i64) -> Option<Self> {
        let _ = seconds;
        None
    }
}

/// What six digits can hold.
const MAX_YEAR: i32 = 999_999;

impl Civil {
    /// The beginning of a day.
    pub(super) const fn day(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day, hour: 0, minute: 0, second: 0, nanosecond: 0 }
    }
}

/// Appends the text of a value.
pub(crate) fn write<T: Moment>(value: &T, style: Style, text: &mut String) {
    let Civil { year, month, day, hour, minute, second, nanosecond } = value.civil();
    // Writing to a text never fails.
    let _ = match (style, year) {
        (_, 0..=9999) => write!(text, "{year:04}"),
        (Style::Stored, _) => write!(text, "{year:+07}"),
        (Style::Sortable, ..0) => write!(text, "-{:06}", MAX_YEAR + year),
        (Style::Sortable, _) => write!(text, ":{year:06}"),
    };
    let _ = write!(text, "-{month:02}-{day:02}");
    if T::FORM == Form::Date {
        return;
    }
    let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    if style == Style::Sortable || nanosecond != 0 {
        let _ = write!(text, ".{nanosecond:09}");
    }
    if style == Style::Stored && nanosecond != 0 {
        text.truncate(text.trim_end_matches('0').len());
    }
    if T::FORM == Form::Utc {
        text.push('Z');
    }
}

/// The value of a text that [`write`] wrote, in any case. What is stored may also be RFC 3339 of another time zone.
pub(crate) fn read<T: Moment>(text: &str, style: Style) -> Option<T> {
    let mut reader = Reader(text.as_bytes());
    let year = reader.year(style)?;
    let mut civil = Civil::day(year, reader.after(b"-", 2)?, reader.after(b"-", 2)?);
    let mut offset = 0;
    if T::FORM != Form::Date {
        civil.hour = reader.after(b"Tt", 2)?;
        civil.minute = reader.after(b":", 2)?;
        civil.second = reader.after(b":", 2)?;
        civil.nanosecond = reader.fraction(style)?;
        if T::FORM == Form::Utc {
            offset = reader.offset(style)?;
        }
    }
    let value = T::of_civil(&civil).filter(|_| reader.0.is_empty())?;
    if offset == 0 { Some(value) } else { value.earlier(offset) }
}

/// The rest of a text.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    /// Takes the next byte, if it is one of these.
    fn take(&mut self, any_of: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        any_of.contains(&first).then(|| {
            self.0 = rest;
            first
        })
    }

    /// Takes a number of so many digits.
    fn number<T: TryFrom<u32>>(&mut self, digits: usize) -> Option<T> {
        let (digits, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        let is_number = digits.iter().all(u8::is_ascii_digit);
        let number = str::from_utf8(digits).ok().filter(|_| is_number)?.parse().ok()?;
        T::try_from(number).ok()
    }

    /// Takes one of these bytes, and the number of so many digits behind it.
    fn after<T: TryFrom<u32>>(&mut self, any_of: &[u8], digits: usize) -> Option<T> {
        self.take(any_of)?;
        self.number(digits)
    }

    fn year(&mut self, style: Style) -> Option<i32> {
        let signs: &[u8] = if style == Style::Stored { b"+-" } else { b":-" };
        match self.take(signs) {
            None => self.number(4),
            // There is a year 0, but none before it with that number.
            Some(b'-') => {
                let number: i32 = self.number(6)?;
                Some(if style == Style::Stored { -number } else { number - MAX_YEAR }).filter(|year| *year < 0)
            }
            Some(b':') => self.number(6).filter(|year| *year > 9999),
            Some(_) => self.number(6),
        }
    }

    /// The nanoseconds.
    fn fraction(&mut self, style: Style) -> Option<u32> {
        if self.take(b".").is_none() {
            return (style == Style::Stored).then_some(0);
        }
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let fits = if style == Style::Stored { (1..=9).contains(&digits) } else { digits == 9 };
        let number: u32 = self.number(digits).filter(|_| fits)?;
        Some((digits..9).fold(number, |number, _| number * 10))
    }

    /// The seconds that the time is ahead of UTC.
    fn offset(&mut self, style: Style) -> Option<i64> {
        if self.take(b"Zz").is_some() {
            return Some(0);
        }
        let ahead = if self.take(b"+-").filter(|_| style == Style::Stored)? == b'+' { 1 } else { -1 };
        let (hours, minutes): (i64, i64) = (self.number(2)?, self.after(b":", 2)?);
        (hours < 24 && minutes < 60).then_some(ahead * (hours * 3600 + minutes * 60))
    }
}

/// Makes types of [`Moment`] values.
macro_rules! moments {
    ($($ty:ty),*) => {$(
        impl crate::value::Value for $ty {
            const STORED: Option<crate::value::StoredType> = Some(crate::value::StoredType::Text);

            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                let mut text = String::with_capacity(30);
                calendar::write(self, Style::Stored, &mut text);
                // Beyond the last day in UTC, or a leap second where none can be.
                if <$ty>::of_civil(&self.civil()).as_ref() != Some(self) {
                    return Err(ValueError::other(format!("{text} cannot be read back")));
                }
                Ok(AttributeValue::S(text))
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                let read = |text: &String| calendar::read(text, Style::Stored);
                value.as_s().ok().and_then(read).ok_or_else(|| ValueError::expected(Self::FORM.expected(), &value))
            }
        }

        impl crate::value::SetElement for $ty {}
    )*};
}

pub(super) use moments;

/// What holds of the dates and times of every crate.
#[cfg(test)]
pub(super) mod tests {
    use std::fmt::Debug;

    use aws_sdk_dynamodb::types::AttributeValue;

    use crate::{KeyPart, Value};

    /// The text as it is stored.
    pub(in crate::value) fn stored(value: &impl Value) -> String {
        match value.to_attribute() {
            Ok(AttributeValue::S(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    /// The sortable text.
    pub(in crate::value) fn sortable(value: &impl KeyPart) -> String {
        let mut text = String::new();
        value.write_sortable(&mut text);
        text
    }

    /// Instants of which much can go wrong: around the ends of minutes, years, eras; with any digits of the second.
    pub(in crate::value) fn instants(lowest: i64, highest: i64) -> Vec<(i64, u32)> {
        let mut rng = fastrand::Rng::with_seed(0x5EED_DA7E);
        // 1970, the years 0, 1, 1000, 10000, -1, and the last moments before.
        let hard = [0, -62_167_219_200, -62_135_596_800, -30_610_224_000, 253_402_300_800, -62_198_755_200];
        let fractions = [0, 1, 500_000_000, 999_999_999, 120_000_000, 10];
        let ends = [lowest, highest].into_iter().chain(hard.into_iter().flat_map(|second| [second - 1, second]));
        let mut instants: Vec<_> = ends.flat_map(|second| fractions.map(|fraction| (second, fraction))).collect();
        for _ in 0..4000 {
            let second = match rng.u8(..3) {
                0 => rng.i64(lowest..=highest),
                1 => rng.i64(-100_000_000_000..=300_000_000_000),
                _ => rng.i64(1_700_000_000..1_700_000_100),
            };
            let digits = 10_u32.pow(rng.u32(..9));
            instants.push((second, rng.u32(..1_000_000_000) / digits * digits));
        }
        instants.retain(|(second, _)| (lowest..=highest).contains(second));
        instants
    }

    /// The text in keys sorts as the values do, and every text is read as the value it was written of.
    pub(in crate::value) fn check<T: KeyPart + Ord + Debug>(mut values: Vec<T>) {
        assert!(values.len() > 1000);
        values.sort();
        values.dedup();
        let texts: Vec<_> = values.iter().map(sortable).collect();
        for (one, next) in texts.iter().zip(&texts[1..]) {
            assert!(one < next && !next.starts_with(one.as_str()), "{one} {next}");
        }
        for (value, text) in values.iter().zip(&texts) {
            assert!(text.bytes().all(|byte| byte > b'$'), "{text}");
            for text in [text.clone(), text.to_lowercase()] {
                assert_eq!(T::read_sortable(&text).as_ref(), Some(value), "{text}");
            }
            let text = stored(value);
            assert_eq!(T::from_attribute(AttributeValue::S(text.clone())).as_ref(), Ok(value));
            let mut key = String::new();
            value.write_key(&mut key);
            assert_eq!(key, text);
            for text in [text.to_lowercase(), text] {
                assert_eq!(T::read_key(&text).as_ref(), Some(value), "{text}");
            }
        }
        // Whatever a key holds, reading it is no panic.
        let mut rng = fastrand::Rng::with_seed(7);
        for text in texts.iter().take(500) {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..rng.usize(1..3) {
                let at = rng.usize(..bytes.len());
                match rng.u8(..3) {
                    0 => bytes.truncate(at.max(1)),
                    1 => bytes.insert(at, b"0123456789-+:.TZ \xC3"[rng.usize(..18)]),
                    _ => bytes[at] = rng.u8(..),
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            // What it is read as has that text.
            if let Some(value) = T::read_sortable(&text) {
                assert_eq!(sortable(&value), text.to_uppercase());
            }
            let _ = T::read_key(&text);
        }
    }
}
