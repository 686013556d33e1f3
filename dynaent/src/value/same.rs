//! What is one value to DynamoDB, however it is written.

use std::cmp::Ordering;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Item, exact::compare};

/// Whether two items are one to DynamoDB.
pub(crate) fn is_same_item(one: &Item, other: &Item) -> bool {
    one.len() == other.len() && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| is_same(value, other)))
}

/// Whether two values are one to DynamoDB: numbers have more than one text, and sets no order.
pub(crate) fn is_same(one: &AttributeValue, other: &AttributeValue) -> bool {
    use AttributeValue::{Bs, L, M, N, Ns, Ss};
    let equal = |one: &String, other: &String| compare(one, other) == Some(Ordering::Equal);
    match (one, other) {
        (N(one), N(other)) => equal(one, other),
        (M(one), M(other)) => is_same_item(one, other),
        (L(one), L(other)) => one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other)),
        (Ss(one), Ss(other)) => is_same_set(one, other, |one, other| one == other),
        (Bs(one), Bs(other)) => is_same_set(one, other, |one, other| one == other),
        (Ns(one), Ns(other)) => is_same_set(one, other, equal),
        _ => one == other,
    }
}

fn is_same_set<T>(one: &[T], other: &[T], is_same: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().all(|member| other.iter().any(|other| is_same(member, other)))
}
