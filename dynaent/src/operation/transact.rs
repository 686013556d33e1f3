//! Transactions: operations on up to a hundred items, all of them made or none.

mod any;
mod cancelled;
mod check;
mod get;
mod step;
mod target;
mod write;

pub use self::{
    any::AnyWrite,
    check::{Check, Checked},
    get::TransactGet,
    step::{Append, Transacts},
    write::{TransactWrite, With},
};
pub(super) use self::{cancelled::failed, target::Target};
