//! `services.json`, read.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// A JSON object: an item, a key, an argument.
pub type Object = Map<String, Json>;

#[derive(Deserialize)]
struct Vectors {
    services: BTreeMap<String, Service>,
}

/// What was recorded of a service.
#[derive(Deserialize)]
pub struct Service {
    /// ElectroDB's schemas, by the member's alias.
    pub members: BTreeMap<String, Schema>,
    pub collections: BTreeMap<String, Collection>,
    /// The body of CreateTable.
    pub table: Json,
    pub seed: Vec<Seed>,
    /// Items of no member, or elsewhere than the model puts them.
    pub strangers: Vec<Stranger>,
    pub queries: Vec<Query>,
    pub cursors: Vec<RecordedCursor>,
    pub choices: Vec<Choice>,
}

/// A schema of ElectroDB's.
#[derive(Deserialize)]
pub struct Schema {
    pub model: Model,
    pub attributes: BTreeMap<String, Attribute>,
    pub indexes: BTreeMap<String, Index>,
}

#[derive(Deserialize)]
pub struct Model {
    pub entity: String,
    pub version: String,
}

#[derive(Deserialize)]
pub struct Attribute {
    pub field: Option<String>,
    #[serde(default)]
    pub required: bool,
    pub padding: Option<Padding>,
}

#[derive(Deserialize)]
pub struct Padding {
    pub length: usize,
    pub char: String,
}

#[derive(Deserialize)]
pub struct Index {
    /// Its name in DynamoDB; none for the table itself.
    pub index: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub pk: Side,
    pub sk: Option<Side>,
    /// Whether a function decides which items are in it.
    #[serde(default)]
    pub condition: bool,
}

#[derive(Deserialize)]
pub struct Side {
    /// None in a key that is made of attributes.
    pub field: Option<String>,
    pub composite: Vec<String>,
    pub casing: Option<String>,
}

/// A collection.
#[derive(Deserialize)]
pub struct Collection {
    #[serde(rename = "type")]
    pub kind: String,
    /// The access pattern of each member.
    pub members: BTreeMap<String, String>,
    pub pk: Vec<String>,
    /// The composites of the sort key that a query can give.
    pub sk: Vec<String>,
}

/// An item that ElectroDB puts.
#[derive(Deserialize)]
pub struct Seed {
    pub alias: String,
    pub item: Object,
    pub request: Json,
}

/// An item that is in the way.
#[derive(Deserialize)]
pub struct Stranger {
    pub why: String,
    /// The access patterns by which it is not where its model puts it; nothing, if it is of no member.
    pub elsewhere: Option<Vec<String>>,
    pub request: Json,
}

/// A query of a collection.
#[derive(Deserialize)]
pub struct Query {
    pub name: String,
    pub collection: String,
    pub facets: Object,
    pub op: Option<String>,
    pub bounds: Vec<Object>,
    pub filter: Option<Filter>,
    pub options: Options,
    pub request: Json,
}

#[derive(Deserialize)]
pub struct Options {
    pub order: Option<String>,
    pub limit: Option<u32>,
}

/// A filter: comparisons, of which one has to hold.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Filter {
    One(Vec<Json>),
    Or { or: Vec<Vec<Json>> },
}

impl Filter {
    /// The comparisons: an attribute, an operation, its operands.
    pub fn comparisons(&self) -> Vec<(&str, &str, &[Json])> {
        let comparisons = match self {
            Self::One(comparison) => std::slice::from_ref(comparison),
            Self::Or { or } => or,
        };
        let words = comparisons.iter().map(|words| (words[0].as_str(), words[1].as_str(), &words[2..]));
        words.map(|(attribute, op, values)| (attribute.expect("a name"), op.expect("an operation"), values)).collect()
    }
}

/// A `LastEvaluatedKey`, the cursor that ElectroDB makes of it, and the key that it makes of the cursor.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordedCursor {
    pub collection: String,
    /// The member whose item it is, or `stranger`.
    pub whose: String,
    pub last_evaluated_key: Json,
    pub cursor: String,
    pub exclusive_start_key: Json,
}

/// A call of `match` or `find`.
#[derive(Deserialize)]
pub struct Choice {
    pub name: String,
    pub alias: String,
    pub op: String,
    pub facets: Object,
    /// DynamoDB's operation.
    pub target: String,
    pub request: Json,
}

static VECTORS: LazyLock<Vectors> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../services.json")).expect("services.json is as its README says")
});

/// What was recorded of a service.
pub fn of(service: &str) -> &'static Service {
    VECTORS.services.get(service).unwrap_or_else(|| panic!("{service} is not recorded"))
}

/// The names of the services.
pub fn names() -> Vec<&'static str> {
    VECTORS.services.keys().map(String::as_str).collect()
}

impl Schema {
    /// Where an attribute is stored.
    pub fn field<'a>(&'a self, name: &'a str) -> &'a str {
        self.attributes.get(name).and_then(|attribute| attribute.field.as_deref()).unwrap_or(name)
    }
}
