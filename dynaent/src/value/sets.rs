//! DynamoDB's sets: of text, of numbers, of bytes. A set is never empty.

use std::{
    collections::{BTreeSet, HashSet},
    hash::{BuildHasher, Hash},
};

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use ulid::Ulid;

use super::{Value, ValueError, ValueProblem};

/// A type whose values can be members of a DynamoDB set: text, numbers, bytes.
///
/// ```
/// # use dynaent_workspace::*;
/// use std::collections::BTreeSet;
/// use dynaent::{SetElement, Value};
///
/// fn is_storable<T: SetElement + Ord>(set: &BTreeSet<T>) -> bool {
///     set.to_attribute().is_ok()
/// }
/// assert!(is_storable(&BTreeSet::from([1, 2, 3])));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a DynamoDB set",
    label = "not a set member",
    note = "DynamoDB has sets of text, of numbers and of bytes; use a `Vec` for anything else"
)]
pub trait SetElement: Value {}

macro_rules! elements {
    ($($ty:ty),*) => {$(impl SetElement for $ty {})*};
}

elements!(String, Box<str>, char, Ulid, Vec<u8>);
elements!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64);

/// The set of these members.
pub(crate) fn gather(
    elements: impl Iterator<Item = Result<AttributeValue, ValueError>>,
) -> Result<AttributeValue, ValueError> {
    let (mut texts, mut numbers, mut blobs) = (Vec::new(), Vec::new(), Vec::new());
    for element in elements {
        match element? {
            AttributeValue::S(text) => texts.push(text),
            AttributeValue::N(number) => numbers.push(number),
            AttributeValue::B(blob) => blobs.push(blob),
            other => return Err(ValueError::expected("text, a number or bytes in a set", &other)),
        }
    }
    match (texts.is_empty(), numbers.is_empty(), blobs.is_empty()) {
        (false, true, true) => Ok(AttributeValue::Ss(texts)),
        (true, false, true) => Ok(AttributeValue::Ns(numbers)),
        (true, true, false) => Ok(AttributeValue::Bs(blobs)),
        (true, true, true) => Err(ValueProblem::EmptySet.into()),
        _ => Err(ValueError::other("the members of a set must be of one type")),
    }
}

/// Also reads a list, which is how serde would have stored the set.
fn scatter<T: Value, C: FromIterator<T>>(value: AttributeValue) -> Result<C, ValueError> {
    fn each<T: Value, C: FromIterator<T>, V>(
        members: Vec<V>,
        wrap: impl Fn(V) -> AttributeValue,
    ) -> Result<C, ValueError> {
        members.into_iter().map(|member| T::from_attribute(wrap(member))).collect()
    }
    match value {
        AttributeValue::Ss(texts) => each(texts, AttributeValue::S),
        AttributeValue::Ns(numbers) => each(numbers, AttributeValue::N),
        AttributeValue::Bs(blobs) => each(blobs, |blob: Blob| AttributeValue::B(blob)),
        AttributeValue::L(list) => each(list, |value| value),
        other => Err(ValueError::expected("a set", &other)),
    }
}

macro_rules! sets {
    ($($set:ty: $bound:ident $(, $hasher:ident)?;)*) => {$(
        impl<T: SetElement + Eq + $bound $(, $hasher: BuildHasher + Default)?> Value for $set {
            fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
                gather(self.iter().map(T::to_attribute))
            }

            fn into_attribute(self) -> Result<AttributeValue, ValueError> {
                gather(self.into_iter().map(T::into_attribute))
            }

            fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
                scatter(value)
            }

            /// A set that has lost its last member is gone from the item.
            fn absent() -> Option<Self> {
                Some(Self::default())
            }
        }
    )*};
}

sets! {
    HashSet<T, S>: Hash, S;
    BTreeSet<T>: Ord;
}
