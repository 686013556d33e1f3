//! The text of partition keys and sort keys: composing it, taking it apart, and the ranges it sorts into.

mod chain;
mod compose;
mod condition;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod dates;
mod pair;
mod parse;
mod part;
mod place;
mod range;
mod selection;
mod sortable;
#[cfg(feature = "uuid")]
mod uuid;

pub use self::{
    chain::{InOrder, KeyOperation, Nth, OnItem, Ready, SortKey, SortOperation},
    compose::write_text,
    condition::{BeginsWith, Between, Gt, Gte, Lt, Lte, begins_with, between, gt, gte, lt, lte},
    part::{KeyPart, PartOf, Sorts, TextPart},
    place::{AsNumber, AsStored, AsText, Filled, Padded, Sortable},
};
pub(crate) use self::{
    compose::{Composed, Extent, KeyText, cast, check_length, compose, dangling, refused, stored_as_key, text_of},
    pair::KeyPair,
    parse::parse,
    range::{End, KeyRange, Span},
    selection::{Selection, Stretch},
};
