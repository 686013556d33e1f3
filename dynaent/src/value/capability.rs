//! What DynamoDB can ask of the values of a type.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    hash::{BuildHasher, Hash},
};

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use ulid::Ulid;

use super::{JsNumber, SetElement, Value, ValueError};

/// A type that is stored as text, so that its beginning can be asked for.
///
/// ```
/// use aws_sdk_dynamodb::types::AttributeValue;
/// use dynaent::{Textual, Value, ValueError};
///
/// #[derive(Debug, Clone, PartialEq)]
/// struct Slug(String);
/// impl Value for Slug {
///     fn to_attribute(&self) -> Result<AttributeValue, ValueError> { self.0.to_attribute() }
///     fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> { String::from_attribute(value).map(Self) }
/// }
/// impl Textual for Slug {} // its beginning can be asked for
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not stored as text: its beginning has no meaning",
    label = "a beginning cannot be asked for here",
    note = "text, ULIDs and UUIDs are stored as text"
)]
pub trait Textual {}

/// A type that DynamoDB measures: text and bytes by their length, lists, sets and maps by their members.
///
/// ```
/// # use dynaent_workspace::*;
/// let (a, c) = (Article::attributes(), Comment::attributes());
/// let (_, _, _) = (c.text.size().gt(100), c.tags.size().eq(0), a.links.size().lt(5));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no size in DynamoDB",
    label = "its size cannot be asked for",
    note = "text, bytes, lists, sets and maps have one"
)]
pub trait Measured {}

/// A type that holds others: text its parts, lists and sets their members.
///
/// ```
/// # use dynaent_workspace::*;
/// let (a, c) = (Article::attributes(), Comment::attributes());
/// let (_, _, _) = (c.text.contains("First"), c.tags.contains("short"), a.links.contains("/one"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds no members that DynamoDB can look for",
    label = "nothing can be looked for here",
    note = "text holds its parts, lists and sets of values their members"
)]
pub trait Contains {
    /// What it holds.
    type Member;

    #[doc(hidden)]
    fn member(member: Self::Member) -> Result<AttributeValue, ValueError>;
}

/// A type that is stored as a list, so that DynamoDB can append to it.
///
/// ```
/// # use dynaent_workspace::*;
/// let edit = Article::patch().article_id("a1").append(Article::attributes().links, ["/one"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "no elements can be put here",
    note = "a `Vec` is a list; members are added to a set with `add`"
)]
pub trait List {
    /// What it holds.
    type Element;

    #[doc(hidden)]
    fn list(elements: Vec<Self::Element>) -> Result<AttributeValue, ValueError>;
}

/// A type that is stored as a DynamoDB set.
///
/// ```
/// # use dynaent_workspace::*;
/// let edit = Comment::patch().comment_id("c1").delete(Comment::attributes().tags, ["short"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a DynamoDB set",
    label = "members cannot be deleted here",
    note = "`HashSet` and `BTreeSet` are sets; elements of a list are removed by their place: `remove(attribute.at(0))`"
)]
pub trait Set {
    /// What it holds.
    type Member;

    #[doc(hidden)]
    fn of(members: impl Iterator<Item = Self::Member>) -> Self;
}

/// A type that is stored as a number, so that DynamoDB can add to it. A type of one's own that is one can implement it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, IfExists, Numeric, Operand, Place, Required, Update};
///
/// // Any number of a comment's.
/// fn more<T: Numeric, P: Place>(number: Attr<Comment, T, Required, P>, by: impl Operand<Comment, T>, from: T) -> Update<Comment, IfExists> {
///     Comment::patch().comment_id("c1").add_with_default(number, by, from)
/// }
/// let liked = more(Comment::attributes().likes, 1, 0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "DynamoDB cannot calculate with it",
    note = "whole numbers, floats, `JsNumber` and `rust_decimal::Decimal` are stored as numbers"
)]
pub trait Numeric {}

// What is marked, here and below, would only lengthen the list in rustc's messages.
macro_rules! capabilities {
    ($($capability:ident: $($ty:ty),*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl $capability for $ty {}
    )*)*};
}

pub(super) use capabilities;

capabilities! {
    Textual: String, Box<str>, char, Ulid;
    Measured: String, Box<str>, char, Ulid, Blob;
    Numeric: i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, JsNumber;
}

#[cfg(feature = "uuid")]
capabilities! {
    Textual: uuid::Uuid;
    Measured: uuid::Uuid;
}

#[cfg(feature = "rust_decimal")]
capabilities! {
    Numeric: rust_decimal::Decimal;
}

#[diagnostic::do_not_recommend]
impl<T> Measured for Vec<T> {}
#[diagnostic::do_not_recommend]
impl<T, S> Measured for HashMap<String, T, S> {}
#[diagnostic::do_not_recommend]
impl<T> Measured for BTreeMap<String, T> {}
#[diagnostic::do_not_recommend]
impl<T, S> Measured for HashSet<T, S> {}
#[diagnostic::do_not_recommend]
impl<T> Measured for BTreeSet<T> {}

#[diagnostic::do_not_recommend]
impl<T: Eq + Hash, S: BuildHasher + Default> Set for HashSet<T, S> {
    type Member = T;

    fn of(members: impl Iterator<Item = T>) -> Self {
        members.collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Ord> Set for BTreeSet<T> {
    type Member = T;

    fn of(members: impl Iterator<Item = T>) -> Self {
        members.collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> List for Vec<T> {
    type Element = T;

    fn list(elements: Self) -> Result<AttributeValue, ValueError> {
        match elements.into_attribute()? {
            list @ AttributeValue::L(_) => Ok(list),
            // Bytes are a `Vec` too.
            other => Err(ValueError::expected("a list", &other)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl Contains for String {
    type Member = Self;

    fn member(member: Self) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(member))
    }
}

#[diagnostic::do_not_recommend]
impl Contains for Box<str> {
    type Member = String;

    fn member(member: String) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(member))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> Contains for Vec<T> {
    type Member = T;

    fn member(member: T) -> Result<AttributeValue, ValueError> {
        match T::list_to_attribute(&[])? {
            // Bytes are a `Vec` too.
            bytes @ AttributeValue::B(_) => Err(ValueError::expected("a list", &bytes)),
            _ => member.into_attribute(),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: SetElement, S> Contains for HashSet<T, S> {
    type Member = T;

    fn member(member: T) -> Result<AttributeValue, ValueError> {
        member.into_attribute()
    }
}

#[diagnostic::do_not_recommend]
impl<T: SetElement> Contains for BTreeSet<T> {
    type Member = T;

    fn member(member: T) -> Result<AttributeValue, ValueError> {
        member.into_attribute()
    }
}
