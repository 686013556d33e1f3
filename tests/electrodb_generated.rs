//! The wire contract with ElectroDB on models that a generator makes up: every key option alone, and each kind of option
//! with each other kind.
//!
//! `generator` describes the models; both sides are made of the description. `generated/vectors.json` holds what
//! ElectroDB does, `generated/models.rs` the models in Rust. `writes` and `reads` make the same calls, and count what
//! became of each. Where Dynaent leaves ElectroDB on purpose, `oracle` knows what has to be in the keys, from the
//! description and not from the library. `two_ways` has both libraries work on one table.

#[path = "electrodb/generated/driver.rs"]
mod driver;
#[path = "electrodb/items.rs"]
mod items;
#[rustfmt::skip]
#[path = "electrodb/generated/models.rs"]
mod models;
#[path = "electrodb/generated/oracle.rs"]
mod oracle;
#[path = "electrodb/generated/reads.rs"]
mod reads;
#[path = "electrodb/generated/replay.rs"]
mod replay;
// Some of its kinds only occur in the other suite.
#[allow(dead_code)]
#[path = "electrodb/report.rs"]
mod report;
#[path = "electrodb/request.rs"]
mod request;
#[path = "electrodb/served.rs"]
mod served;
#[path = "electrodb/theirs.rs"]
mod theirs;
#[path = "electrodb/generated/two_ways.rs"]
mod two_ways;
#[path = "electrodb/generated/vectors.rs"]
mod vectors;
#[path = "electrodb/generated/writes.rs"]
mod writes;
