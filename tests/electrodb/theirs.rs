//! The embedded engine, for requests in DynamoDB's JSON.

use dynoxide::{Database, DynoxideError};
use serde_json::{Value as Json, json};

use crate::items::members;

/// The table's name. The recorded one, `t`, is too short for DynamoDB.
pub const TABLE: &str = "vectors";

/// A recorded request for our table's name.
pub fn renamed(request: &Json) -> Json {
    let mut request = request.clone();
    request["TableName"] = json!(TABLE);
    request
}

/// An engine for requests as they were recorded.
pub struct Theirs(Database);

impl Theirs {
    /// An empty table, of a recorded CreateTable.
    pub fn with_table(table: &Json) -> Self {
        let database = Database::memory().expect("an engine");
        let table = serde_json::from_value(renamed(table)).expect("a recorded request");
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

    /// Stores an item.
    pub fn put(&self, item: &Json) {
        self.send("PutItem", &json!({ "Item": item })).expect("the item is stored");
    }

    /// The items that a query reads, in order.
    pub fn query(&self, request: &Json) -> Result<Vec<Json>, DynoxideError> {
        self.send("Query", request).map(|answer| members(&answer["Items"]).to_vec())
    }

    /// All items.
    pub fn scan(&self) -> Vec<Json> {
        let answer = self.send("Scan", &json!({})).expect("the table is read");
        members(&answer["Items"]).to_vec()
    }
}
