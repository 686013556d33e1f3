//! Operations that begin with a key, and the rules of its chain: composites by name, in order, the last one of a query
//! optionally a condition.

use std::borrow::Cow;

use super::query::Query;
use crate::{
    entity::Entity,
    key::{BeginsWith, Between, Gt, Gte, KeyPart, KeyRange, Lt, Lte, PartOf, Sorts, Span, TextPart},
};

/// An operation that is being given a key, composite by composite.
pub trait KeyOperation: Sized {
    #[doc(hidden)]
    fn give<T>(&mut self, value: impl PartOf<T>);
}

/// A place in the chain of a query's key from which it can be sent: the partition key is complete.
#[diagnostic::on_unimplemented(
    message = "the partition key is incomplete: `{Self}` has not been given",
    label = "`{Self}` is still missing"
)]
pub trait Ready {}

/// What can be given for a composite of a sort key: its value, which leads on to the next composite, or (in a query) a
/// condition such as `begins_with`, which ends the chain.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a composite of type `{T}` here",
    label = "not a value of type `{T}`",
    note = "queries also take a condition (`begins_with`, `between`, `gt`, `gte`, `lt`, `lte`) for the last composite \
            given; all other operations need the whole key"
)]
pub trait SortKey<Q, T> {
    /// The next state of the chain: `More` after a value, the operation itself after a condition.
    type Then<More>;

    #[doc(hidden)]
    fn give<More>(self, operation: Q, more: impl FnOnce(Q) -> More) -> Self::Then<More>;
}

/// One impl for each of [`PartOf`]'s: a blanket one would overlap with the conditions'.
macro_rules! values {
    ($(($($generics:tt)*) $part:ty, $given:ty;)*) => {$(
        impl<Q: KeyOperation, $($generics)*> SortKey<Q, $part> for $given {
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

impl<E: Entity, K, T: TextPart, V: AsRef<str>> SortKey<Query<E, K>, T> for BeginsWith<V> {
    type Then<More> = Query<E, K>;

    fn give<More>(self, query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
        query.select(T::PLAIN, |key| key.push_str(self.0.as_ref()), |_| Span::BeginsWith)
    }
}

macro_rules! ranges {
    ($($name:ident { $($lower:tt),* } { $($upper:tt),* } $inclusive:literal;)*) => {$(
        impl<E: Entity, K, T: Sorts, V: PartOf<T>> SortKey<Query<E, K>, T> for $name<V> {
            type Then<More> = Query<E, K>;

            fn give<More>(self, query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
                query.select(T::PLAIN, |_| (), |cased| {
                    let edge = |value: &V| KeyRange::edge(cased(&|key| value.write_key(key)), $inclusive);
                    let ends: (Option<_>, Option<_>) = (None $(.or(Some(edge(&self.$lower))))*, None $(.or(Some(edge(&self.$upper))))*);
                    Span::Between(ends.0, ends.1)
                })
            }
        }
    )*};
}

ranges! {
    Gt { 0 } {} false;
    Gte { 0 } {} true;
    Lt {} { 0 } false;
    Lte {} { 0 } true;
    Between { 0 } { 1 } true;
}
