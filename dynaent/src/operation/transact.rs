//! Transactions: operations on up to a hundred items, all of them made or none.

mod any;
mod cancelled;
mod check;
mod get;
mod on_table;
mod step;
mod target;
mod write;

pub use self::{
    any::AnyWrite,
    check::{Check, Checked},
    get::{GetsOne, TransactGet, TransactReads},
    on_table::OnTable,
    step::{Append, Transacts},
    write::{TransactWrite, With},
};
