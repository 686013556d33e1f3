//! What users call: a builder for each verb, ending in `send` or `request`.

mod answer;
mod changes;
mod custom;
mod debug;
mod delete;
mod difference;
mod get;
mod guard;
mod index_keys;
mod keyed;
mod kind;
mod known;
mod outcome;
mod put;
mod query;
mod ranged;
mod read;
mod request;
mod scan;
mod unfinished;
mod update;
mod version;

pub use self::{
    answer::{Answer, New, Nothing, Old, Updated, UpdatedNew, UpdatedOld},
    delete::Delete,
    get::Get,
    guard::{Always, Guard, IfAbsent, IfExists},
    keyed::{KeyOperation, Ready, SortKey},
    kind::{Consistent, Global, Included, KeysOnly, Reading, Strong},
    outcome::Outcome,
    put::{Put, Written},
    query::Query,
    scan::Scan,
    update::{Addable, Addend, Begin, BeginWithKey, Subtrahend, Update, Upsert, WholeItem},
};
