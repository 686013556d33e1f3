//! From tokens to attributes, spans kept. Nothing is checked here but the grammar.

mod container;
mod entity;
mod field;
mod index;
mod option;

pub use self::{
    container::TypeAttr,
    entity::{EntityAttr, OPTIONS as ENTITY_OPTIONS},
    field::{DefaultValue, FieldAttr, OF_DOCUMENTS, OF_ENTITIES, PaddingAttr, WatchAttr},
    index::{IndexAttr, KindAttr, ProjectionAttr, SideAttr},
    option::{Slot, misplaced, options, some_text},
};
