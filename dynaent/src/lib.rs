//! Typed single-table modeling for DynamoDB.

#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// Derived code names this crate `::dynaent`, also in the examples of this crate's own documentation.
#[allow(unused_extern_crates)]
extern crate self as dynaent;

mod cursor;
mod entity;
mod error;
mod expression;
mod key;
mod operation;
mod page;
mod schema;
mod table;
mod value;

#[doc(hidden)]
pub mod __private;

pub use dynaent_derive::{Entity, KeyPart};

pub use self::{
    cursor::{Cursor, StartAfter},
    entity::{Entities, Entity},
    error::{AttributeError, AttributeProblem, Error, ItemError, ItemKey, KeyError, KeyProblem, Result},
    expression::{Assign, Attr, Changeable, Optional, PrimaryKey, ReadOnly, Required},
    key::{
        BeginsWith, Between, Gt, Gte, KeyPart, Lt, Lte, PartOf, Sorts, TextPart, begins_with, between, gt, gte, lt, lte,
    },
    operation::{
        Always, Answer, Consistent, Delete, Get, Global, Guard, IfAbsent, IfExists, KeyOperation, New, Nothing, Old,
        Put, Query, Ready, Scan, SortKey, Strong, Update, Upsert,
    },
    page::Page,
    schema::{AttributeSchema, Casing, EntitySchema, IndexKind, IndexSchema, KeyComposite, KeySide},
    table::Table,
    value::{Item, SetElement, Value, ValueError, ValueProblem},
};

#[cfg(feature = "local")]
pub use self::table::{LocalEngine, LocalEngineError};
