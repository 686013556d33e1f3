//! Pages as a stream, each asked for while the one before is worked on.

use std::sync::Arc;

use futures_util::{
    FutureExt, StreamExt, TryStreamExt,
    future::{BoxFuture, poll_immediate, ready},
    stream::{self, BoxStream},
};

use super::pages::{Came, Paged, Pages, Reader};
use crate::{error::Result, table::Table, value::Item};

/// A page, and the key at which it ended if there may be more.
type Fetched<T> = Result<(Came<T>, Option<Item>)>;

/// The pages that a request leads to, which may be one that cannot be made.
pub(in crate::operation) fn pages<I, R>(
    pages: Result<Pages<I, R>>,
    table: &Table,
) -> BoxStream<'static, Result<Came<R::Found>>>
where
    I: Paged + 'static,
    R: Reader + 'static,
{
    let pages = match pages {
        Ok(pages) => Arc::new(pages),
        Err(error) => return stream::once(ready(Err(error))).boxed(),
    };
    let table = table.clone();
    let first = fetch(Arc::clone(&pages), table.clone(), None);
    let next = move |waiting: Option<BoxFuture<'static, Fetched<R::Found>>>| {
        let (pages, table) = (Arc::clone(&pages), table.clone());
        async move {
            let Some(waiting) = waiting else { return Ok(None) };
            let (came, last) = waiting.await?;
            let Some(last) = last else { return Ok(Some((came, None))) };
            // The next request is on its way before this page is looked at.
            let mut next = fetch(pages, table, Some(last));
            let next = match poll_immediate(&mut next).await {
                Some(done) => ready(done).boxed(),
                None => next,
            };
            Ok(Some((came, Some(next))))
        }
    };
    stream::try_unfold(Some(first), next).boxed()
}

fn fetch<I, R>(pages: Arc<Pages<I, R>>, table: Table, after: Option<Item>) -> BoxFuture<'static, Fetched<R::Found>>
where
    I: Paged + 'static,
    R: Reader + 'static,
{
    async move { pages.fetch(&table, after).await }.boxed()
}

/// The items of all pages, one by one.
pub(super) fn items<I, R, T>(found: Result<Pages<I, R>>, table: &Table) -> BoxStream<'static, Result<T>>
where
    I: Paged + 'static,
    R: Reader<Found = Vec<T>> + 'static,
    T: Send + 'static,
{
    pages(found, table).map_ok(|came| stream::iter(came.found).map(Ok)).try_flatten().boxed()
}
