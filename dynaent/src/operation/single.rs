//! Operations on one item as parts of others: of transactions and batches.

pub(super) mod gets;
mod gets_one;
mod on_table;
mod whole;

pub use self::{
    gets::Reads,
    gets_one::GetsOne,
    on_table::OnTable,
    whole::{Waiting, Whole},
};
