//! What DynamoDB reads: attribute handles, the values they take, and the expressions made of them.

mod access;
mod assign;
mod attribute;
mod condition;
mod document;
mod key_condition;
mod names;
mod operand;
mod operators;
mod ownership;
mod place;
mod raw;
mod render;
mod update;

pub use self::{
    access::{Access, Changeable, Composite, Computable, Inside, Optional, PrimaryKey, ReadOnly, Removable, Required},
    assign::{Assign, Values},
    attribute::{Attr, Elements, Entries},
    condition::{Condition, Conditions, all, any},
    document::{
        Document, Field, Flattened, Handles, document_from_attribute, document_into_attribute, document_to_attribute,
    },
    operand::{Operand, Operands, Size},
    place::{Fixed, Path, Place, Root, Top},
    raw::{Any, raw},
};
pub(crate) use self::{
    condition::Node,
    key_condition::{Comparison, KeyCondition},
    names::Placeholders,
    operand::{Encode, Term},
    ownership::{ownership, ownership_in_table},
    place::Segment,
    render::{check_length, condition},
    update::{Absent, Action, Calculation, Joined, Sign, UpdateExpression},
};
