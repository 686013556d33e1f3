//! Batches: any number of reads or writes of single items, as few requests as they fit into, several of them at a time.

mod answers;
mod each;
mod failed;
mod feed;
mod flight;
mod get;
mod options;
mod part;
mod run;
mod write;

pub(super) use self::{
    answers::{Asked, answers},
    options::Options,
};
pub use self::{
    each::Each,
    failed::BatchError,
    feed::{Element, Iterated, IteratedResults, Source, Streamed, StreamedResults},
    get::BatchGet,
    options::BatchProgress,
    part::{BatchPart, Batches},
    write::BatchWrite,
};
