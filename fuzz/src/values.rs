//! Values of other crates' types.

use arbitrary::{Result, Unstructured};
use dynaent::JsNumber;
use rust_decimal::Decimal;

/// Any that there is.
pub fn decimal(u: &mut Unstructured<'_>) -> Result<Decimal> {
    let [low, middle, high] = u.arbitrary()?;
    Ok(Decimal::from_parts(low, middle, high, u.arbitrary()?, u.int_in_range(0..=28)?))
}

/// Any that is finite.
pub fn js_number(u: &mut Unstructured<'_>) -> Result<JsNumber> {
    JsNumber::try_from(u.arbitrary::<f64>()?).or_else(|_| Ok(JsNumber::from(u.arbitrary::<i32>()?)))
}

/// Any of all years.
pub fn timestamp(u: &mut Unstructured<'_>) -> Result<jiff::Timestamp> {
    let range = jiff::Timestamp::MIN.as_nanosecond()..=jiff::Timestamp::MAX.as_nanosecond();
    Ok(jiff::Timestamp::from_nanosecond(u.int_in_range(range)?).unwrap_or_default())
}

/// Any of all years; leap seconds are none that is stored.
pub fn chrono(u: &mut Unstructured<'_>) -> Result<chrono::NaiveDateTime> {
    use chrono::NaiveDateTime;
    let [lowest, highest] = [NaiveDateTime::MIN, NaiveDateTime::MAX].map(|moment| moment.and_utc().timestamp());
    let seconds = u.int_in_range(lowest..=highest)?;
    let instant = chrono::DateTime::from_timestamp(seconds, u.int_in_range(0..=999_999_999)?);
    Ok(instant.unwrap_or_default().naive_utc())
}

/// Any of all years, at any offset.
pub fn time(u: &mut Unstructured<'_>) -> Result<time::OffsetDateTime> {
    use time::{Date, UtcDateTime, UtcOffset};
    let [lowest, highest] = [Date::MIN.midnight(), Date::MAX.midnight()].map(|day| day.assume_utc().unix_timestamp());
    let nanoseconds = i128::from(u.int_in_range(lowest..=highest)?) * 1_000_000_000;
    let instant = UtcDateTime::from_unix_timestamp_nanos(nanoseconds + i128::from(u.int_in_range(0..=999_999_999)?));
    let instant = instant.unwrap_or(UtcDateTime::UNIX_EPOCH);
    let offset = UtcOffset::from_whole_seconds(u.int_in_range(-86_399..=86_399)?).unwrap_or(UtcOffset::UTC);
    Ok(instant.checked_to_offset(offset).unwrap_or_else(|| instant.to_offset(UtcOffset::UTC)))
}
