//! What becomes of the items of one entity, or of a service: one after the other.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;

use super::pages::{Reader, Standing};
use crate::{entity::Expired, error::Result, key::KeyRange, reading::Reading, value::Item};

/// Reads the items of one entity, or of a service.
pub(in crate::operation) struct EntityReader<E, K> {
    pub(super) range: Option<(&'static str, KeyRange)>,
    pub(super) expired: Expired,
    pub(super) marker: PhantomData<fn() -> (E, K)>,
}

impl<E, K> Clone for EntityReader<E, K> {
    fn clone(&self) -> Self {
        Self { range: self.range.clone(), ..*self }
    }
}

impl<E: 'static, K: Reading<E>> Reader for EntityReader<E, K> {
    type Found = Vec<K::Item>;

    fn nothing(&self) -> Vec<K::Item> {
        Vec::new()
    }

    fn standing(&self, item: &Item) -> Standing {
        let in_range = |(field, range): &(&str, KeyRange)| matches!(item.get(*field), Some(AttributeValue::S(key)) if range.contains(key));
        if self.range.as_ref().is_none_or(in_range) { Standing::Wanted } else { Standing::Neighbour }
    }

    fn reserve(found: &mut Vec<K::Item>, items: usize) {
        found.reserve(items);
    }

    fn read(&self, item: Item, found: &mut Vec<K::Item>) -> Result<bool> {
        let read = K::read(item)?;
        let is_ours = read.is_some();
        found.extend(read.filter(|item| !self.expired.includes(K::expires_at(item))));
        Ok(is_ours)
    }
}
