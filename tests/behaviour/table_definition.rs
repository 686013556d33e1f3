//! The table that entities need: what it is, that an engine makes it so, and what a table lacks that was made otherwise.

mod agreement;
mod comparison;
mod creation;
mod models;
