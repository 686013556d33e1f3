//! `BatchWrite`: any number of puts and deletes.

use std::fmt;

use aws_sdk_dynamodb::operation::batch_write_item::BatchWriteItemInput;
use futures_util::{
    StreamExt,
    stream::{self, BoxStream},
};

use super::{
    failed::BatchError,
    feed::{Feed, Source},
    flight::Chunk,
    part::{BatchPart, Batches, unversioned},
    run::run,
};
use crate::{
    entity::Entity,
    error::Result,
    operation::{
        send::{
            Answering,
            batch_options::{Options, option_setters},
            request::unbuilt,
        },
        single::Whole,
    },
    table::Table,
};

/// Writes and deletes any number of items, of one entity or many: what `batch_put`, `batch_delete` and `import` lead to,
/// and what mixes them.
///
/// DynamoDB takes 25 in a request, and each on its own: there is no all or nothing, there are no conditions, and nothing
/// is answered. What it leaves unprocessed is sent again, after a while. Of two writes of one item, the later one counts.
///
/// ```
/// # use dynaent::{BatchWrite, Entity, Table};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Article { id: String }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Comment { id: String, text: String }
/// # async fn demo(table: &Table, article: Article, comments: Vec<Comment>) -> dynaent::Result<()> {
/// let written = BatchWrite::new()
///     .item(Article::put().item(article))
///     .items(comments.iter().map(|comment| Comment::delete().id(&comment.id)))
///     .concurrency(4)
///     .send(table)
///     .await;
/// if let Err(failed) = written {
///     eprintln!("{failed}");
///     BatchWrite::new().items(failed.left).send(table).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is written until `send` is awaited"]
pub struct BatchWrite<'a> {
    feeds: Vec<Feed<'a, BatchPart>>,
    options: Options<'a>,
}

impl<'a> BatchWrite<'a> {
    /// Nothing to write yet.
    pub fn new() -> Self {
        Self { feeds: Vec::new(), options: Options::default() }
    }

    /// One item more: a `put` or a `delete`, also one [`OnTable`](crate::OnTable), or what another batch has left.
    pub fn item<W: Whole>(self, part: W) -> Self
    where
        W::Operation: Batches<Own = W::Operation>,
    {
        let part = part.into_operation().into_part();
        self.with(Feed::of(std::iter::once(part)))
    }

    /// More items: the same, out of an iterator or a stream. Of a stream, they are taken as they can be sent.
    pub fn items<W, M>(self, parts: impl Source<'a, W, M>) -> Self
    where
        W: Whole + Send + 'a,
        W::Operation: Batches<Own = W::Operation>,
    {
        self.with(parts.into_feed().map(|part| part?.into_operation().into_part()))
    }

    #[doc(hidden)]
    pub fn put_all<E: Entity, M>(self, items: impl Source<'a, E, M>) -> Self {
        self.with(items.into_feed().map(|item| unversioned::<E>().and_then(|()| BatchPart::put(item?))))
    }

    #[doc(hidden)]
    pub fn import_all<E: Entity, M>(self, items: impl Source<'a, E, M>) -> Self {
        self.with(items.into_feed().map(|item| BatchPart::put(item?)))
    }

    fn with(mut self, feed: Feed<'a, BatchPart>) -> Self {
        self.feeds.push(feed);
        self
    }

    option_setters!();

    /// The requests, without sending them. What DynamoDB leaves unprocessed of them is the caller's matter.
    pub fn requests(self, table: impl Into<String>) -> BoxStream<'a, Result<BatchWriteItemInput>> {
        let table = table.into();
        let next = move |parts: Option<BoxStream<'a, Result<BatchPart>>>| {
            let table = table.clone();
            async move {
                let Some(mut parts) = parts else { return Ok(None) };
                let mut chunk = Chunk::default();
                while !chunk.is_full() {
                    let Some(part) = parts.next().await else { break };
                    chunk.add(part?, &table);
                }
                if chunk.is_empty() {
                    return Ok(None);
                }
                Ok(Some((chunk.input(&table)?.build().map_err(unbuilt)?, Some(parts))))
            }
        };
        stream::try_unfold(Some(Feed::chain(self.feeds).stream), next).boxed()
    }

    /// Writes all of it; gives how many items that were. One that comes twice counts twice, unless both fall into one
    /// request.
    ///
    /// A future that is dropped leaves the requests that are on their way to DynamoDB: each of their items is written, or
    /// is not. What was told to `on_progress` is.
    ///
    /// # Errors
    /// [`BatchError`], which says what was written and has what was not: if something cannot be written as it is, the
    /// source fails, a request fails, or DynamoDB leaves something unprocessed in all attempts. No more is taken then, and
    /// the requests that are on their way are waited for.
    pub fn send(self, table: &'a Table) -> Answering<'a, Result<usize, BatchError>> {
        Box::pin(run(Feed::chain(self.feeds), self.options, table))
    }
}

impl Default for BatchWrite<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for BatchWrite<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchWrite").field("options", &self.options).finish_non_exhaustive()
    }
}
