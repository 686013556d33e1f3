//! Batches: any number of reads or writes of single items, as few requests as they fit into, several of them at a time.

mod each;
mod failed;
mod feed;
mod flight;
mod get;
mod part;
mod run;
mod write;

pub use self::{
    each::Each,
    failed::BatchError,
    feed::{Element, Iterated, IteratedResults, Source, Streamed, StreamedResults},
    get::BatchGet,
    part::{BatchPart, Batches},
    write::BatchWrite,
};
