//! Types that can be part of a key.

use std::{borrow::Cow, fmt::Write};

use ulid::Ulid;

use crate::value::{Value, ValueError};
use aws_sdk_dynamodb::types::AttributeValue;

/// A type whose values can be part of a key: text, whole numbers, `bool`, `char`, `Ulid`, and newtypes and unit enums
/// with `#[derive(KeyPart)]`.
///
/// The text in a key is the one ElectroDB writes for the stored value. Lists, maps and floats cannot be part of a key:
/// their text is not one thing.
///
/// ```
/// use dynaent::KeyPart;
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// pub struct ArticleId(String);
///
/// #[derive(Debug, Clone, PartialEq, KeyPart)]
/// #[key_part(rename_all = "snake_case")]
/// pub enum Status { Open, InReview }
///
/// let mut key = String::from("#status_");
/// Status::InReview.write_key(&mut key);
/// assert_eq!(key, "#status_in_review");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be part of a key",
    label = "not a key part",
    note = "keys are made of text, whole numbers, `bool`, `char` and `Ulid`; put `#[derive(KeyPart)]` on a newtype or a \
            unit enum to use it in one"
)]
pub trait KeyPart: Value {
    /// Appends the value's text to a key.
    fn write_key(&self, key: &mut String);
}

/// A part of a key whose text can be searched by its beginning.
#[diagnostic::on_unimplemented(
    message = "`begins_with` needs text: the beginning of `{Self}` has no meaning",
    label = "not text"
)]
pub trait TextPart: Sorts {}

/// A part of a key whose texts sort as its values do, so that ranges of it can be read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not sort in this key: ranges of it cannot be read",
    label = "a range cannot be given here",
    note = "numbers are text in this key, where `10` sorts before `9`"
)]
pub trait Sorts: KeyPart {
    /// Whether the text never holds a character that sorts before `$`, such as a space. Ranges of such a type read no
    /// item that they do not return.
    const PLAIN: bool;
}

/// A value that can be given for a part of a key of type `T`: a `T`, a reference to one, or a `&str` for text.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be given where the key has a `{T}`",
    label = "expected a `{T}`",
    note = "conditions such as `begins_with` are for the sort key of a query: a partition key is given whole"
)]
pub trait PartOf<T> {
    /// Appends the text to a key.
    fn write_key(&self, key: &mut String);

    /// The stored form of the attribute.
    ///
    /// # Errors
    /// As [`Value::into_attribute`].
    fn into_attribute(self) -> Result<AttributeValue, ValueError>;
}

impl<T: KeyPart> PartOf<T> for T {
    fn write_key(&self, key: &mut String) {
        KeyPart::write_key(self, key);
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        Value::into_attribute(self)
    }
}

impl<T: KeyPart> PartOf<T> for &T {
    fn write_key(&self, key: &mut String) {
        KeyPart::write_key(*self, key);
    }

    fn into_attribute(self) -> Result<AttributeValue, ValueError> {
        self.to_attribute()
    }
}

macro_rules! text_for_string {
    ($($ty:ty),*) => {$(
        impl PartOf<String> for $ty {
            fn write_key(&self, key: &mut String) {
                key.push_str(self);
            }

            fn into_attribute(self) -> Result<AttributeValue, ValueError> {
                Ok(AttributeValue::S(self.into()))
            }
        }
    )*};
}

text_for_string!(&str, Cow<'_, str>);

macro_rules! displayed {
    ($($ty:ty),*) => {$(
        impl KeyPart for $ty {
            fn write_key(&self, key: &mut String) {
                // Writing to a string cannot fail.
                let _ = write!(key, "{self}");
            }
        }
    )*};
}

displayed!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, bool);

impl KeyPart for String {
    fn write_key(&self, key: &mut String) {
        key.push_str(self);
    }
}

impl KeyPart for Box<str> {
    fn write_key(&self, key: &mut String) {
        key.push_str(self);
    }
}

impl KeyPart for char {
    fn write_key(&self, key: &mut String) {
        key.push(*self);
    }
}

impl KeyPart for Ulid {
    fn write_key(&self, key: &mut String) {
        key.push_str(self.array_to_str(&mut [0; ulid::ULID_LEN]));
    }
}

macro_rules! text {
    ($($ty:ty: $plain:literal),*) => {$(
        impl Sorts for $ty {
            const PLAIN: bool = $plain;
        }

        impl TextPart for $ty {}
    )*};
}

text!(String: false, Box<str>: false, char: false, Ulid: true);
