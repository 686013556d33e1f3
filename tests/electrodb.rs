//! The wire contract with ElectroDB: every call recorded in `electrodb/vectors.json` is made here too, and compared.
//!
//! The same models (`models`) are declared in Rust. `writes`, `queries` and `cursors` replay what was recorded and count
//! what became of each call, so that none can fall out unnoticed. `deviations`, `key_deviations` and `write_deviations` have one test for each place where
//! Dynaent leaves ElectroDB on purpose. Expected values come from the recording, or from a filter over it that is written here.

#[path = "electrodb/cursors.rs"]
mod cursors;
#[path = "electrodb/deviations.rs"]
mod deviations;
#[path = "electrodb/engines.rs"]
mod engines;
#[path = "electrodb/items.rs"]
mod items;
#[path = "electrodb/key_deviations.rs"]
mod key_deviations;
#[path = "electrodb/models.rs"]
mod models;
#[path = "electrodb/operation.rs"]
mod operation;
#[path = "electrodb/queries.rs"]
mod queries;
#[path = "electrodb/recorded.rs"]
mod recorded;
#[path = "electrodb/report.rs"]
mod report;
#[path = "electrodb/request.rs"]
mod request;
#[path = "electrodb/stored.rs"]
mod stored;
#[path = "electrodb/theirs.rs"]
mod theirs;
#[path = "electrodb/vectors.rs"]
mod vectors;
#[path = "electrodb/write_deviations.rs"]
mod write_deviations;
#[path = "electrodb/writes.rs"]
mod writes;
