//! Conditions in place of a value: the end of a query's key.

use super::{keyed::SortKey, query::Query};
use crate::{
    entity::Entity,
    key::{BeginsWith, Between, Gt, Gte, Lt, Lte, PartOf, Sorts, TextPart},
};

impl<E: Entity, K, T: TextPart<P>, P, V: AsRef<str>> SortKey<Query<E, K>, T, P> for BeginsWith<V> {
    type Then<More> = Query<E, K>;

    fn give<More>(self, query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
        query.beginning_with(T::PLAIN, self.0.as_ref())
    }
}

macro_rules! ranges {
    ($($name:ident ($range:ident) $lower:expr, $upper:expr, $inclusive:literal;)*) => {$(
        impl<E: Entity, K, T: Sorts<P>, P, V: PartOf<T>> SortKey<Query<E, K>, T, P> for $name<V> {
            type Then<More> = Query<E, K>;

            fn give<More>(self, query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
                let $range = self;
                query.between(T::PLAIN, $lower, $upper, $inclusive)
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
