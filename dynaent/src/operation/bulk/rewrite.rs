//! `rewrite`: all items of one model become items of another, or of the same as it is today.

use std::{error::Error as StdError, fmt, marker::PhantomData};

use futures_util::{StreamExt, TryStreamExt, stream};

use super::{
    checkpoint::Checkpoint,
    progress::{RewriteError, RewriteProgress},
    rewriter::{Made, Rewriter},
    stored::WithStored,
    walk::{Walk, Walking},
};
use crate::{
    entity::Entity,
    error::{Error, ItemKey, Result},
    operation::{read::Scan, send::backoff},
    reading::{Entire, Reading, Strong},
    schema::EntitySchema,
    table::Table,
    value::Item,
};

/// What the function of a [`Rewrite`] may give: the new entity; an `Option` of it, of which `None` leaves the item as it
/// is; or a `Result` of either, of which an error stops the work.
#[diagnostic::on_unimplemented(
    message = "the function of a rewrite gives `{New}`, an `Option` of it, or a `Result` of either, not `{Self}`",
    label = "makes no `{New}` of an item"
)]
pub trait Rewritten<New> {
    #[doc(hidden)]
    fn rewritten(self) -> Made<New>;
}

#[diagnostic::do_not_recommend]
impl<New: Entity> Rewritten<New> for New {
    fn rewritten(self) -> Made<New> {
        Ok(Some(self))
    }
}

#[diagnostic::do_not_recommend]
impl<New: Entity> Rewritten<New> for Option<New> {
    fn rewritten(self) -> Made<New> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<New: Entity, X: Into<Box<dyn StdError + Send + Sync>>> Rewritten<New> for Result<New, X> {
    fn rewritten(self) -> Made<New> {
        self.map(Some).map_err(X::into)
    }
}

#[diagnostic::do_not_recommend]
impl<New: Entity, X: Into<Box<dyn StdError + Send + Sync>>> Rewritten<New> for Result<Option<New>, X> {
    fn rewritten(self) -> Made<New> {
        self.map_err(X::into)
    }
}

/// Brings all items of a model, `Old`, to another, `New`: what the `rewrite(…)` of the new one gives. `Old` may be the same,
/// which writes what it has got since its items were stored, such as the keys of an index.
///
/// An item is written only where it differs, and only if it still is what was read (its `version`, or all that either model
/// knows of it): else it is read again, and so is never overwritten with what is old. What neither model knows stays, and
/// so do `hidden` attributes. An item whose primary key changes, as it does with the version of its model, is moved by a
/// transaction, with all that is stored in it: it is never lost, and never there twice.
///
/// `New` is written as `put` does it: computed attributes are computed, `updated_at` is stamped, `version` counted, and
/// `on_write` asked, also of values that were stored by it before.
///
/// ```
/// # use dynaent::{Entity, Rewrite, Table};
/// #[derive(Debug, Entity)]
/// #[entity(service = "blog", name = "Comment", version = "1")]
/// #[index(primary, pk = [id], sk = [])]
/// struct CommentV1 { id: String, text: String }
///
/// #[derive(Debug, Entity)]
/// #[entity(service = "blog", name = "Comment", version = "2")]
/// #[index(primary, pk = [id], sk = [])]
/// struct Comment { id: String, text: String, words: usize }
///
/// async fn raise(table: &Table) -> Result<(), dynaent::RewriteError> {
///     let raised = Comment::rewrite(|old: CommentV1| {
///         let words = old.text.split_whitespace().count();
///         Comment { id: old.id, text: old.text, words }
///     });
///     let progress = raised.rate(100).on_progress(|progress| println!("{progress:?}")).send(table).await?;
///     assert!(progress.checkpoint.is_done());
///     Ok(())
/// }
/// ```
#[must_use = "nothing is written until `send` is awaited"]
pub struct Rewrite<'a, Old, New, K = Strong> {
    scan: Scan<Old, K>,
    walk: Walk,
    concurrency: usize,
    attempts: u32,
    rewrite: Box<dyn Fn(Old) -> Made<New> + Send + Sync + 'a>,
    on_progress: Option<Box<dyn FnMut(&RewriteProgress) + Send + 'a>>,
}

impl<'a, Old: Entity, New: Entity> Rewrite<'a, Old, New> {
    #[doc(hidden)]
    pub fn of<R: Rewritten<New>>(rewrite: impl Fn(Old) -> R + Send + Sync + 'a) -> Self {
        Self {
            scan: Scan::start(),
            walk: Walk::default(),
            concurrency: 1,
            attempts: backoff::ATTEMPTS,
            rewrite: Box::new(move |old| rewrite(old).rewritten()),
            on_progress: None,
        }
    }
}

impl<'a, Old: Entity, New: Entity, K> Rewrite<'a, Old, New, K> {
    /// Rewrites the items that this scan reads: those of an index, or with a filter. By default all in the table that have
    /// not expired.
    ///
    /// What others move in an index while it is read may be missed; of the table, nothing is.
    pub fn scan<L: Reading<Old, Item = Old> + Entire>(self, scan: Scan<Old, L>) -> Rewrite<'a, Old, New, L> {
        let Self { walk, concurrency, attempts, rewrite, on_progress, .. } = self;
        Rewrite { scan, walk, concurrency, attempts, rewrite, on_progress }
    }

    /// Reads so many segments at once, from 1 to 1,000,000. By default one, or those of the checkpoint.
    pub fn segments(mut self, segments: u32) -> Self {
        self.walk.segments = Some(segments);
        self
    }

    /// Writes so many items of a page at once, at least 1; by default 1.
    pub fn concurrency(mut self, items: usize) -> Self {
        self.concurrency = items.max(1);
        self
    }

    /// Reads so many items a second, at least 1, and so writes no more. By default as many as come.
    ///
    /// Items that are of other entities, or filtered out, count: DynamoDB reads and bills them, too.
    pub fn rate(mut self, items_per_second: u32) -> Self {
        self.walk.rate = Some(items_per_second);
        self
    }

    /// How often an item is tried, by default 8 times; 0 counts as 1, if others write it at the same time, or DynamoDB
    /// is busy. Between two attempts lies a random time of up to 50 ms, and of up to twice as long after each.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Goes on where another rewrite has come to. `None` begins at the start.
    pub fn resume(mut self, checkpoint: impl Into<Option<Checkpoint>>) -> Self {
        self.walk.resume = checkpoint.into();
        self
    }

    /// Calls this after each page that is done: to show the progress, and to keep its checkpoint.
    pub fn on_progress(mut self, told: impl FnMut(&RewriteProgress) + Send + 'a) -> Self {
        self.on_progress = Some(Box::new(told));
        self
    }

    /// Rewrites the items. Sent again, it finds done what is.
    ///
    /// # Errors
    /// Before anything is sent, [`Error::Checkpoint`] if the checkpoint is of other work, [`Error::Segment`] if there are
    /// no such segments, and [`Error::KeyFields`] if the two models are not of one table. Then whatever stops the work: the
    /// function's own error as [`Error::Rewrite`]; [`Error::Item`] of a stored item that cannot be read; what a put of a
    /// new item would be refused for; [`Error::AlreadyExists`] if something else has the key that an item is to get; and
    /// what keeps an item from being written, once the attempts are used up. The error tells the item, and the progress with
    /// its checkpoint.
    pub async fn send(self, table: &Table) -> Result<RewriteProgress, RewriteError>
    where
        K: Reading<Old, Item = Old>,
    {
        let Self { scan, walk, concurrency, attempts, rewrite, mut on_progress } = self;
        let mut progress = RewriteProgress::at(walk.beginning(&scan));
        let walking = of_one_table(Old::SCHEMA, New::SCHEMA).and_then(|()| walk.begin(scan, table, WithStored));
        let stopped = match walking {
            Ok(mut walking) => {
                let rewriter = Rewriter { rewrite: &*rewrite, attempts, table, marker: PhantomData };
                loop {
                    match page(&rewriter, &mut walking, concurrency, &mut progress).await {
                        Ok(true) => on_progress.as_mut().map_or((), |told| told(&progress)),
                        Ok(false) => return Ok(progress),
                        Err(stopped) => break stopped,
                    }
                }
            }
            Err(error) => (error, None),
        };
        let (error, key) = stopped;
        Err(RewriteError { error, key, progress: Box::new(progress) })
    }
}

/// Rewrites a page. `false` if there was none left.
async fn page<Old: Entity, New: Entity>(
    rewriter: &Rewriter<'_, Old, New>,
    walking: &mut Walking<(Item, Old)>,
    concurrency: usize,
    progress: &mut RewriteProgress,
) -> Result<bool, (Error, Option<ItemKey>)> {
    let Some((segment, came)) = walking.pages.try_next().await.map_err(|error| (error, None))? else {
        return Ok(false);
    };
    let pace = &walking.pace;
    let others = came.scanned.saturating_sub(came.found.len());
    pace.take(others, rewriter.table).await.map_err(|error| (error, None))?;
    let rewrite = |(stored, old)| async move {
        pace.take(1, rewriter.table).await.map_err(|error| (error, None))?;
        rewriter.rewrite(stored, old).await.map_err(|(error, key)| (error, Some(key)))
    };
    let mut items = stream::iter(came.found).map(rewrite).buffer_unordered(concurrency);
    while let Some(done) = items.try_next().await? {
        progress.count(done);
    }
    progress.checkpoint.pass(segment, came.cursor);
    Ok(true)
}

/// Refuses two models whose items have no key in common.
fn of_one_table(from: &'static EntitySchema, to: &'static EntitySchema) -> Result<()> {
    if from.primary().fields(from).eq(to.primary().fields(to)) {
        return Ok(());
    }
    Err(Error::KeyFields { first: from.name, second: to.name, index: "the table".to_owned() })
}

impl<Old, New, K> fmt::Debug for Rewrite<'_, Old, New, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { walk, concurrency, attempts, .. } = self;
        let mut debug = f.debug_struct("Rewrite");
        debug.field("walk", walk).field("concurrency", concurrency).field("attempts", attempts).finish_non_exhaustive()
    }
}
