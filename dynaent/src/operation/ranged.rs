//! Conditions in place of a value: the end of a query's key.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    keyed::SortKey,
    query::{Ending, Query},
};
use crate::{
    entity::Entity,
    expression::Comparison,
    key::{BeginsWith, Between, Gt, Gte, KeyRange, Lt, Lte, PartOf, Sorts, Span, TextPart},
    schema::{KeyKind, KeySide},
};

impl<E: Entity, K> Query<E, K> {
    /// Ends the key with the next composite beginning with a text.
    fn beginning_with(mut self, plain: bool, text: &str) -> Self {
        self.condition = match self.next_composite() {
            Some(Place { stored: true, .. }) => {
                Some(Ending::Comparison(Comparison::BeginsWith(AttributeValue::S(text.to_owned()))))
            }
            Some(place) => {
                Some(Ending::Range(KeyRange::beginning_with(place.side, place.position, place.before, text, plain)))
            }
            None => None,
        };
        self
    }

    /// Ends the key with the next composite lying between two values.
    fn between<T, V: PartOf<T>>(mut self, plain: bool, lower: Option<V>, upper: Option<V>, inclusive: bool) -> Self {
        let Some(place) = self.next_composite() else { return self };
        let composite = &place.side.composites[place.position];
        self.condition = if place.stored {
            let mut stored = |bound: Option<V>| bound.and_then(|value| self.stored(place.side, composite, value));
            let comparison = match (stored(lower), stored(upper)) {
                (Some(lower), Some(upper)) => Some(Comparison::Between(lower, upper)),
                (Some(lower), None) => Some(Comparison::Above(lower, inclusive)),
                (None, Some(upper)) => Some(Comparison::Below(upper, inclusive)),
                // What is wrong with the value is kept.
                (None, None) => None,
            };
            comparison.map(Ending::Comparison)
        } else {
            let mut range = KeyRange::new(place.side, place.position, place.before, plain);
            let edge = |range: &KeyRange, value: V| {
                range.edge(place.side, composite, inclusive, |text| {
                    if composite.sortable { value.write_sortable(text) } else { value.write_key(text) }
                })
            };
            range.span = Span::Between(lower.map(|value| edge(&range, value)), upper.map(|value| edge(&range, value)));
            Some(Ending::Range(range))
        };
        self
    }

    /// The place of the composite that comes next in the sort key, and what comes before it: the key ends here.
    fn next_composite(&mut self) -> Option<Place> {
        let multi_attribute = self.key.index.multi_attribute;
        let (side, sk) = self.key.take_sort_key()?;
        let position = sk.given();
        side.composites.get(position)?;
        let stored = multi_attribute || side.kind == KeyKind::Number;
        Some(Place { side, position, before: sk.before_next(side), stored })
    }
}

/// The place of a composite in a sort key.
struct Place {
    side: &'static KeySide,
    position: usize,
    /// The key before its value.
    before: String,
    /// Whether it is alone in its field, as it is stored.
    stored: bool,
}

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
