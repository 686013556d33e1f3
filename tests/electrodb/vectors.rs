//! `vectors.json`, read.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::models::Model;

/// The operations that are replayed together.
pub const ITEMS: [&str; 3] = ["put", "create", "upsert"];
pub const KEYS: [&str; 3] = ["get", "delete", "remove"];
pub const CHANGES: [&str; 2] = ["update", "patch"];
pub const QUERIES: [&str; 1] = ["query"];

/// A JSON object: an item, a key, an argument.
pub type Object = Map<String, Json>;

#[derive(Deserialize)]
struct Vectors {
    models: HashMap<String, ModelVectors>,
}

/// What was recorded for a model.
#[derive(Deserialize)]
pub struct ModelVectors {
    /// The body of CreateTable.
    pub table: Json,
    pub seed: Vec<Call>,
    pub calls: Vec<Call>,
    pub cursors: Vec<RecordedCursor>,
    pub decodes: Vec<Decode>,
}

/// One call of ElectroDB, and the request that it makes or the error that it throws.
#[derive(Deserialize)]
pub struct Call {
    pub name: String,
    pub op: String,
    pub target: String,
    pub args: Json,
    pub request: Option<Json>,
    pub error: Option<Thrown>,
    /// The key fields that are written although a composite of theirs is missing.
    #[serde(default)]
    pub dangling: Vec<String>,
    /// Why DynamoDB refuses the request.
    pub refused: Option<String>,
    /// For seed items of other entities: which.
    pub model: Option<Json>,
}

impl Call {
    /// The request of a call for which ElectroDB makes one.
    pub fn request(&self) -> &Json {
        self.request.as_ref().unwrap_or_else(|| panic!("{} has no request", self.name))
    }

    /// An argument that is an object: `item`, `key` or `set`.
    pub fn arg(&self, name: &str) -> &Object {
        self.args[name].as_object().unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }
}

/// An error of ElectroDB.
#[derive(Deserialize)]
pub struct Thrown {
    pub code: u32,
    pub message: String,
}

/// A `LastEvaluatedKey`, the cursor that ElectroDB makes of it, and the key that it makes of the cursor.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordedCursor {
    pub index: String,
    pub last_evaluated_key: Json,
    pub cursor: String,
    pub exclusive_start_key: Json,
}

/// A cursor that no query gave, and what ElectroDB makes of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decode {
    pub name: String,
    pub index: String,
    pub cursor: String,
    pub exclusive_start_key: Option<Json>,
    pub error: Option<Thrown>,
}

static VECTORS: LazyLock<Vectors> =
    LazyLock::new(|| serde_json::from_str(include_str!("vectors.json")).expect("vectors.json is as its README says"));

/// What was recorded for a model.
pub fn of<M: Model>() -> &'static ModelVectors {
    &VECTORS.models[M::NAME]
}

impl ModelVectors {
    /// The calls of some operations.
    pub fn calls_of<'a>(&'a self, ops: &'a [&str]) -> impl Iterator<Item = &'a Call> {
        self.calls.iter().filter(|call| ops.contains(&call.op.as_str()))
    }

    /// The call of a name.
    pub fn call(&self, name: &str) -> &Call {
        self.calls.iter().find(|call| call.name == name).unwrap_or_else(|| panic!("there is no call {name}"))
    }
}

#[test]
fn every_call_is_replayed() {
    let replayed = [ITEMS.as_slice(), &KEYS, &CHANGES, &QUERIES].concat();
    for (model, vectors) in &VECTORS.models {
        assert_eq!(vectors.calls_of(&replayed).count(), vectors.calls.len(), "{model}");
    }
    let models = ["comment", "lease", "order", "session", "setting"];
    let mut recorded: Vec<_> = VECTORS.models.keys().collect();
    recorded.sort();
    assert_eq!(recorded, models);
}
