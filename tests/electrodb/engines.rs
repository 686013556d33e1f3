//! One embedded engine that ElectroDB's requests are sent to, and one behind a table of ours.

use std::collections::BTreeMap;

use dynaent::{LocalEngine, Table};
use dynoxide::{Database, DynoxideError};
use serde_json::{Value as Json, json};

use crate::{
    items::{by_key, from_json, key_of, key_text, members, normal, to_json},
    models::Model,
    vectors::{Call, of},
};

/// The table's name. The recorded one, `t`, is too short for DynamoDB.
pub const TABLE: &str = "vectors";

/// A recorded request for our table's name.
pub fn renamed(request: &Json) -> Json {
    let mut request = request.clone();
    request["TableName"] = json!(TABLE);
    request
}

/// The engine for ElectroDB's requests.
pub struct Theirs(Database);

impl Theirs {
    /// The model's table, empty, as ElectroDB's users have to create it.
    pub fn new<M: Model>() -> Self {
        let database = Database::memory().expect("an engine");
        let table = serde_json::from_value(renamed(&of::<M>().table)).expect("a recorded request");
        database.create_table(table).expect("a table");
        Self(database)
    }

    /// Sends a request as it was recorded.
    pub fn send(&self, target: &str, request: &Json) -> Result<Json, DynoxideError> {
        macro_rules! call {
            ($method:ident) => {{
                let request = serde_json::from_value(renamed(request)).expect("a recorded request");
                self.0.$method(request).map(|answer| serde_json::to_value(answer).expect("an answer is JSON"))
            }};
        }
        match target {
            "PutItem" => call!(put_item),
            "UpdateItem" => call!(update_item),
            "DeleteItem" => call!(delete_item),
            "GetItem" => call!(get_item),
            "Query" => call!(query),
            "Scan" => call!(scan),
            other => panic!("nothing is recorded with {other}"),
        }
    }

    /// Sends the recorded request of a call.
    pub fn call(&self, call: &Call) -> Result<Json, DynoxideError> {
        self.send(&call.target, call.request())
    }

    /// Stores an item.
    pub fn put(&self, item: &Json) {
        self.send("PutItem", &json!({ "Item": item })).expect("the item is stored");
    }

    /// The items that a query reads, in order.
    pub fn query(&self, request: &Json) -> Result<Vec<Json>, DynoxideError> {
        self.send("Query", request).map(|answer| members(&answer["Items"]).to_vec())
    }

    /// All items, by their primary key.
    pub fn items<M: Model>(&self) -> BTreeMap<String, Json> {
        let answer = self.send("Scan", &json!({})).expect("the table is read");
        by_key::<M>(members(&answer["Items"]).to_vec())
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
