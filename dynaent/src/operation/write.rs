//! Writing one item: all of it, some of its attributes, or none any more.

mod answer;
mod changes;
mod debug;
pub(super) mod delete;
mod difference;
pub(super) mod guard;
pub(super) mod index_keys;
mod known;
mod outcome;
pub(super) mod plan;
pub(super) mod put;
pub(super) mod refusal;
mod update;
pub(super) mod version;

pub use self::{
    answer::{Answer, New, Nothing, Old, Updated, UpdatedNew, UpdatedOld},
    delete::Delete,
    guard::{Always, Guard, IfAbsent, IfExists},
    outcome::Outcome,
    put::{Put, Written},
    update::{Addable, Addend, Begin, BeginWithKey, Subtrahend, Update, Upsert, WholeItem},
};
