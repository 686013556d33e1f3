//! What a condition compares: attributes, their sizes, and values.

use std::{borrow::Cow, marker::PhantomData};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    attribute::Attr,
    place::{Path, Place},
    raw::Any,
};
use crate::{
    entity::Entity,
    value::{Numeric, Value, ValueError},
};

/// One side of a comparison, as DynamoDB has it.
#[derive(Clone, PartialEq)]
#[doc(hidden)]
pub enum Term {
    Path(Path),
    /// The size of what is there.
    Size(Path),
    /// A value, or why it cannot be stored.
    Value(Result<AttributeValue, ValueError>),
}

/// How a value becomes something to compare with.
pub(crate) type Encode<T> = fn(T) -> Result<AttributeValue, ValueError>;

/// What an attribute of type `T` can be compared with: a `T`, text for a `String`, another attribute of the same type,
/// and for numbers the size of an attribute.
///
/// ```
/// # use dynaent_workspace::*;
/// let c = Comment::attributes();
/// // A value of the attribute's type, or another attribute.
/// let (_, _) = (c.text.eq("First!"), c.text.eq(c.comment_id));
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{T}` cannot be compared with `{Self}`",
    label = "expected a `{T}`, or an attribute of that type and of the same entity",
    note = "an optional attribute is compared with the bare value; whether it is there at all is asked with `exists()` and \
            `not_exists()`"
)]
pub trait Operand<E, T> {
    #[doc(hidden)]
    fn term(self, encode: Encode<T>) -> Term;
}

// What is marked, here and below, would only lengthen the list in rustc's messages.
#[diagnostic::do_not_recommend]
impl<E, T> Operand<E, T> for T {
    fn term(self, encode: Encode<T>) -> Term {
        Term::Value(encode(self))
    }
}

#[diagnostic::do_not_recommend]
impl<E: Entity, T, A, P: Place> Operand<E, T> for Attr<E, T, A, P> {
    fn term(self, _: Encode<T>) -> Term {
        Term::Path(self.path())
    }
}

/// Several of what an attribute of type `T` can be compared with.
///
/// ```
/// # use dynaent_workspace::*;
/// let c = Comment::attributes();
/// let (_, _) = (c.likes.is_in([1, 2, 3]), c.text.is_in(vec!["First!".to_owned()]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of what a `{T}` can be compared with",
    label = "expected several `{T}`, such as `[…]` or a `Vec`"
)]
pub trait Operands<E, T> {
    #[doc(hidden)]
    fn terms(self, encode: Encode<T>) -> impl Iterator<Item = Term>;
}

#[diagnostic::do_not_recommend]
impl<E, T, I: IntoIterator<Item: Operand<E, T>>> Operands<E, T> for I {
    fn terms(self, encode: Encode<T>) -> impl Iterator<Item = Term> {
        self.into_iter().map(move |value| value.term(encode))
    }
}

macro_rules! text {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E> Operand<E, String> for $ty {
            fn term(self, encode: Encode<String>) -> Term {
                Term::Value(encode(self.into()))
            }
        }
    )*};
}

text!(&str, &String, Cow<'_, str>);

// Anything can be compared with what the model does not know.
#[diagnostic::do_not_recommend]
impl<E, V: Value> Operand<E, Any> for V {
    fn term(self, _: Encode<Any>) -> Term {
        Term::Value(self.into_attribute())
    }
}

#[diagnostic::do_not_recommend]
impl<E> Operand<E, Any> for &str {
    fn term(self, _: Encode<Any>) -> Term {
        Term::Value(Ok(AttributeValue::S(self.to_owned())))
    }
}

/// The size of an attribute: the length of text in UTF-16 code units, that of binary in bytes, and how many members a list, a
/// set or a map has. Made by [`Attr::size`].
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let c = Comment::attributes();
/// let short = Comment::scan().filter(c.text.size().lte(6)).all(&table).await?;
/// assert_eq!(short[0].text, "First!");
/// # Ok(()) });
/// ```
#[derive(Debug)]
pub struct Size<E> {
    pub(super) path: Path,
    pub(super) marker: PhantomData<fn() -> E>,
}

impl<E> Clone for Size<E> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), marker: PhantomData }
    }
}

#[diagnostic::do_not_recommend]
impl<E, T: Numeric> Operand<E, T> for Size<E> {
    fn term(self, _: Encode<T>) -> Term {
        Term::Size(self.path)
    }
}
