//! Scans that read several segments at once.

use futures_util::{
    StreamExt, TryStreamExt,
    future::{ready, try_join_all},
    stream::{self, BoxStream},
};

use super::{
    scan::{Scan, ScanPages},
    stream as pages_of,
};
use crate::{
    error::Result,
    page::Page,
    reading::{Reading, Strong},
    table::Table,
};

impl<E: 'static, K: Reading<E>> Scan<E, K> {
    /// Reads so many segments at once, from 1 to 1,000,000. It costs what one reader does, and takes a part of the time where
    /// the table is large.
    pub fn in_parallel(self, segments: u32) -> ParallelScan<E, K> {
        ParallelScan { scan: self, segments }
    }
}

/// A scan of several segments at once: what [`Scan::in_parallel`] gives.
///
/// ```
/// # use dynaent::{Entity, Table};
/// # #[derive(Debug, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [article_id], sk = [comment_id])]
/// # struct Comment { article_id: String, comment_id: String, text: String }
/// use futures_util::TryStreamExt;
///
/// async fn longest(table: &Table) -> dynaent::Result<usize> {
///     let comments = Comment::scan().in_parallel(8).items(table);
///     comments.try_fold(0, |longest, comment| async move { Ok(longest.max(comment.text.len())) }).await
/// }
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `all` is awaited, or a stream of it is read"]
pub struct ParallelScan<E, K = Strong> {
    pub(super) scan: Scan<E, K>,
    segments: u32,
}

impl<E: 'static, K: Reading<E>> ParallelScan<E, K> {
    /// Reads all pages, segment by segment in the order of their numbers. The memory is that of all items.
    ///
    /// # Errors
    /// As [`Scan::send`]; also if the scan begins after a cursor or reads a segment.
    pub async fn all(self, table: &Table) -> Result<Vec<K::Item>> {
        let parts = self.parts(table)?.into_iter().map(|pages| pages.all(table));
        Ok(try_join_all(parts).await?.into_iter().flatten().collect())
    }

    /// The pages as a stream, of whichever segment comes first. Of each segment, one page is asked for while the one before
    /// is worked on, and no more: that many pages are in memory. The stream ends with the first error.
    ///
    /// The pages have no cursor, which would be one of their segment. To go on with a scan that was interrupted, there is
    /// [`export`](Scan::export).
    ///
    /// It needs no table any more: it can be returned, and spawned.
    pub fn pages(self, table: &Table) -> BoxStream<'static, Result<Page<K::Item>>> {
        let parts = match self.parts(table) {
            Ok(parts) => parts,
            Err(error) => return stream::once(ready(Err(error))).boxed(),
        };
        let parts = parts.into_iter().map(|pages| pages_of::pages(Ok(pages), table));
        merged(parts).map_ok(|came| Page { cursor: None, ..Page::from(came) }).boxed()
    }

    /// The items as a stream, of pages as those of [`pages`](Self::pages).
    pub fn items(self, table: &Table) -> BoxStream<'static, Result<K::Item>> {
        self.pages(table).map_ok(|page| stream::iter(page.items).map(Ok)).try_flatten().boxed()
    }

    pub(in crate::operation) fn parts(self, table: &Table) -> Result<Vec<ScanPages<E, K>>> {
        self.scan.parts(self.segments, table)
    }
}

/// What comes of any of the streams, until one of them fails.
pub(in crate::operation) fn merged<T: Send + 'static>(
    parts: impl IntoIterator<Item = BoxStream<'static, Result<T>>>,
) -> BoxStream<'static, Result<T>> {
    let next = |mut parts: stream::SelectAll<_>| async move {
        let came = parts.try_next().await?;
        Ok(came.map(|came| (came, parts)))
    };
    stream::try_unfold(stream::select_all(parts), next).boxed()
}
