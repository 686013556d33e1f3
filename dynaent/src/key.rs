//! The text of partition keys and sort keys: composing it, taking it apart, and the ranges it sorts into.

mod compose;
mod condition;
mod pair;
mod part;
mod range;

pub(crate) use self::{
    compose::{Composed, KeyText, check_length, compose, dangling, text_of},
    pair::KeyPair,
    range::{KeyRange, Span},
};
pub use self::{
    condition::{BeginsWith, Between, Gt, Gte, Lt, Lte, begins_with, between, gt, gte, lt, lte},
    part::{KeyPart, PartOf, Sorts, TextPart},
};
