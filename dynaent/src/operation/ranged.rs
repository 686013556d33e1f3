//! Conditions in place of a value: the end of a query's key.

use super::{keyed::SortKey, query::Query};
use crate::{
    entity::Entity,
    key::{BeginsWith, Between, Gt, Gte, KeyRange, Lt, Lte, PartOf, Sorts, Span, TextPart},
};

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
