//! One embedded engine that ElectroDB's requests are sent to, and one behind a table of ours.

use std::collections::BTreeMap;

use dynaent::{LocalEngine, Table};
use dynoxide::DynoxideError;
use serde_json::{Value as Json, json};

pub use crate::theirs::{TABLE, Theirs, renamed};
use crate::{
    items::{from_json, normal, to_json},
    models::Model,
    stored::{by_key, key_of, key_text},
    vectors::{Call, of},
};

impl Theirs {
    /// The model's table, empty, as ElectroDB's users have to create it.
    pub fn new<M: Model>() -> Self {
        Self::with_table(&of::<M>().table)
    }

    /// Sends the recorded request of a call.
    pub fn call(&self, call: &Call) -> Result<Json, DynoxideError> {
        self.send(&call.target, call.request())
    }

    /// All items, by their primary key.
    pub fn items<M: Model>(&self) -> BTreeMap<String, Json> {
        by_key::<M>(self.scan())
    }
}

/// The engine behind our table.
pub struct Ours {
    pub table: Table,
}

impl Ours {
    /// The model's table, empty, as we create it.
    pub async fn new<M: Model>() -> Self {
        let table = Table::new(LocalEngine::memory().expect("an engine").client(), TABLE);
        table.create_if_absent::<M>().await.expect("a table");
        Self { table }
    }

    /// Stores an item, past the library.
    pub async fn put(&self, item: &Json) {
        let put = self.table.client().put_item().table_name(TABLE).set_item(Some(from_json(item)));
        put.send().await.expect("the item is stored");
    }

    /// All items, by their primary key, past the library.
    pub async fn items<M: Model>(&self) -> BTreeMap<String, Json> {
        let answer = self.table.client().scan().table_name(TABLE).send().await.expect("the table is read");
        by_key::<M>(answer.items().iter().map(to_json))
    }
}

/// Makes both engines hold these items, and nothing else. What is there already stays: writes are what costs time.
pub async fn hold<M: Model>(theirs: &Theirs, ours: &Ours, items: impl IntoIterator<Item = &Json>) {
    let wanted: BTreeMap<_, _> = items.into_iter().map(|item| (key_text::<M>(item), item)).collect();
    let unwanted = |held: &BTreeMap<String, Json>| {
        let other = held.iter().filter(|(key, item)| wanted.get(*key).is_none_or(|wanted| normal(wanted) != **item));
        other.map(|(key, item)| (key.clone(), key_of::<M>(item))).collect::<Vec<_>>()
    };
    let missing = |held: &BTreeMap<String, Json>| {
        let missing = wanted.iter().filter(|(key, _)| !held.contains_key(*key));
        missing.map(|(_, item)| *item).collect::<Vec<_>>()
    };

    let mut held = theirs.items::<M>();
    for (text, key) in unwanted(&held) {
        theirs.send("DeleteItem", &json!({ "Key": key })).expect("the item is deleted");
        held.remove(&text);
    }
    missing(&held).into_iter().for_each(|item| theirs.put(item));

    let mut held = ours.items::<M>().await;
    for (text, key) in unwanted(&held) {
        let delete = ours.table.client().delete_item().table_name(TABLE).set_key(Some(from_json(&key)));
        delete.send().await.expect("the item is deleted");
        held.remove(&text);
    }
    for item in missing(&held) {
        ours.put(item).await;
    }
}

/// Both engines, with the same items.
pub async fn both<M: Model>(items: impl IntoIterator<Item = &Json>) -> (Theirs, Ours) {
    let (theirs, ours) = (Theirs::new::<M>(), Ours::new::<M>().await);
    hold::<M>(&theirs, &ours, items).await;
    (theirs, ours)
}

/// Both engines with the model's seed: its own items and those of its neighbours.
pub async fn seeded<M: Model>() -> (Theirs, Ours) {
    both::<M>(of::<M>().seed.iter().map(|call| &call.request()["Item"])).await
}
