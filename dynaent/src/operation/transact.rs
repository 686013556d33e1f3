//! Transactions: operations on up to a hundred items, all of them made or none.

mod any;
mod cancelled;
mod check;
mod get;
mod gets_one;
mod on_table;
mod step;
mod target;
mod write;

pub use self::{
    any::AnyWrite,
    check::{Check, Checked},
    get::{TransactGet, TransactReads},
    gets_one::GetsOne,
    on_table::OnTable,
    step::{Append, Transacts},
    write::{TransactWrite, With},
};
pub(super) use self::{cancelled::failed, target::Target};
