//! What ElectroDB does in `deviations.json`, run on an engine, and a table of ours beside it.

use std::sync::LazyLock;

use dynaent::{Entities, Table, TableDefinition};
use serde_json::Value as Json;

use crate::{
    items::{from_json, to_json},
    request::Request,
    theirs::{TABLE, Theirs},
};

pub static RECORDED: LazyLock<Json> =
    LazyLock::new(|| serde_json::from_str(include_str!("deviations.json")).expect("deviations.json is JSON"));

/// ElectroDB's part of a deviation: an engine with the table, and its calls.
pub struct Recorded {
    pub engine: Theirs,
    pub calls: &'static Json,
}

impl Recorded {
    pub fn of<E: Entities>(deviation: &str) -> Self {
        let table = TableDefinition::of::<E>()
            .and_then(|table| table.request(TABLE))
            .expect("one entity agrees with itself")
            .json();
        let calls = RECORDED.get(deviation).unwrap_or_else(|| panic!("{deviation} is not recorded"));
        Self { engine: Theirs::with_table(&table), calls }
    }

    pub fn request(&self, call: &str) -> &Json {
        self.calls[call].get("request").unwrap_or_else(|| panic!("{call} has no request"))
    }

    /// Sends a call; `false` if the engine refuses it.
    pub fn send(&self, call: &str) -> bool {
        let target = self.calls[call]["target"].as_str().expect("a target");
        self.engine.send(target, self.request(call)).is_ok()
    }

    pub fn query(&self, call: &str) -> Vec<Json> {
        self.engine.query(self.request(call)).expect("it is read")
    }

    /// The code of the error that ElectroDB throws.
    pub fn thrown(&self, call: &str) -> &Json {
        &self.calls[call]["error"]["code"]
    }

    /// The only item.
    pub fn item(&self) -> Json {
        let mut items = self.engine.scan();
        assert_eq!(items.len(), 1);
        items.remove(0)
    }
}

/// An engine behind a table of ours.
pub async fn table<E: Entities>() -> Table {
    Table::local::<E>().await.expect("a table")
}

/// The only item of a table.
pub async fn item(table: &Table) -> Json {
    let items =
        table.client().scan().table_name(table.name()).send().await.expect("it is read").items.unwrap_or_default();
    assert_eq!(items.len(), 1);
    to_json(&items[0])
}

/// Stores an item of ElectroDB's in a table of ours.
pub async fn store(table: &Table, item: &Json) {
    let put = table.client().put_item().table_name(table.name()).set_item(Some(from_json(item)));
    put.send().await.expect("it is stored");
}
