//! `export`: all items, with the places where to go on.

use std::fmt;

use futures_util::{
    StreamExt, TryStreamExt,
    future::ready,
    stream::{self, BoxStream},
};

use super::{
    checkpoint::Checkpoint,
    walk::{Walk, Walking},
};
use crate::{
    error::Result,
    operation::read::Scan,
    reading::{Reading, Strong},
    table::Table,
};

impl<E: 'static, K: Reading<E>> Scan<E, K> {
    /// Reads all items, and tells with each page where to go on.
    pub fn export(self) -> Export<E, K> {
        Export { scan: self, walk: Walk::default() }
    }
}

/// Reads all items, at a rate if need be, and tells where to go on if it is interrupted: what `export()` gives, of an entity
/// or of any [`Scan`].
///
/// ```
/// # use dynaent::{Checkpoint, Entity, Table};
/// # #[derive(Debug, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [article_id], sk = [comment_id])]
/// # struct Comment { article_id: String, comment_id: String, text: String }
/// use futures_util::TryStreamExt;
///
/// async fn copy(table: &Table, from: Option<Checkpoint>) -> dynaent::Result<()> {
///     let mut pages = Comment::scan().export().segments(4).rate(1000).resume(from).pages(table);
///     while let Some(page) = pages.try_next().await? {
///         for comment in &page.items {
///             println!("{}", comment.text);
///         }
///         // Keep `page.checkpoint`: these items are copied.
///     }
///     Ok(())
/// }
/// ```
#[must_use = "nothing is read until the stream is"]
pub struct Export<E, K = Strong> {
    scan: Scan<E, K>,
    walk: Walk,
}

/// A page of an [`Export`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Exported<T> {
    /// The items. There may be none: DynamoDB reads items of all entities.
    pub items: Vec<T>,
    /// Where to go on after these items.
    pub checkpoint: Checkpoint,
}

impl<E: 'static, K: Reading<E>> Export<E, K> {
    /// Reads so many segments at once, from 1 to 1,000,000. By default one, or those of the checkpoint.
    pub fn segments(mut self, segments: u32) -> Self {
        self.walk.segments = Some(segments);
        self
    }

    /// Reads so many items a second, at least 1, by waiting between pages; what is read ahead, a page of each segment, is
    /// not waited for. By default as many as come.
    ///
    /// Items that are of other entities, or filtered out, count: DynamoDB reads and bills them, too.
    pub fn rate(mut self, items_per_second: u32) -> Self {
        self.walk.rate = Some(items_per_second);
        self
    }

    /// Goes on where another export has come to. `None` begins at the start.
    pub fn resume(mut self, checkpoint: impl Into<Option<Checkpoint>>) -> Self {
        self.walk.resume = checkpoint.into();
        self
    }

    /// The pages as a stream, of whichever segment comes first, each with the checkpoint after it. The stream ends with the
    /// first error: [`Error::Checkpoint`](crate::Error::Checkpoint) if the checkpoint is of other work, or what a
    /// [`Scan`] fails with.
    ///
    /// It needs no table any more: it can be returned, and spawned.
    pub fn pages(self, table: &Table) -> BoxStream<'static, Result<Exported<K::Item>>> {
        let checkpoint = self.walk.beginning(&self.scan);
        let walking = match self.walk.begin(self.scan, table, |reader| reader) {
            Ok(walking) => walking,
            Err(error) => return stream::once(ready(Err(error))).boxed(),
        };
        let table = table.clone();
        let next = move |(mut walking, mut checkpoint): (Walking<K::Item>, Checkpoint)| {
            let table = table.clone();
            async move {
                let Some((segment, came)) = walking.pages.try_next().await? else { return Ok(None) };
                walking.pace.take(came.scanned, &table).await?;
                checkpoint.pass(segment, came.cursor);
                let page = Exported { items: came.found, checkpoint: checkpoint.clone() };
                Ok(Some((page, (walking, checkpoint))))
            }
        };
        stream::try_unfold((walking, checkpoint), next).boxed()
    }

    /// The items as a stream, of pages as those of [`pages`](Self::pages).
    pub fn items(self, table: &Table) -> BoxStream<'static, Result<K::Item>> {
        self.pages(table).map_ok(|page| stream::iter(page.items).map(Ok)).try_flatten().boxed()
    }
}

impl<E, K> fmt::Debug for Export<E, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Export").field("walk", &self.walk).finish_non_exhaustive()
    }
}
