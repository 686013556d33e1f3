//! Bulk work: all items of an entity, one after the other, and where to go on if that is interrupted.

mod checkpoint;
mod export;
mod merge;
mod progress;
mod rewrite;
mod rewriter;
mod step;
mod stored;
mod walk;

pub use self::{
    checkpoint::Checkpoint,
    export::{Export, Exported},
    progress::{RewriteError, RewriteProgress},
    rewrite::{Rewrite, Rewritten},
};
