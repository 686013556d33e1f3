//! What DynamoDB can compare: which types, and how their stored values are ordered.

use std::cmp::Ordering;

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use ulid::Ulid;

use super::{Expiry, JsNumber, capability::capabilities, exact::compare};

/// A type whose stored form DynamoDB orders as its values are: text, numbers, bytes and dates.
///
/// Text is ordered by its UTF-8 bytes. Dates are text too, which is ordered by date as long as their years have four
/// digits. A type of one's own that is stored as one of these can implement it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Condition, Operand, Ordered, Place};
///
/// fn outside<T: Ordered, A, P: Place>(what: Attr<Comment, T, A, P>, low: impl Operand<Comment, T>, high: impl Operand<Comment, T>) -> Condition<Comment> {
///     what.lt(low) | what.gt(high)
/// }
/// let filter = outside(Comment::attributes().likes, 1, 5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no order in DynamoDB",
    label = "cannot be compared with `<`, `>` or `between`",
    note = "text, numbers, bytes and dates have one",
    note = "instants and date-times are stored as text with as few digits as needed, which does not sort: store a number \
            of seconds or milliseconds to compare them"
)]
pub trait Ordered {}

capabilities! {
    Ordered: i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, JsNumber, Expiry;
    Ordered: String, Box<str>, char, Ulid, Vec<u8>, Blob;
}

#[cfg(feature = "uuid")]
capabilities! { Ordered: uuid::Uuid; }
#[cfg(feature = "rust_decimal")]
capabilities! { Ordered: rust_decimal::Decimal; }
#[cfg(feature = "time")]
capabilities! { Ordered: time::Date; }
#[cfg(feature = "chrono")]
capabilities! { Ordered: chrono::NaiveDate; }
#[cfg(feature = "jiff")]
capabilities! { Ordered: jiff::civil::Date; }

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
    use std::fmt::Debug;

    use super::*;
    use crate::value::Value;

    fn check<T: Ordered + Value + PartialOrd + Debug>(mut value: impl FnMut(&mut fastrand::Rng) -> T) {
        let mut rng = fastrand::Rng::with_seed(0x0D3D);
        let values: Vec<_> = (0..60).map(|_| value(&mut rng)).collect();
        for one in &values {
            for other in &values {
                let [stored, other_stored] = [one, other].map(|value| value.to_attribute().unwrap());
                assert_eq!(compare_stored(&stored, &other_stored), one.partial_cmp(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn dynamodb_orders_as_rust_does() {
        check(|rng| rng.i8(..));
        check(|rng| rng.i64(..) >> rng.u8(..64));
        check(|rng| rng.u128(..) >> rng.u8(4..128));
        check(|rng| f64::from(rng.i16(..)) * 10_f64.powi(rng.i32(-20..20)));
        check(|rng| rng.f32() - 0.5);
        check(|rng| JsNumber::try_from(f64::from(rng.i16(..)) * 10_f64.powi(rng.i32(-20..20))).unwrap());
        check(|rng| Expiry::at(rng.i64(-100..100)));
        check(|rng| rng.char(..));
        check(|rng| (0..rng.usize(..4)).map(|_| rng.char('a'..='🦀')).collect::<String>());
        check(|rng| (0..rng.usize(..4)).map(|_| rng.char('a'..='c')).collect::<String>().into_boxed_str());
        check(|rng| (0..rng.usize(..4)).map(|_| rng.u8(..)).collect::<Vec<_>>());
        check(|rng| Ulid::from_parts(rng.u64(..1 << 48), rng.u128(..1 << 80)));
        #[cfg(feature = "uuid")]
        check(|rng| uuid::Uuid::from_u128(rng.u128(..)));
        #[cfg(feature = "rust_decimal")]
        check(|rng| rust_decimal::Decimal::new(rng.i64(..) >> rng.u8(..64), rng.u32(..=28)));
        #[cfg(feature = "time")]
        check(|rng| time::Date::from_ordinal_date(rng.i32(0..=9999), rng.u16(1..=365)).unwrap());
        #[cfg(feature = "chrono")]
        check(|rng| chrono::NaiveDate::from_yo_opt(rng.i32(0..=9999), rng.u32(1..=365)).unwrap());
        #[cfg(feature = "jiff")]
        check(|rng| jiff::civil::Date::new(rng.i16(0..=9999), rng.i8(1..=12), rng.i8(1..=28)).unwrap());
    }
}
