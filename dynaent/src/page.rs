//! One page of a query or a scan.

use crate::cursor::Cursor;

/// What one request of a query or a scan returned.
///
/// DynamoDB reads at most 1 MB, and at most `limit` items, before items of other entities are dropped: a page can hold
/// fewer items than the limit, or none, and still be followed by another. Only a missing `cursor` means the end.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the order of the sort key.
    pub items: Vec<T>,
    /// Where the next page begins; `None` at the end.
    pub cursor: Option<Cursor>,
}

impl<T> Page<T> {
    pub(crate) const fn new(items: Vec<T>, cursor: Option<Cursor>) -> Self {
        Self { items, cursor }
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
