//! Conditions in place of a value: the end of a query's key.

use super::{query::Query, query_key::QueryKey};
use crate::{
    entity::Entity,
    key::{BeginsWith, Between, Gt, Gte, KeyOperation, Lt, Lte, PartOf, SortKey, Sorts, TextPart},
};

/// A query whose key can end with a condition.
#[diagnostic::on_unimplemented(
    message = "a condition cannot be given in place of a value here",
    label = "not a value",
    note = "queries also take a condition (`begins_with`, `between`, `gt`, `gte`, `lt`, `lte`) for the last composite \
            given; all other operations need the whole key"
)]
pub trait Ranged: KeyOperation {
    #[doc(hidden)]
    fn key(&mut self) -> &mut QueryKey;
}

impl<E: Entity, K> Ranged for Query<E, K> {
    fn key(&mut self) -> &mut QueryKey {
        &mut self.key
    }
}

impl<Q: Ranged, T: TextPart<P>, P, V: AsRef<str>> SortKey<Q, T, P> for BeginsWith<V> {
    type Then<More> = Q;

    fn give<More>(self, mut query: Q, _: impl FnOnce(Q) -> More) -> Q {
        query.key().beginning_with(T::PLAIN, self.0.as_ref());
        query
    }
}

macro_rules! ranges {
    ($($name:ident ($range:ident) $lower:expr, $upper:expr, $inclusive:literal;)*) => {$(
        impl<Q: Ranged, T: Sorts<P>, P, V: PartOf<T>> SortKey<Q, T, P> for $name<V> {
            type Then<More> = Q;

            fn give<More>(self, mut query: Q, _: impl FnOnce(Q) -> More) -> Q {
                let $range = self;
                query.key().between(T::PLAIN, $lower, $upper, $inclusive);
                query
            }
        }
    )*};
}

ranges! {
    Gt (range) Some(range.0), None, false;
    Gte (range) Some(range.0), None, true;
    Lt (range) None, Some(range.0), false;
    Lte (range) None, Some(range.0), true;
    Between (range) Some(range.0), Some(range.1), true;
}
