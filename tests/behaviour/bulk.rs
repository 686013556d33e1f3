//! All items of an entity: read in parallel, exported, and brought to another model.

mod models;
mod parallel;
