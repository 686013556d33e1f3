//! One page of a query or a scan.

use std::ops::Deref;

use crate::cursor::Cursor;

/// What one request of a query or a scan returned.
///
/// DynamoDB reads at most 1 MB, and at most `limit` items, before items of other entities are dropped: a page can hold
/// fewer items than the limit, or none, and still be followed by another. Only a missing `cursor` means the end.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let mut page = Comment::query().by_article().article_id("a1").limit(1).send(&table).await?;
/// let mut texts: Vec<_> = page.items.iter().map(|comment| comment.text.clone()).collect();
/// while let Some(cursor) = page.cursor {
///     page = Comment::query().by_article().article_id("a1").limit(1).after(cursor).send(&table).await?;
///     texts.extend(page.items.iter().map(|comment| comment.text.clone()));
/// }
/// assert_eq!(texts, ["First!", "Why one?"]);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the order of the sort key.
    pub items: Vec<T>,
    /// Where the next page begins; `None` at the end.
    pub cursor: Option<Cursor>,
    /// How many items came that are of no entity that was asked for, or of another version; they are left out. Those that
    /// DynamoDB itself leaves out do not count.
    pub foreign: usize,
}

/// What one request of a collection's query returned.
///
/// A page holds what came, which may be of one entity alone. Only a missing `cursor` means the end.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let page = Discussion::query().article_id("a1").send(&table).await?;
/// assert_eq!(page.comments.len(), 2);
/// let Discussion { articles, comments } = page.items;
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CollectionPage<C> {
    /// The items, each in the list of its entity, in the order of the sort key. The page leads to them by itself, as in
    /// `page.articles`.
    pub items: C,
    /// Where the next page begins; `None` at the end.
    pub cursor: Option<Cursor>,
    /// How many items came that are of no entity of the collection, or of another version; they are left out.
    pub foreign: usize,
}

impl<C> Deref for CollectionPage<C> {
    type Target = C;

    fn deref(&self) -> &C {
        &self.items
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
