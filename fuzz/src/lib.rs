//! What the fuzz targets share.

#![forbid(unsafe_code)]

pub mod models;
mod stored;
mod table;
mod text;
pub mod values;

pub use self::{
    stored::{Fields, Stored, json},
    table::{answered, table},
    text::Text,
};

/// An item as the SDK has it.
pub type Item = std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>;
