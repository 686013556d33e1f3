//! What DynamoDB reads: attribute handles, the values they take, and the expressions made of them.

mod assign;
mod attribute;
mod key_condition;
mod names;
mod ownership;
mod update;

pub use self::{
    assign::Assign,
    attribute::{Attr, Changeable, Optional, PrimaryKey, ReadOnly, Required},
};
pub(crate) use self::{
    key_condition::{Comparison, KeyCondition},
    names::Placeholders,
    ownership::ownership,
    update::UpdateExpression,
};
