//! How far bulk work has come, and what has stopped it.

use std::{error::Error as StdError, fmt};

use super::checkpoint::Checkpoint;
use crate::error::{Error, ItemKey};

/// How far a [`Rewrite`](super::Rewrite) has come. The numbers are of this run, also if it goes on where another was.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let progress = Comment::rewrite(|old: Comment| Comment { likes: 0, ..old }).send(&table).await?;
/// assert_eq!((progress.read, progress.rewritten, progress.left), (2, 1, 1));
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RewriteProgress {
    /// How many items of the entity were read: the sum of the others.
    pub read: usize,
    /// How many were written anew.
    pub rewritten: usize,
    /// How many were left as they were: there was nothing to change, or the function said so.
    pub left: usize,
    /// How many were gone, or of another entity or version, when they were to be written.
    pub gone: usize,
    /// All items before it are done: where to go on after an interruption.
    pub checkpoint: Checkpoint,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    Rewritten,
    Left,
    Gone,
}

impl RewriteProgress {
    pub(super) const fn at(checkpoint: Checkpoint) -> Self {
        Self { read: 0, rewritten: 0, left: 0, gone: 0, checkpoint }
    }

    /// Counts an item.
    pub(super) const fn count(&mut self, done: Done) {
        self.read += 1;
        match done {
            Done::Rewritten => self.rewritten += 1,
            Done::Left => self.left += 1,
            Done::Gone => self.gone += 1,
        }
    }
}

/// What has stopped bulk work, and how far it had come. Resumed at the checkpoint, the work goes on; what lies behind it and
/// is done already, is found so.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::RewriteError;
///
/// let failing = Comment::rewrite(|old: Comment| if old.likes > 0 { Err("too many likes") } else { Ok(old) });
/// let RewriteError { key, progress, .. } = failing.send(&table).await.unwrap_err();
/// assert!(key.is_some());
/// // Mended, it goes on at the checkpoint.
/// Comment::rewrite(|old: Comment| old).resume(progress.checkpoint).send(&table).await?;
/// # Ok(()) });
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct RewriteError {
    /// What went wrong.
    pub error: Error,
    /// The primary key of the item with which it did, if it was one.
    pub key: Option<ItemKey>,
    /// How far the work had come.
    pub progress: Box<RewriteProgress>,
}

impl fmt::Display for RewriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stopped after {} items", self.progress.read)?;
        if let Some(key) = &self.key {
            write!(f, ", at the one with {key}")?;
        }
        write!(f, ": {}", self.error)
    }
}

impl StdError for RewriteError {
    /// That of the error, whose own text is told already.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

impl From<RewriteError> for Error {
    fn from(error: RewriteError) -> Self {
        error.error
    }
}
