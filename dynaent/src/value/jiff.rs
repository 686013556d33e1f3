//! Dates and times of the crate `jiff`.

use ::jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    ValueError,
    calendar::{self, Civil, Form, Moment, Style, moments},
};

moments!(Date, DateTime, Timestamp);

impl Moment for Date {
    const FORM: Form = Form::Date;

    fn civil(&self) -> Civil {
        // jiff's numbers are signed, but only years are ever negative.
        Civil::day(self.year().into(), self.month().unsigned_abs(), self.day().unsigned_abs())
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        Self::new(civil.year.try_into().ok()?, civil.month.try_into().ok()?, civil.day.try_into().ok()?).ok()
    }
}

impl Moment for DateTime {
    const FORM: Form = Form::Local;

    fn civil(&self) -> Civil {
        let [hour, minute, second] = [self.hour(), self.minute(), self.second()].map(i8::unsigned_abs);
        let nanosecond = self.subsec_nanosecond().unsigned_abs();
        Civil { hour, minute, second, nanosecond, ..self.date().civil() }
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        let time = Time::new(
            civil.hour.try_into().ok()?,
            civil.minute.try_into().ok()?,
            civil.second.try_into().ok()?,
            civil.nanosecond.try_into().ok()?,
        );
        Some(Self::from_parts(Date::of_civil(civil)?, time.ok()?))
    }
}

impl Moment for Timestamp {
    const FORM: Form = Form::Utc;

    fn civil(&self) -> Civil {
        Offset::UTC.to_datetime(*self).civil()
    }

    fn of_civil(civil: &Civil) -> Option<Self> {
        Offset::UTC.to_timestamp(DateTime::of_civil(civil)?).ok()
    }

    fn earlier(self, seconds: i64) -> Option<Self> {
        self.checked_sub(SignedDuration::from_secs(seconds)).ok()
    }
}

#[cfg(test)]
mod tests {
    use ::jiff::tz::TimeZone;

    use super::{
        super::calendar::tests::{check, instants, sortable, stored},
        *,
    };
    use crate::Value;

    fn all() -> Vec<Timestamp> {
        let [lowest, highest] = [Timestamp::MIN, Timestamp::MAX].map(Timestamp::as_second);
        let unix = instants(lowest, highest).into_iter();
        let instant = |(second, fraction)| Timestamp::new(second, fraction).unwrap();
        unix.map(|(second, fraction)| instant((second, i32::try_from(fraction).unwrap()))).collect()
    }

    fn local(instant: &Timestamp) -> DateTime {
        TimeZone::UTC.to_datetime(*instant)
    }

    #[test]
    fn all_texts_sort_and_come_back() {
        let all = all();
        let ends = [DateTime::MIN, DateTime::MAX];
        check(all.iter().map(local).chain(ends).map(DateTime::date).collect());
        check(all.iter().map(local).chain(ends).collect());
        check(all);
    }

    #[test]
    fn the_stored_text_is_jiffs() {
        for instant in all() {
            let local = local(&instant);
            assert_eq!(stored(&instant), instant.to_string());
            assert_eq!((stored(&local), stored(&local.date())), (local.to_string(), local.date().to_string()));
        }
    }

    #[test]
    fn the_sortable_text_has_one_width() {
        let text = |text: &str| sortable(&text.parse::<Timestamp>().unwrap());
        assert_eq!(text("2026-11-22T17:36:15Z"), "2026-11-22T17:36:15.000000000Z");
        assert_eq!(text("2026-11-22T17:36:15.5+01:00"), "2026-11-22T16:36:15.500000000Z");
        assert_eq!(text("-000001-01-01T00:00:00Z"), "-999998-01-01T00:00:00.000000000Z");
    }

    #[test]
    fn no_leap_second_is_read() {
        let text = AttributeValue::S("2016-12-31T23:59:60Z".into());
        assert!(Timestamp::from_attribute(text.clone()).is_err() && DateTime::from_attribute(text).is_err());
    }
}
