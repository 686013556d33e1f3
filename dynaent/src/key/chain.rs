//! Operations that begin with a key, and the rules of its chain: composites by name, in order, the last one of a query
//! optionally a condition.

use std::{borrow::Cow, marker::PhantomData};

use super::{AsText, KeyPart, PartOf};

/// An operation that is being given a key, composite by composite.
///
/// ```
/// # use dynaent_workspace::*;
/// // A get, an update, a delete and a query are given a key by the same chain.
/// let (_, _) = (Comment::get().comment_id("c1"), Comment::patch().comment_id("c1"));
/// let query = Article::query().by_author().author("ada").year(2026);
/// ```
pub trait KeyOperation: Sized {
    #[doc(hidden)]
    fn give<T>(&mut self, value: impl PartOf<T>);

    /// What can be done with it once its key is complete, while the key waits for `S`: only there to say so.
    #[doc(hidden)]
    type Unfinished<S>;

    #[doc(hidden)]
    fn unfinished<S>(keys: &impl Sized) -> &Self::Unfinished<S>;
}

/// A composite that comes when it is given. Implemented by nothing: one that comes is given by another method.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a key takes its composites in order, and goes on with `{Self}`",
    label = "`{Self}` comes first"
)]
pub trait InOrder {
    /// What a call gives that cannot be made.
    fn never<T>() -> T;
}

/// An operation on the item with a primary key, which has been given nothing of it yet.
pub trait OnItem: KeyOperation {
    #[doc(hidden)]
    fn start() -> Self;
}

/// An operation that can be given composite number `N` of a sort key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::gte;
///
/// // A query takes the sort key's composites, one by one, and may end at any of them.
/// let recent = Article::query().by_author().author("ada").year(gte(2020));
/// let one = Article::query().by_author().author("ada").year(2026).article_id("a1");
/// ```
#[diagnostic::on_unimplemented(
    message = "the entities of this collection do not share this composite of the sort key",
    label = "not shared: leave it out",
    note = "a query of a collection takes the partition key, and of a clustered or multi-attribute index the composites \
            with which the sort key of every member begins"
)]
pub trait SortOperation<const N: usize>: KeyOperation {}

/// A place in the chain of a query's key from which it can be sent: the partition key is complete.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// // The partition key is complete: the query can be sent, or go on to the sort key.
/// let by_ada = Article::query().by_author().author("ada").all(&table).await?;
/// let of_2026 = Article::query().by_author().author("ada").year(2026).all(&table).await?;
/// assert_eq!(by_ada.len(), of_2026.len());
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "the partition key is incomplete: `{Self}` has not been given",
    label = "`{Self}` is still missing"
)]
pub trait Ready {}

/// Composite number `N` of a sort key, at the place `P`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Global, KeysOnly, Nth, Padded, Query, SortKey};
///
/// // A function that takes what the first composite of `by_author`'s sort key does: a value or a condition.
/// fn is_given<T: SortKey<Query<Article, KeysOnly<Global>>, u16, Nth<0, Padded>>>(_: T) {}
/// is_given(2026);
/// is_given(dynaent::between(2020, 2026));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Nth<const N: usize, P = AsText>(PhantomData<P>);

/// What can be given for a composite of a sort key: its value, which leads on to the next composite, or (in a query) a
/// condition such as `begins_with`, which ends the chain. `P` is the composite's place in the key, on which it depends
/// whether ranges of it can be read.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::between;
///
/// let a_year = Article::query().by_author().author("ada").year(2026).all(&table).await?;
/// let some = Article::query().by_author().author("ada").year(between(2020, 2029)).all(&table).await?;
/// assert_eq!(a_year.len(), some.len());
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a composite of type `{T}` here",
    label = "not a value of type `{T}`",
    note = "queries also take a condition (`begins_with`, `between`, `gt`, `gte`, `lt`, `lte`) for the last composite \
            given; all other operations need the whole key"
)]
pub trait SortKey<Q, T, P = Nth<0>> {
    /// The next state of the chain: `More` after a value, the operation itself after a condition.
    type Then<More>;

    #[doc(hidden)]
    fn give<More>(self, operation: Q, more: impl FnOnce(Q) -> More) -> Self::Then<More>;
}

/// One impl for each of [`PartOf`]'s: a blanket one would overlap with the conditions'.
macro_rules! values {
    ($(($($generics:tt)*) $part:ty, $given:ty;)*) => {$(
        impl<Q: SortOperation<N>, P, const N: usize, $($generics)*> SortKey<Q, $part, Nth<N, P>> for $given {
            type Then<More> = More;

            fn give<More>(self, mut operation: Q, more: impl FnOnce(Q) -> More) -> More {
                operation.give::<$part>(self);
                more(operation)
            }
        }
    )*};
}

values! {
    (T: KeyPart) T, T;
    (T: KeyPart) T, &T;
    () String, &str;
    () String, Cow<'_, str>;
}
