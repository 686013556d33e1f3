//! The wire contract with ElectroDB, on models that a generator makes up.

#[path = "electrodb/generated/driver.rs"]
mod driver;
#[path = "electrodb/items.rs"]
mod items;
#[rustfmt::skip]
#[path = "electrodb/generated/models.rs"]
mod models;
#[path = "electrodb/report.rs"]
mod report;
#[path = "electrodb/request.rs"]
mod request;
#[path = "electrodb/theirs.rs"]
mod theirs;
#[path = "electrodb/generated/vectors.rs"]
mod vectors;

#[test]
fn x() { for m in models::MODELS { println!("{}", m.name); } }
