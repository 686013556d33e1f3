//! Reading: an item by its key, the items of a partition, of an index or of the table.

mod collection;
mod count;
pub(super) mod entity_reader;
mod filters;
mod find;
mod gather;
mod get;
mod hydrate;

pub(super) mod pages;
pub(super) mod parallel;
mod query;
mod query_key;
mod query_options;
mod querying;
mod ranged;
pub(super) mod scan;
pub(super) mod start;
pub(super) mod stream;

pub use self::{
    collection::CollectionQuery,
    find::{Find, FindRequest},
    gather::{Gathering, Grouped, InOrder},
    get::Get,
    parallel::ParallelScan,
    query::Query,
    querying::{Counts, Filtered, InOrderOf, Querying, Scans, Sequential, Sole},
    scan::Scan,
};
