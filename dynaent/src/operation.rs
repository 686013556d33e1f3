//! What users call: a builder for each verb, ending in `send` or `request`.

mod batch;
mod bulk;
mod read;
mod send;
mod single;
mod transact;
mod unfinished;
mod write;

pub(crate) use self::unfinished::{NoFilter, WholeKey};
pub use self::{
    batch::{
        BatchError, BatchGet, BatchPart, BatchWrite, Batches, Each, Element, Iterated, IteratedResults, Source,
        Streamed, StreamedResults,
    },
    bulk::{Checkpoint, Export, Exported, Rewrite, RewriteError, RewriteProgress, Rewritten},
    read::{
        CollectionQuery, Counts, Filtered, Find, FindRequest, Gathering, Get, Grouped, InOrder, InOrderOf,
        ParallelScan, Query, Querying, Scan, Scans, Sequential, Sole,
    },
    send::{Answering, BatchProgress},
    single::{GetsOne, OnTable, Reads, Waiting, Whole},
    transact::{AnyWrite, Append, Check, Checked, TransactGet, TransactWrite, Transacts, With},
    write::{
        Addable, Addend, Always, Answer, Begin, BeginWithKey, Delete, Guard, IfAbsent, IfExists, New, Nothing, Old,
        Outcome, Put, Subtrahend, Update, Updated, UpdatedNew, UpdatedOld, Upsert, WholeItem, Written,
    },
};
