//! All items of an entity: read in parallel, exported, and brought to another model.

mod between;
mod export;
mod interrupted;
mod models;
mod parallel;
mod rewrite;
