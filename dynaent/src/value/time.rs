//! Dates and times of the crate `time`.

use ::time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};
use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    ValueError,
    calendar::{self, Civil, Form, Moment, Style, moments},
};

moments!(Date, PrimitiveDateTime, UtcDateTime, OffsetDateTime);

impl Moment for Date {
    const FORM: Form = Form::Date;

    fn civil(&self) -> Civil {
        let (year, month, day) = self.to_calendar_date();
        Civil::day(year, month.into(), day)
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        Self::from_calendar_date(civil.year, civil.month.try_into().ok()?, civil.day).ok()
    }
}

impl Moment for PrimitiveDateTime {
    const FORM: Form = Form::Local;

    fn civil(&self) -> Civil {
        let (hour, minute, second, nanosecond) = self.as_hms_nano();
        Civil { hour, minute, second, nanosecond, ..self.date().civil() }
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        let time = Time::from_hms_nano(civil.hour, civil.minute, civil.second, civil.nanosecond).ok()?;
        Some(Self::new(Date::of_civil(civil)?, time))
    }
}

impl Moment for UtcDateTime {
    const FORM: Form = Form::Utc;

    fn civil(&self) -> Civil {
        PrimitiveDateTime::new(self.date(), self.time()).civil()
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        PrimitiveDateTime::of_civil(civil).map(PrimitiveDateTime::as_utc)
    }

    fn earlier(self, seconds: i64) -> Option<Self> {
        self.checked_sub(Duration::seconds(seconds))
    }
}

/// The instant counts: it is stored in UTC, and comes back so.
impl Moment for OffsetDateTime {
    const FORM: Form = Form::Utc;

    fn civil(&self) -> Civil {
        match self.checked_to_offset(UtcOffset::UTC) {
            Some(utc) => PrimitiveDateTime::new(utc.date(), utc.time()).civil(),
            // In UTC, it is beyond the last day that `time` has: some time in the next year, which is not stored.
            None => Civil::day(self.year() + self.year().signum(), 1, 1),
        }
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        PrimitiveDateTime::of_civil(civil).map(PrimitiveDateTime::assume_utc)
    }

    fn earlier(self, seconds: i64) -> Option<Self> {
        self.checked_sub(Duration::seconds(seconds))
    }
}

#[cfg(test)]
mod tests {
    use ::time::format_description::well_known::Rfc3339;

    use super::{
        super::calendar::tests::{check, instants, sortable, stored},
        *,
    };
    use crate::{KeyPart, Value};

    fn all() -> Vec<UtcDateTime> {
        let [lowest, highest] = [UtcDateTime::MIN, UtcDateTime::MAX].map(UtcDateTime::unix_timestamp);
        let instant = |(seconds, nanoseconds)| {
            UtcDateTime::from_unix_timestamp_nanos(i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds))
        };
        instants(lowest, highest).into_iter().map(|unix| instant(unix).unwrap()).collect()
    }

    #[test]
    fn all_texts_sort_and_come_back() {
        let all = all();
        check(all.iter().map(|instant| instant.date()).collect());
        check(all.iter().map(|instant| PrimitiveDateTime::new(instant.date(), instant.time())).collect());
        check(all.iter().map(|instant| OffsetDateTime::from(*instant)).collect());
        check(all);
    }

    #[test]
    fn the_stored_text_is_rfc_3339() {
        for instant in all().into_iter().filter(|instant| (0..=9999).contains(&instant.year())) {
            assert_eq!(stored(&instant), instant.format(&Rfc3339).unwrap());
        }
    }

    #[test]
    fn every_offset_is_the_same_instant() {
        let offset = UtcOffset::from_hms(5, 30, 0).unwrap();
        let here = UtcDateTime::from_unix_timestamp(1_795_368_975).unwrap().to_offset(offset);
        assert_eq!(
            (stored(&here).as_str(), sortable(&here).as_str()),
            ("2026-11-22T17:36:15Z", "2026-11-22T17:36:15.000000000Z")
        );
        for text in ["2026-11-22T17:36:15Z", "2026-11-22T23:06:15.000+05:30", "2026-11-22t12:06:15-05:30"] {
            assert_eq!(OffsetDateTime::from_attribute(AttributeValue::S(text.into())), Ok(here), "{text}");
        }
    }

    #[test]
    fn beyond_the_last_day_nothing_is_stored() {
        let last = PrimitiveDateTime::MAX.assume_offset(UtcOffset::from_hms(-5, 0, 0).unwrap());
        let first = PrimitiveDateTime::MIN.assume_offset(UtcOffset::from_hms(5, 0, 0).unwrap());
        assert!(last.to_attribute().is_err() && first.to_attribute().is_err());
        // It can be compared with.
        assert!(sortable(&last) > sortable(&PrimitiveDateTime::MAX.assume_utc()));
        assert!(sortable(&first) < sortable(&PrimitiveDateTime::MIN.assume_utc()));
        assert_eq!(OffsetDateTime::read_sortable(&sortable(&last)), None);
    }
}
