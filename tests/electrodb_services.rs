//! The wire contract with ElectroDB's services: the same collections, found in the same table.
//!
//! `services/models.mjs` and `services/models.rs` declare the same services; `services.json` holds the items that
//! ElectroDB puts, among strangers, and its requests for the collections and for `match` and `find`. The requests are run
//! on an engine, and what ElectroDB returns of them is compared with what Dynaent returns of the same items. What is asked
//! for is told by a filter over the partition that is written here (`oracle`).

#[path = "electrodb/services/choices.rs"]
mod choices;
#[path = "electrodb/services/collections.rs"]
mod collections;
#[path = "electrodb/services/cursors.rs"]
mod cursors;
#[path = "electrodb/services/driver.rs"]
mod driver;
#[path = "electrodb/items.rs"]
mod items;
#[path = "electrodb/services/models.rs"]
mod models;
#[path = "electrodb/services/oracle.rs"]
mod oracle;
// Some of its kinds only occur in the other suites.
#[allow(dead_code)]
#[path = "electrodb/report.rs"]
mod report;
#[path = "electrodb/request.rs"]
mod request;
#[path = "electrodb/served.rs"]
mod served;
#[path = "electrodb/services/table.rs"]
mod table;
// Not all of it is needed.
#[allow(dead_code)]
#[path = "electrodb/theirs.rs"]
mod theirs;
#[path = "electrodb/services/two_ways.rs"]
mod two_ways;
#[path = "electrodb/services/vectors.rs"]
mod vectors;
#[path = "electrodb/services/writes.rs"]
mod writes;
