//! The times of writes.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Value;

/// A type that holds the time of a write, to the millisecond: what is read back is then what was written, in every system
/// that shares the table.
///
/// A number is one of milliseconds since 1970, as JavaScript's `Date.now()`.
///
/// ```
/// use dynaent::Entity;
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "myapp", name = "Page", version = "1")]
/// #[index(primary, pk = [path], sk = [])]
/// struct Page {
///     path: String,
///     #[attr(updated_at)]
///     updated: u64, // milliseconds since 1970
/// }
///
/// let page = Page::put().path("/").request("app")?;
/// assert!(page.item().unwrap()["updated"].is_n());
/// # Ok::<(), dynaent::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the time of a write",
    label = "not a timestamp",
    note = "use `u64` or `i64` for milliseconds since 1970, or with the cargo feature of their crate: \
            `time::UtcDateTime`, `time::OffsetDateTime`, `chrono::DateTime<Utc>`, `jiff::Timestamp`"
)]
pub trait Timestamp: Value + Clone {
    /// The time now, of which the millisecond has begun.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Timestamp;
    ///
    /// assert!(u64::now() > 1_700_000_000_000);
    /// ```
    fn now() -> Self;
}

/// The nanoseconds since 1970, or before it if negative.
pub(super) fn unix_nanoseconds(instant: SystemTime) -> i128 {
    let (sign, distance) = match instant.duration_since(UNIX_EPOCH) {
        Ok(after) => (1, after),
        Err(before) => (-1, before.duration()),
    };
    sign * i128::try_from(distance.as_nanos()).unwrap_or(i128::MAX)
}

/// The milliseconds since 1970.
fn now() -> i64 {
    // No clock is set to what does not fit.
    unix_nanoseconds(SystemTime::now()).div_euclid(1_000_000).try_into().unwrap_or(0)
}

// What is marked would only lengthen the list in rustc's messages.
#[diagnostic::do_not_recommend]
impl Timestamp for i64 {
    fn now() -> Self {
        now()
    }
}

#[diagnostic::do_not_recommend]
impl Timestamp for u64 {
    fn now() -> Self {
        now().try_into().unwrap_or(0)
    }
}

macro_rules! instants {
    ($($feature:literal $ty:ty: |$milliseconds:ident| $instant:expr;)*) => {$(
        #[cfg(feature = $feature)]
        #[diagnostic::do_not_recommend]
        impl Timestamp for $ty {
            fn now() -> Self {
                let $milliseconds = now();
                $instant.unwrap_or(Self::UNIX_EPOCH)
            }
        }
    )*};
}

instants! {
    "chrono" chrono::DateTime<chrono::Utc>: |milliseconds| Self::from_timestamp_millis(milliseconds);
    "jiff" jiff::Timestamp: |milliseconds| Self::from_millisecond(milliseconds);
    "time" time::UtcDateTime:
        |milliseconds| Self::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000);
    "time" time::OffsetDateTime:
        |milliseconds| Self::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000);
}

#[cfg(test)]
mod tests {
    use std::{fmt::Debug, time::Duration};

    use aws_sdk_dynamodb::types::AttributeValue;

    use super::*;

    #[test]
    fn nanoseconds_are_from_1970_on() {
        let second = Duration::from_secs(1);
        assert_eq!(unix_nanoseconds(UNIX_EPOCH + second), 1_000_000_000);
        assert_eq!(unix_nanoseconds(UNIX_EPOCH - second), -1_000_000_000);
    }

    /// A time that was read between two others, and comes back as it was; `milliseconds` and the rest of a value.
    fn check<T: Timestamp + PartialEq + Debug>(milliseconds: impl Fn(&T) -> i128, rest: impl Fn(&T) -> i128) {
        for _ in 0..100 {
            let before = UNIX_EPOCH.elapsed().unwrap().as_millis().try_into().unwrap();
            let value = T::now();
            let after = UNIX_EPOCH.elapsed().unwrap().as_millis().try_into().unwrap();
            assert!((before..=after).contains(&milliseconds(&value)), "{value:?}");
            assert_eq!(rest(&value), 0, "{value:?}");
            let stored = value.to_attribute().unwrap();
            if let AttributeValue::S(text) = &stored {
                // As JavaScript's `toISOString()`, but for zeros at the end.
                assert!(text.len() <= "2026-11-22T17:36:15.123Z".len(), "{text}");
            }
            assert_eq!(T::from_attribute(stored), Ok(value));
        }
    }

    #[test]
    fn the_time_is_in_whole_milliseconds() {
        check(|number: &u64| (*number).into(), |_| 0);
        check(|number: &i64| (*number).into(), |_| 0);
        #[cfg(feature = "chrono")]
        check(
            |instant: &chrono::DateTime<chrono::Utc>| instant.timestamp_millis().into(),
            |instant| (instant.timestamp_subsec_nanos() % 1_000_000).into(),
        );
        #[cfg(feature = "jiff")]
        check(
            |instant: &jiff::Timestamp| instant.as_millisecond().into(),
            |instant| instant.as_nanosecond() % 1_000_000,
        );
        #[cfg(feature = "time")]
        {
            check(
                |instant: &time::UtcDateTime| instant.unix_timestamp_nanos() / 1_000_000,
                |instant| instant.unix_timestamp_nanos() % 1_000_000,
            );
            check(
                |instant: &time::OffsetDateTime| instant.unix_timestamp_nanos() / 1_000_000,
                |instant| instant.unix_timestamp_nanos() % 1_000_000,
            );
        }
    }
}
