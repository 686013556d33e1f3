//! Values that can be given for an attribute.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    hash::Hash,
    time::{Duration, SystemTime},
};

use crate::value::Expiry;

/// A value that can be given for an attribute of type `T`: a `T`, text for a `String`, an array for a `Vec` or a set, and
/// for an optional attribute also the bare value. For an [`Expiry`], also an instant, or a `Duration` from now.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use std::time::Duration;
///
/// let c = Comment::attributes();
/// Comment::patch()
///     .comment_id("c1")
///     .set(c.text, "Edited.") // a `String`
///     .set(c.note, "by ada") // an `Option<String>`
///     .set(c.tags, ["short", "edited"]) // a `BTreeSet<String>`
///     .set(c.expires, Duration::from_secs(60)) // an `Option<Expiry>`
///     .send(&table)
///     .await?;
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for an attribute of type `{T}`",
    label = "expected a `{T}`",
    note = "an optional attribute is set to its bare value; in an update, `remove` takes it away and `set_from` copies another"
)]
pub trait Assign<T> {
    /// The attribute's value.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Assign;
    ///
    /// // A function of one's own can take what setters take.
    /// fn loud(text: impl Assign<String>) -> String {
    ///     text.assign().to_uppercase()
    /// }
    /// assert_eq!(loud("first"), "FIRST");
    /// ```
    fn assign(self) -> T;
}

impl<T> Assign<T> for T {
    fn assign(self) -> T {
        self
    }
}

impl<T> Assign<Option<T>> for T {
    fn assign(self) -> Option<T> {
        Some(self)
    }
}

// What is marked, here and below, would only lengthen the list in rustc's messages.
macro_rules! text {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Assign<String> for $ty {
            fn assign(self) -> String {
                self.into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<Option<String>> for $ty {
            fn assign(self) -> Option<String> {
                Some(self.into())
            }
        }
    )*};
}

text!(&str, &String, Cow<'_, str>, Box<str>);

/// Several values that can be given for a `T`: elements of a list, or members of a set.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let c = Comment::attributes();
/// let tags = vec!["short".to_owned()];
/// Comment::patch().comment_id("c1").delete(c.tags, &tags).send(&table).await.ok();
/// Comment::patch().comment_id("c1").delete(c.tags, ["short", "old"]).send(&table).await?;
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values of type `{T}`",
    label = "expected several `{T}`, such as `[…]` or a `Vec`"
)]
pub trait Values<T> {
    /// The values.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Values;
    ///
    /// fn joined(words: impl Values<String>) -> String {
    ///     words.values().collect::<Vec<_>>().join(" ")
    /// }
    /// assert_eq!(joined(["one", "table"]), "one table");
    /// ```
    fn values(self) -> impl Iterator<Item = T>;
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Assign<T>>> Values<T> for I {
    fn values(self) -> impl Iterator<Item = T> {
        self.into_iter().map(Assign::assign)
    }
}

/// Arrays, of which neither a list nor a set has the type.
macro_rules! several {
    ($($target:ty, ($($bound:tt)*);)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: $($bound)*, U: Assign<T>, const N: usize> Assign<$target> for [U; N] {
            fn assign(self) -> $target {
                self.into_iter().map(Assign::assign).collect()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: $($bound)*, U: Assign<T>, const N: usize> Assign<Option<$target>> for [U; N] {
            fn assign(self) -> Option<$target> {
                Some(self.assign())
            }
        }
    )*};
}

several! {
    Vec<T>, ();
    BTreeSet<T>, (Ord);
    HashSet<T>, (Eq + Hash);
}

#[diagnostic::do_not_recommend]
impl Assign<Option<String>> for Option<&str> {
    fn assign(self) -> Option<String> {
        self.map(str::to_owned)
    }
}

macro_rules! expiry {
    ($($(#[$feature:meta])? $ty:ty: $make:path;)*) => {$(
        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Assign<Expiry> for $ty {
            fn assign(self) -> Expiry {
                $make(self)
            }
        }

        $(#[$feature])?
        #[diagnostic::do_not_recommend]
        impl Assign<Option<Expiry>> for $ty {
            fn assign(self) -> Option<Expiry> {
                Some($make(self))
            }
        }
    )*};
}

expiry! {
    Duration: Expiry::after;
    SystemTime: Expiry::from;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc>: Expiry::from;
    #[cfg(feature = "jiff")] jiff::Timestamp: Expiry::from;
    #[cfg(feature = "time")] time::UtcDateTime: Expiry::from;
    #[cfg(feature = "time")] time::OffsetDateTime: Expiry::from;
}
