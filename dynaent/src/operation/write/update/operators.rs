//! The operators of updates.

use std::{
    collections::{BTreeSet, HashSet},
    hash::{BuildHasher, Hash},
};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Begin, Update};
use crate::{
    entity::Entity,
    expression::{
        Absent, Action, Any, Assign, Attr, Calculation, Changeable, Computable, Encode, Joined, Operand, Path, Place,
        Removable, Sign, Term, Values,
    },
    value::{JsNumber, List, Numeric, Set, Value, ValueError},
};

/// What can be added to an attribute of type `T`: to a number another one, or an attribute; to a set its members.
///
/// ```
/// # use dynaent_workspace::*;
/// let (c, patch) = (Comment::attributes(), || Comment::patch().comment_id("c1"));
/// let (_, _) = (patch().add(c.likes, 1), patch().add(c.tags, ["new"]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be added to a `{T}`",
    label = "cannot be added",
    note = "a number takes a number of its own type, or an attribute that is one; less comes by `subtract`",
    note = "a set takes members, such as `[…]`; a list takes elements by `append` and `prepend`"
)]
pub trait Addend<E, T> {
    #[doc(hidden)]
    fn action(self, encode: Encode<T>) -> Result<Action, ValueError>;
}

/// A type to which DynamoDB can add: a number, or a set.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Addable, Addend, Attr, IfExists, Place, Required, Update};
///
/// // A number or a set.
/// fn more<T: Addable, P: Place>(at: Attr<Comment, T, Required, P>, what: T) -> Update<Comment, IfExists>
/// where
///     T: Addend<Comment, T>,
/// {
///     Comment::patch().comment_id("c1").add(at, what)
/// }
/// let liked = more(Comment::attributes().likes, 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "nothing can be added to a `{Self}`",
    label = "neither a number nor a set",
    note = "`add` is for numbers and for sets; a list takes elements by `append` and `prepend`"
)]
pub trait Addable {}

// What is marked, here and below, would only lengthen the list in rustc's messages.
macro_rules! numbers {
    ($($(#[$feature:meta])? $ty:ty),*) => {$(
        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Addable for $ty {}
    )*};
}

numbers!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, JsNumber);
numbers!(
    #[cfg(feature = "rust_decimal")]
    rust_decimal::Decimal
);

#[diagnostic::do_not_recommend]
impl<T: Eq + Hash, S: BuildHasher + Default> Addable for HashSet<T, S> {}
#[diagnostic::do_not_recommend]
impl<T: Ord> Addable for BTreeSet<T> {}

#[diagnostic::do_not_recommend]
impl<E, T: Addable> Addend<E, T> for T {
    fn action(self, encode: Encode<T>) -> Result<Action, ValueError> {
        encode(self).map(Action::Add)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Entity, T: Numeric, A, P: Place> Addend<E, T> for Attr<E, T, A, P> {
    fn action(self, _: Encode<T>) -> Result<Action, ValueError> {
        let calculation = Calculation { sign: Sign::Plus, operand: Term::Path(self.path()), absent: Absent::Refused };
        Ok(Action::Calculate(Box::new(calculation)))
    }
}

// To what the model does not know, anything can be added.
#[diagnostic::do_not_recommend]
impl<E, V: Value> Addend<E, Any> for V {
    fn action(self, _: Encode<Any>) -> Result<Action, ValueError> {
        self.into_attribute().map(Action::Add)
    }
}

/// Members in any form.
macro_rules! members {
    ($(($($generics:tt)*) $members:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E, T: Set + FromIterator<T::Member>, M: Assign<T::Member>, $($generics)*> Addend<E, T> for $members {
            fn action(self, encode: Encode<T>) -> Result<Action, ValueError> {
                encode(self.into_iter().map(Assign::assign).collect()).map(Action::Add)
            }
        }
    )*};
}

members! {
    (const N: usize) [M; N];
    () Vec<M>;
}

/// What can be subtracted from an attribute of type `T`: from a number another one, or an attribute.
///
/// ```
/// # use dynaent_workspace::*;
/// let (c, patch) = (Comment::attributes(), || Comment::patch().comment_id("c1"));
/// // A number, or an attribute that is one.
/// let (_, _) = (patch().subtract(c.likes, 1), patch().subtract(c.likes, c.likes));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be subtracted from a `{T}`",
    label = "cannot be subtracted",
    note = "a number of the same type is subtracted from a number, or an attribute that is one; members are deleted from a \
            set with `delete`"
)]
pub trait Subtrahend<E, T> {
    #[doc(hidden)]
    fn term(self, encode: Encode<T>) -> Term;
}

#[diagnostic::do_not_recommend]
impl<E, T: Numeric, V: Operand<E, T>> Subtrahend<E, T> for V {
    fn term(self, encode: Encode<T>) -> Term {
        Operand::term(self, encode)
    }
}

impl<E: Entity, B: Begin<E>, A> Update<E, B, A> {
    /// Sets an attribute.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").set(c.text, "Edited.").set(c.note, "by ada").send(&table).await?;
    /// # Ok(()) });
    /// ```
    pub fn set<T, X: Changeable, P: Place>(self, attribute: Attr<E, T, X, P>, value: impl Assign<T>) -> Self {
        let path = attribute.path();
        let action = match attribute.store(value.assign()) {
            // An empty set, which is none.
            Err(error) if error.is_empty_set() && path.is_required(E::SCHEMA) && attribute.may_be_absent() => {
                Ok(Action::Remove)
            }
            stored => stored.map(Action::Set),
        };
        self.change(path, action)
    }

    /// Sets an attribute to what another one is before the update. It must be there, and stored in the same form: by the
    /// same module, if one of the two is stored `with` one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let patch = Comment::patch().comment_id("c1").set_from(c.text, c.comment_id).return_new();
    /// assert_eq!(patch.send(&table).await?.text, "c1");
    /// # Ok(()) });
    /// ```
    pub fn set_from<T, X: Computable, P: Place, Y, Q: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        source: Attr<E, T, Y, Q>,
    ) -> Self {
        self.change(attribute.path(), Ok(Action::Copy(source.path())))
    }

    /// Sets an attribute to what another one is before the update, or to a default where the item lacks that one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let titled = || Comment::patch().comment_id("c1").set_from_with_default(c.text, c.note, "Nothing noted.").return_new();
    /// assert_eq!(titled().send(&table).await?.text, "Nothing noted.");
    /// Comment::patch().comment_id("c1").set(c.note, "by ada").send(&table).await?;
    /// assert_eq!(titled().send(&table).await?.text, "by ada");
    /// # Ok(()) });
    /// ```
    pub fn set_from_with_default<T, X: Computable, P: Place, Y, Q: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        source: Attr<E, T, Y, Q>,
        default: impl Assign<T>,
    ) -> Self {
        let default = attribute.store(default.assign());
        let action = default.map(|default| Action::CopyOr(Box::new((source.path(), default))));
        self.change(attribute.path(), action)
    }

    /// Sets an attribute where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let noted = |note: &str| Comment::patch().comment_id("c1").set_if_not_exists(c.note, note).return_new();
    /// assert_eq!(noted("one").send(&table).await?.note.as_deref(), Some("one"));
    /// assert_eq!(noted("two").send(&table).await?.note.as_deref(), Some("one"));
    /// # Ok(()) });
    /// ```
    pub fn set_if_not_exists<T, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        value: impl Assign<T>,
    ) -> Self {
        let action = attribute.store(value.assign()).map(Action::SetIfAbsent);
        self.change(attribute.path(), action)
    }

    /// Adds to a number, which counts as 0 where the item lacks it, or members to a set. What is added to a number
    /// may be another attribute: then both must be there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let liked = Comment::patch().comment_id("c1").add(c.likes, 2).add(c.tags, ["popular"]).return_new().send(&table).await?;
    /// assert_eq!((liked.likes, liked.tags.unwrap().len()), (5, 2));
    /// # Ok(()) });
    /// ```
    pub fn add<T, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, value: impl Addend<E, T>) -> Self {
        let action = value.action(attribute.encoder());
        self.change(attribute.path(), action)
    }

    /// Adds to a number, which counts as the default where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let liked = Comment::patch().comment_id("c1").add_with_default(c.likes, 1, 10).return_new().send(&table).await?;
    /// assert_eq!(liked.likes, 4); // 11, if it had none
    /// # Ok(()) });
    /// ```
    pub fn add_with_default<T: Numeric, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        value: impl Operand<E, T>,
        default: impl Assign<T>,
    ) -> Self {
        let absent = attribute.encoder()(default.assign()).map(Absent::Value);
        let action = calculate(Sign::Plus, value.term(attribute.encoder()), absent);
        self.change(attribute.path(), action)
    }

    /// Subtracts from a number, which counts as 0 where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let fewer = Comment::patch().comment_id("c1").subtract(c.likes, 1).condition(c.likes.gt(0)).return_new();
    /// assert_eq!(fewer.send(&table).await?.likes, 2);
    /// # Ok(()) });
    /// ```
    pub fn subtract<T, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        value: impl Subtrahend<E, T>,
    ) -> Self {
        let action = calculate(Sign::Minus, value.term(attribute.encoder()), Ok(Absent::Zero));
        self.change(attribute.path(), action)
    }

    /// Subtracts from a number, which counts as the default where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let fewer = Comment::patch().comment_id("c1").subtract_with_default(c.likes, 1, 10).return_new().send(&table).await?;
    /// assert_eq!(fewer.likes, 2); // 9, if it had none
    /// # Ok(()) });
    /// ```
    pub fn subtract_with_default<T, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        value: impl Subtrahend<E, T>,
        default: impl Assign<T>,
    ) -> Self {
        let absent = attribute.encoder()(default.assign()).map(Absent::Value);
        let action = calculate(Sign::Minus, value.term(attribute.encoder()), absent);
        self.change(attribute.path(), action)
    }

    /// Puts elements at the end of a list, which counts as empty where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// let linked = Article::patch().article_id("a1").append(a.links, ["/one", "/two"]).return_new().send(&table).await?;
    /// assert_eq!(linked.links, ["/one", "/two"]);
    /// # Ok(()) });
    /// ```
    pub fn append<T: List, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        elements: impl Values<T::Element>,
    ) -> Self {
        let action = joined(&attribute, elements, false);
        self.change(attribute.path(), action)
    }

    /// Puts elements at the beginning of a list, which counts as empty where the item lacks it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// Article::patch().article_id("a1").append(a.links, ["/two"]).send(&table).await?;
    /// let linked = Article::patch().article_id("a1").prepend(a.links, ["/one"]).return_new().send(&table).await?;
    /// assert_eq!(linked.links, ["/one", "/two"]);
    /// # Ok(()) });
    /// ```
    pub fn prepend<T: List, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        elements: impl Values<T::Element>,
    ) -> Self {
        let action = joined(&attribute, elements, true);
        self.change(attribute.path(), action)
    }

    /// Removes an attribute, an element of a list or an entry of a map.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// let patch = Article::patch().article_id("a1").set(a.links, ["/one", "/two"]);
    /// patch.send(&table).await?;
    /// let linked = Article::patch().article_id("a1").remove(a.links.at(0)).return_new().send(&table).await?;
    /// assert_eq!(linked.links, ["/two"]);
    /// # Ok(()) });
    /// ```
    pub fn remove<T, X: Removable, P: Place>(self, attribute: Attr<E, T, X, P>) -> Self {
        self.change(attribute.path(), Ok(Action::Remove))
    }

    /// Deletes members from a set, which is gone with the last one.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let untagged = Comment::patch().comment_id("c1").delete(c.tags, ["short"]).return_new().send(&table).await?;
    /// assert_eq!(untagged.tags, None);
    /// # Ok(()) });
    /// ```
    pub fn delete<T: Set, X: Computable, P: Place>(
        self,
        attribute: Attr<E, T, X, P>,
        members: impl Values<T::Member>,
    ) -> Self {
        let members = T::of(members.values());
        self.change(attribute.path(), attribute.encoder()(members).map(Action::Delete))
    }

    fn change(mut self, path: Path, action: Result<Action, ValueError>) -> Self {
        self.state.changes.push(E::SCHEMA, path, action);
        self
    }
}

fn calculate(sign: Sign, operand: Term, absent: Result<Absent, ValueError>) -> Result<Action, ValueError> {
    let operand = match operand {
        Term::Value(value) => Term::Value(Ok(value?)),
        term => term,
    };
    Ok(Action::Calculate(Box::new(Calculation { sign, operand, absent: absent? })))
}

/// The elements at one end of a list.
fn joined<E: Entity, T: List, X, P: Place>(
    attribute: &Attr<E, T, X, P>,
    elements: impl Values<T::Element>,
    first: bool,
) -> Result<Action, ValueError> {
    if !attribute.form().is_empty() {
        return Err(ValueError::in_module());
    }
    let list = T::list(elements.values().collect())?;
    let absent = AttributeValue::L(Vec::new());
    Ok(Action::Join(Box::new(Joined { list, first, absent })))
}
