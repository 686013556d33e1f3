//! What users call: a builder for each verb, ending in `send` or `request`.

mod answer;
mod back_off;
mod bulk;
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
mod guard;
mod hydrate;
mod index_keys;
mod known;
mod options;
mod outcome;
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
mod stream;
mod transact;
mod unfinished;
mod update;
mod version;
mod whole;

pub use self::{
    answer::{Answer, Answering, New, Nothing, Old, Updated, UpdatedNew, UpdatedOld},
    bulk::{BulkError, Checkpoint, Export, Exported, Progress, Rewrite, Rewritten},
    collect::CollectionQuery,
    delete::Delete,
    find::{Find, FindRequest},
    gather::{Gathering, Grouped, InOrder},
    get::Get,
    guard::{Always, Guard, IfAbsent, IfExists},
    outcome::Outcome,
    parallel::ParallelScan,
    put::{Put, Written},
    query::Query,
    querying::{Counts, Filtered, InOrderOf, Querying, Scans, Sequential, Sole},
    scan::Scan,
    transact::{
        AnyWrite, Append, Check, Checked, GetsOne, OnTable, TransactGet, TransactReads, TransactWrite, Transacts, With,
    },
    update::{Addable, Addend, Begin, BeginWithKey, Subtrahend, Update, Upsert, WholeItem},
    whole::{Waiting, Whole},
};
