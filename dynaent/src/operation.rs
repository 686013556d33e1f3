//! What users call: a builder for each verb, ending in `send` or `request`.

mod answer;
mod backoff;
mod batch;
mod bulk;
mod call;
mod changes;
mod collect;
mod count;
mod custom;
mod debug;
mod delete;
mod difference;
mod entity_reader;
mod filters;
mod find;
mod gather;
mod get;
mod gets;
mod gets_one;
mod guard;
mod hydrate;
mod identity;
mod index_keys;
mod known;
mod on_table;
mod options;
mod outcome;
mod pace;
mod pages;
mod parallel;
mod plan;
mod put;
mod query;
mod query_key;
mod querying;
mod ranged;
mod read;
mod request;
mod scan;
mod sends;
mod stream;
mod transact;
mod unfinished;
mod update;
mod version;
mod whole;

pub use self::{
    answer::{Answer, Answering, New, Nothing, Old, Updated, UpdatedNew, UpdatedOld},
    batch::{
        BatchError, BatchGet, BatchPart, BatchProgress, BatchWrite, Batches, Each, Element, Iterated, IteratedResults,
        Source, Streamed, StreamedResults,
    },
    bulk::{Checkpoint, Export, Exported, Rewrite, RewriteError, RewriteProgress, Rewritten},
    collect::CollectionQuery,
    delete::Delete,
    find::{Find, FindRequest},
    gather::{Gathering, Grouped, InOrder},
    get::Get,
    gets::Reads,
    gets_one::GetsOne,
    guard::{Always, Guard, IfAbsent, IfExists},
    on_table::OnTable,
    outcome::Outcome,
    parallel::ParallelScan,
    put::{Put, Written},
    query::Query,
    querying::{Counts, Filtered, InOrderOf, Querying, Scans, Sequential, Sole},
    scan::Scan,
    transact::{AnyWrite, Append, Check, Checked, TransactGet, TransactWrite, Transacts, With},
    update::{Addable, Addend, Begin, BeginWithKey, Subtrahend, Update, Upsert, WholeItem},
    whole::{Waiting, Whole},
};
