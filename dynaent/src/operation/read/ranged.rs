//! Conditions in place of a value: the end of a query's key.

use super::{collection::CollectionQuery, query::Query};
use crate::{
    collection::Collection,
    entity::Entity,
    key::{BeginsWith, Between, Gt, Gte, Lt, Lte, Nth, PartOf, SortKey, SortOperation, Sorts, TextPart},
};

// An impl for each query, and not one for both: of other operations, rustc then says that they take no condition.

impl<E: Entity, K, T: TextPart<P>, P, const N: usize, V: AsRef<str>> SortKey<Query<E, K>, T, Nth<N, P>>
    for BeginsWith<V>
{
    type Then<More> = Query<E, K>;

    fn give<More>(self, mut query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
        query.key.beginning_with(T::PLAIN, self.0.as_ref());
        query
    }
}

impl<C, M, T: TextPart<P>, P, const N: usize, V: AsRef<str>> SortKey<CollectionQuery<C, M>, T, Nth<N, P>>
    for BeginsWith<V>
where
    C: Collection,
    CollectionQuery<C, M>: SortOperation<N>,
{
    type Then<More> = CollectionQuery<C, M>;

    fn give<More>(
        self,
        mut query: CollectionQuery<C, M>,
        _: impl FnOnce(CollectionQuery<C, M>) -> More,
    ) -> CollectionQuery<C, M> {
        query.key.beginning_with(T::PLAIN, self.0.as_ref());
        query
    }
}

macro_rules! ranges {
    ($($name:ident ($range:ident) $lower:expr, $upper:expr, $inclusive:literal;)*) => {$(
        impl<E: Entity, K, T: Sorts<P>, P, const N: usize, V: PartOf<T>> SortKey<Query<E, K>, T, Nth<N, P>>
            for $name<V>
        {
            type Then<More> = Query<E, K>;

            fn give<More>(self, mut query: Query<E, K>, _: impl FnOnce(Query<E, K>) -> More) -> Query<E, K> {
                let $range = self;
                query.key.between(T::PLAIN, $lower, $upper, $inclusive);
                query
            }
        }

        impl<C, M, T: Sorts<P>, P, const N: usize, V: PartOf<T>> SortKey<CollectionQuery<C, M>, T, Nth<N, P>>
            for $name<V>
        where
            C: Collection,
            CollectionQuery<C, M>: SortOperation<N>,
        {
            type Then<More> = CollectionQuery<C, M>;

            fn give<More>(
                self,
                mut query: CollectionQuery<C, M>,
                _: impl FnOnce(CollectionQuery<C, M>) -> More,
            ) -> CollectionQuery<C, M> {
                let $range = self;
                query.key.between(T::PLAIN, $lower, $upper, $inclusive);
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
