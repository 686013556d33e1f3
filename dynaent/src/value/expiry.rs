//! When items expire.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

use super::{StoredType, Value, ValueError, numbers::whole, timestamp::unix_nanoseconds};

/// When an item expires, to the second: stored as DynamoDB's time to live reads it, a whole number of seconds since 1970.
///
/// An attribute of this type is set to an instant, or to a [`Duration`] from now. DynamoDB deletes an item some time
/// after it expired, often only days later: until then it is read as any other, and [`is_past`](Self::is_past) tells.
///
/// ```
/// use std::time::Duration;
/// use dynaent::{Entity, Expiry};
///
/// #[derive(Entity)]
/// #[entity(service = "app", name = "Session", version = "1")]
/// #[index(primary, pk = [token], sk = [])]
/// struct Session { token: String, expires: Expiry }
///
/// let put = Session::put().token("t1").expires(Duration::from_secs(3600)).request("app")?;
/// assert!(put.item().unwrap()["expires"].is_n());
/// assert!(!Expiry::after(Duration::from_secs(3600)).is_past());
/// # Ok::<(), dynaent::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Expiry(i64);

impl Expiry {
    /// At so many seconds since 1970.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Expiry;
    ///
    /// assert!(Expiry::at(0).is_past());
    /// ```
    #[must_use]
    pub const fn at(seconds: i64) -> Self {
        Self(seconds)
    }

    /// After so much time from now; at the last second that there is, if that is beyond it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use std::time::Duration;
    /// use dynaent::Expiry;
    ///
    /// let tomorrow = Expiry::after(Duration::from_secs(24 * 3600));
    /// assert!(!tomorrow.is_past());
    /// ```
    #[must_use]
    pub fn after(duration: Duration) -> Self {
        let duration = i128::try_from(duration.as_nanos()).unwrap_or(i128::MAX);
        Self::at_nanosecond(unix_nanoseconds(SystemTime::now()).saturating_add(duration))
    }

    /// The seconds since 1970.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Expiry;
    ///
    /// assert_eq!(Expiry::at(1_800_000_000).seconds(), 1_800_000_000);
    /// ```
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Whether the item counts as expired: DynamoDB takes one for that when its time is before the current second.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use std::time::{Duration, SystemTime};
    /// use dynaent::Expiry;
    ///
    /// assert!(Expiry::from(SystemTime::now() - Duration::from_secs(60)).is_past());
    /// ```
    #[must_use]
    pub fn is_past(self) -> bool {
        self < Self::from(SystemTime::now())
    }

    /// The second that has begun.
    fn at_nanosecond(nanoseconds: i128) -> Self {
        let seconds = nanoseconds.div_euclid(1_000_000_000);
        Self(i64::try_from(seconds).unwrap_or(if seconds < 0 { i64::MIN } else { i64::MAX }))
    }
}

impl fmt::Display for Expiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The second in which the instant is.
impl From<SystemTime> for Expiry {
    fn from(instant: SystemTime) -> Self {
        Self::at_nanosecond(unix_nanoseconds(instant))
    }
}

/// The second in which the instant is.
#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Expiry {
    fn from(instant: jiff::Timestamp) -> Self {
        // jiff's fraction has the sign of the whole.
        Self(instant.as_second() - i64::from(instant.subsec_nanosecond() < 0))
    }
}

/// The second in which the instant is.
#[cfg(feature = "chrono")]
impl From<chrono::DateTime<chrono::Utc>> for Expiry {
    fn from(instant: chrono::DateTime<chrono::Utc>) -> Self {
        Self(instant.timestamp())
    }
}

/// The second in which the instant is.
#[cfg(feature = "time")]
impl From<time::UtcDateTime> for Expiry {
    fn from(instant: time::UtcDateTime) -> Self {
        Self(instant.unix_timestamp())
    }
}

/// The second in which the instant is.
#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for Expiry {
    fn from(instant: time::OffsetDateTime) -> Self {
        Self(instant.unix_timestamp())
    }
}

impl Value for Expiry {
    const STORED: Option<StoredType> = Some(StoredType::Number);

    fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
        self.0.to_attribute()
    }

    fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
        whole(&value, "a whole number of seconds since 1970").map(Self)
    }
}

/// A type that says when an item expires, as DynamoDB's time to live reads it.
///
/// ```
/// use dynaent::Entity;
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "myapp", name = "Session", version = "1")]
/// #[index(primary, pk = [token], sk = [])]
/// struct Session {
///     token: String,
///     #[attr(ttl)]
///     expires: u64, // whole seconds since 1970: another `ExpiryTime` than `Expiry`
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no expiry time",
    label = "not an expiry time",
    note = "use `dynaent::Expiry`, or a whole number of epoch seconds"
)]
pub trait ExpiryTime: Value {
    /// The seconds since 1970.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::{Expiry, ExpiryTime};
    ///
    /// assert_eq!(Expiry::at(60).expires_at(), 60);
    /// ```
    fn expires_at(&self) -> i64;
}

// What is marked would only lengthen the list in rustc's messages.
#[diagnostic::do_not_recommend]
impl ExpiryTime for Expiry {
    fn expires_at(&self) -> i64 {
        self.0
    }
}

macro_rules! seconds {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl ExpiryTime for $ty {
            fn expires_at(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

seconds!(u32, u64, i64);

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use super::*;
    use crate::{Assign, KeyPart};

    fn now() -> i64 {
        UNIX_EPOCH.elapsed().unwrap().as_secs().try_into().unwrap()
    }

    /// Instants as seconds and the nanoseconds behind them.
    fn instants() -> Vec<(i64, u32)> {
        let mut rng = fastrand::Rng::with_seed(0xE291);
        let fractions = [0, 1, 500_000_000, 999_999_999];
        let hard = [-2, -1, 0, 1, 1_800_000_000].into_iter().flat_map(|second| fractions.map(|part| (second, part)));
        let random = (0..2000).map(|_| (rng.i64(-60_000_000_000..=250_000_000_000), rng.u32(..1_000_000_000)));
        hard.chain(random).collect()
    }

    #[test]
    fn instants_are_rounded_down() {
        for (second, part) in instants() {
            let fraction = Duration::from_nanos(part.into());
            let distance = Duration::from_secs(second.unsigned_abs());
            let whole = if second < 0 { UNIX_EPOCH - distance } else { UNIX_EPOCH + distance };
            assert_eq!(Expiry::from(whole + fraction).seconds(), second, "{part}");
            #[cfg(feature = "chrono")]
            assert_eq!(Expiry::from(chrono::DateTime::from_timestamp(second, part).unwrap()).seconds(), second);
            #[cfg(feature = "jiff")]
            {
                let instant = jiff::Timestamp::new(second, part.try_into().unwrap()).unwrap();
                assert_eq!(Expiry::from(instant).seconds(), second, "{part}");
            }
            #[cfg(feature = "time")]
            {
                let nanoseconds = i128::from(second) * 1_000_000_000 + i128::from(part);
                let instant = time::UtcDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap();
                assert_eq!(Expiry::from(instant).seconds(), second, "{part}");
                let there = instant.to_offset(time::UtcOffset::from_hms(-5, -30, -15).unwrap());
                assert_eq!(Expiry::from(there).seconds(), second, "{part}");
            }
        }
    }

    #[test]
    fn a_duration_is_from_now() {
        let before = now();
        let expiry = Expiry::after(Duration::from_secs(60));
        assert!((before + 60..=now() + 60).contains(&expiry.seconds()));
        assert_eq!(Expiry::after(Duration::MAX), Expiry::at(i64::MAX));
    }

    #[test]
    fn what_is_past_is_before_this_second() {
        assert!(Expiry::at(i64::MIN).is_past() && Expiry::at(now() - 1).is_past());
        assert!(!Expiry::at(now() + 60).is_past() && !Expiry::at(i64::MAX).is_past());
    }

    #[test]
    fn it_is_stored_as_a_whole_number() {
        let number = |text: &str| AttributeValue::N(text.to_owned());
        for seconds in [i64::MIN, -1, 0, 1_800_000_000, i64::MAX] {
            let expiry = Expiry::at(seconds);
            assert_eq!(expiry.to_attribute(), Ok(number(&seconds.to_string())));
            assert_eq!(Expiry::from_attribute(number(&seconds.to_string())), Ok(expiry));
            assert_eq!(expiry.to_string(), seconds.to_string());
            assert_eq!(serde_json::to_string(&expiry).unwrap(), seconds.to_string());
            assert_eq!(serde_json::from_str::<Expiry>(&seconds.to_string()).unwrap(), expiry);
            // In a key it stands as the number does.
            let [mut key, mut sortable, mut number_key, mut sortable_number] = [const { String::new() }; 4];
            expiry.write_key(&mut key);
            expiry.write_sortable(&mut sortable);
            KeyPart::write_key(&seconds, &mut number_key);
            KeyPart::write_sortable(&seconds, &mut sortable_number);
            assert_eq!((&key, &sortable), (&number_key, &sortable_number));
            assert_eq!((Expiry::read_key(&key), Expiry::read_sortable(&sortable)), (Some(expiry), Some(expiry)));
        }
        for text in ["1.5", "9223372036854775808", ""] {
            let error = Expiry::from_attribute(number(text)).unwrap_err().to_string();
            assert_eq!(error, format!("expected a whole number of seconds since 1970, found the number {text}"));
        }
        assert!(Expiry::from_attribute(AttributeValue::S("1800000000".into())).is_err());
    }

    #[test]
    fn whole_numbers_are_seconds() {
        assert_eq!((7_u32.expires_at(), (-7_i64).expires_at(), Expiry::at(7).expires_at()), (7, -7, 7));
        assert_eq!((7_u64.expires_at(), u64::MAX.expires_at()), (7, i64::MAX));
    }

    /// What a setter does with what it is given.
    fn set<T>(value: impl Assign<T>) -> T {
        value.assign()
    }

    #[test]
    fn setters_take_any_time() {
        let at = Expiry::at(1_800_000_000);
        assert_eq!((set::<Expiry>(at), set::<Option<Expiry>>(at), set::<Option<Expiry>>(None)), (at, Some(at), None));
        let day = Duration::from_secs(86_400);
        assert!(set::<Expiry>(day).seconds() >= now() + 86_399);
        assert!(set::<Option<Expiry>>(day) <= Some(Expiry::after(day)));
        let instant = UNIX_EPOCH + Duration::from_millis(1_800_000_000_999);
        assert_eq!((set::<Expiry>(instant), set::<Option<Expiry>>(instant)), (at, Some(at)));
        #[cfg(feature = "chrono")]
        {
            let instant = chrono::DateTime::from_timestamp(1_800_000_000, 1).unwrap();
            assert_eq!((set::<Expiry>(instant), set::<Option<Expiry>>(instant)), (at, Some(at)));
        }
        #[cfg(feature = "jiff")]
        {
            let instant = jiff::Timestamp::new(1_800_000_000, 1).unwrap();
            assert_eq!((set::<Expiry>(instant), set::<Option<Expiry>>(instant)), (at, Some(at)));
        }
        #[cfg(feature = "time")]
        {
            let instant = time::UtcDateTime::from_unix_timestamp(1_800_000_000).unwrap();
            assert_eq!((set::<Expiry>(instant), set::<Option<Expiry>>(instant)), (at, Some(at)));
            let instant = time::OffsetDateTime::from(instant);
            assert_eq!((set::<Expiry>(instant), set::<Option<Expiry>>(instant)), (at, Some(at)));
        }
    }
}
