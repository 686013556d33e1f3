//! Dates and times of the crate `chrono`.

use ::chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    ValueError,
    calendar::{self, Civil, Form, Moment, Style, moments},
};

moments!(NaiveDate, NaiveDateTime, DateTime<Utc>);

/// Those of a second.
const NANOSECONDS: u32 = 1_000_000_000;

/// A month, a day, an hour or the like: all are less than 100.
fn small(part: u32) -> u8 {
    part as u8
}

impl Moment for NaiveDate {
    const FORM: Form = Form::Date;

    fn civil(&self) -> Civil {
        Civil::day(self.year(), small(self.month()), small(self.day()))
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        Self::from_ymd_opt(civil.year, civil.month.into(), civil.day.into())
    }
}

impl Moment for NaiveDateTime {
    const FORM: Form = Form::Local;

    fn civil(&self) -> Civil {
        let [hour, minute, second] = [self.hour(), self.minute(), self.second()].map(small);
        let nanosecond = self.nanosecond();
        let civil = Civil { hour, minute, second, nanosecond, ..self.date().civil() };
        // In a leap second, there are a billion more.
        match nanosecond.checked_sub(NANOSECONDS) {
            Some(nanosecond) => Civil { second: second + 1, nanosecond, ..civil },
            None => civil,
        }
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        let (second, nanosecond) = match civil.second {
            60 => (59, civil.nanosecond + NANOSECONDS),
            second => (second, civil.nanosecond),
        };
        NaiveDate::of_civil(civil)?.and_hms_nano_opt(civil.hour.into(), civil.minute.into(), second.into(), nanosecond)
    }
}

impl Moment for DateTime<Utc> {
    const FORM: Form = Form::Utc;

    fn civil(&self) -> Civil {
        self.naive_utc().civil()
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        NaiveDateTime::of_civil(civil).map(|time| time.and_utc())
    }

    fn earlier(self, seconds: i64) -> Option<Self> {
        self.checked_sub_signed(TimeDelta::try_seconds(seconds)?)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::calendar::tests::{check, instants, sortable, stored},
        *,
    };
    use crate::Value;

    fn all() -> Vec<DateTime<Utc>> {
        let [lowest, highest] = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC].map(|end| end.timestamp());
        let unix = instants(lowest, highest).into_iter();
        let mut all: Vec<_> =
            unix.map(|(second, fraction)| DateTime::from_timestamp(second, fraction).unwrap()).collect();
        // The leap second at the end of 2016, and what stands around it.
        let leap = [(58, 0), (59, 0), (59, 999_999_999), (59, 1_000_000_000), (59, 1_500_000_000), (59, 1_999_999_999)];
        all.extend(leap.map(|(second, fraction)| DateTime::from_timestamp(1_483_228_740 + second, fraction).unwrap()));
        all
    }

    #[test]
    fn all_texts_sort_and_come_back() {
        let all = all();
        check(all.iter().map(DateTime::date_naive).collect());
        check(all.iter().map(DateTime::naive_utc).collect());
        check(all);
    }

    #[test]
    fn the_stored_text_is_rfc_3339() {
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        for instant in all().into_iter().filter(|instant| (0..=9999).contains(&instant.year())) {
            assert_eq!(at(&stored(&instant)), instant);
            // Nanoseconds always have nine digits; a leap second is second 60.
            assert_eq!(sortable(&instant), instant.format("%Y-%m-%dT%H:%M:%S%.9fZ").to_string());
        }
        for text in ["2026-11-22T17:36:15Z", "2026-11-22T17:36:15.5Z", "2016-12-31T23:59:60.25Z"] {
            assert_eq!(stored(&at(text)), text);
        }
        // As JavaScript writes `new Date(Date.UTC(12345, 0, 1))`, and the year before 0.
        assert_eq!(stored(&NaiveDate::from_ymd_opt(12_345, 1, 1).unwrap()), "+012345-01-01");
        assert_eq!(stored(&NaiveDate::from_ymd_opt(-1, 1, 1).unwrap()), "-000001-01-01");
    }

    #[test]
    fn a_leap_second_where_none_can_be_is_not_stored() {
        let odd = DateTime::<Utc>::from_timestamp(1_483_228_730, 0).unwrap().with_nanosecond(1_500_000_000).unwrap();
        assert!(odd.to_attribute().is_err());
        assert_eq!(sortable(&odd), "2016-12-31T23:58:51.500000000Z");
    }

    #[test]
    fn other_texts_are_no_dates() {
        let date = |text: &str| NaiveDate::from_attribute(AttributeValue::S(text.into())).is_ok();
        assert!(date("2024-02-29") && date("+002024-02-29"));
        for text in
            ["", "2023-02-29", "2024-13-01", "2024-00-01", "24-01-01", "2024-1-1", "-000000-01-01", "+2024-01-01"]
        {
            assert!(!date(text), "{text}");
        }
        let instant = |text: &str| DateTime::<Utc>::from_attribute(AttributeValue::S(text.into())).is_ok();
        assert!(instant("2026-11-22T17:36:15.123456789+00:00"));
        for text in [
            "2026-11-22",
            "2026-11-22T17:36:15",
            "2026-11-22T17:36Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T17:60:00Z",
            "2026-11-22T17:36:61Z",
            "2026-11-22T17:36:15.Z",
            "2026-11-22T17:36:15.1234567891Z",
            "2026-11-22T17:36:15+24:00",
            "2026-11-22T17:36:15+0100",
            "2026-11-22T17:36:15Z ",
            "2026-11-22T17:36:15ä",
        ] {
            assert!(!instant(text), "{text}");
        }
        assert!(DateTime::<Utc>::from_attribute(AttributeValue::N("0".into())).is_err());
        let local = |text: &str| NaiveDateTime::from_attribute(AttributeValue::S(text.into())).is_ok();
        assert!(local("2026-11-22T17:36:15.5") && !local("2026-11-22T17:36:15Z"));
    }
}
