//! Entities beside what is stored.

use crate::{
    error::Result,
    operation::read::pages::{Reader, Standing},
    value::Item,
};

/// Reads what another reader does, and keeps each item as it is stored.
pub(super) struct WithStored<R>(pub(super) R);

impl<T: Send, R: Reader<Found = Vec<T>>> Reader for WithStored<R> {
    type Found = Vec<(Item, T)>;

    fn nothing(&self) -> Self::Found {
        Vec::new()
    }

    fn standing(&self, item: &Item) -> Standing {
        self.0.standing(item)
    }

    fn reserve(found: &mut Self::Found, items: usize) {
        found.reserve(items);
    }

    fn read(&self, item: Item, found: &mut Self::Found) -> Result<bool> {
        let (mut read, stored) = (self.0.nothing(), item.clone());
        let is_ours = self.0.read(item, &mut read)?;
        found.extend(read.pop().map(|read| (stored, read)));
        Ok(is_ours)
    }
}
