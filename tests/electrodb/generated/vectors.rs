//! `vectors.json`, read: what was recorded, and what the models are.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use crate::items::{members, object};

/// A JSON object: an item, a key, an argument.
pub type Object = Map<String, Json>;

/// Where a page of a query begins, and how long it is.
#[derive(Default)]
pub struct Paging {
    pub after: Option<String>,
    pub limit: Option<u32>,
}

/// What is asked of one composite of a sort key.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    Is(Json),
    BeginsWith(Json),
    Gt(Json),
    Gte(Json),
    Lt(Json),
    Lte(Json),
    Between(Json, Json),
}

#[derive(Deserialize)]
struct Vectors {
    models: HashMap<String, Model>,
}

/// A model: what it is, and what was recorded for it.
#[derive(Deserialize)]
pub struct Model {
    pub about: String,
    pub entity: String,
    pub version: String,
    pub attributes: HashMap<String, Attribute>,
    pub indexes: Vec<Index>,
    /// CreateTable's body.
    pub table: Json,
    /// Puts, each of a key of its own, to be done before the queries.
    pub seed: Vec<Call>,
    /// Items of other entities in the same partitions.
    pub neighbours: Vec<Json>,
    pub calls: Vec<Call>,
    pub cursors: Vec<RecordedCursor>,
}

#[derive(Deserialize)]
pub struct Attribute {
    #[serde(rename = "type")]
    pub kind: String,
    pub field: String,
    pub default: Option<Json>,
}

#[derive(Deserialize)]
pub struct Index {
    pub pattern: String,
    /// DynamoDB's name; nothing for the table's own.
    pub name: Option<String>,
    pub condition: Option<Condition>,
    #[serde(default)]
    pub clustered: bool,
    /// Whether the attributes themselves are the key: then the sides only have `attributes`.
    #[serde(default)]
    pub multi: bool,
    pub pk: Side,
    pub sk: Option<Side>,
}

/// Which items are in a sparse index.
#[derive(Deserialize)]
pub struct Condition {
    pub attribute: String,
    /// The value that lets an item in.
    is: Option<Json>,
    /// The value that keeps it out.
    not: Option<Json>,
}

impl Condition {
    pub fn holds(&self, values: &Object) -> bool {
        let value = values.get(&self.attribute);
        (self.is.is_none() || value == self.is.as_ref()) && (self.not.is_none() || value != self.not.as_ref())
    }
}

/// One side of a key: the prefix, then each part, then the postfix.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Side {
    pub field: String,
    pub prefix: String,
    pub parts: Vec<Part>,
    pub postfix: String,
    pub casing: String,
    /// Whether the key is a number: then it is the value of its only part.
    pub number: bool,
    /// Whether the key is the attribute itself.
    pub is_attribute: bool,
    /// Whether ElectroDB folds the case of that although the model does not say so.
    pub folded: bool,
    /// The attributes of one side of an index whose key is several attributes.
    pub attributes: Vec<String>,
}

/// A composite of a key.
#[derive(Deserialize)]
pub struct Part {
    pub label: String,
    pub attribute: String,
    pub padding: Option<(usize, String)>,
}

/// One call of ElectroDB, and the request that it makes or the error that it throws.
#[derive(Deserialize)]
pub struct Call {
    pub op: String,
    pub args: Json,
    pub request: Option<Request>,
    pub error: Option<Thrown>,
}

/// What is particular about a request. `recorded` makes the whole request of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub struct Request {
    #[serde(rename = "Key")]
    pub key: Option<Json>,
    /// Whether it depends on the item being there, or not being there.
    pub guarded: bool,
    /// What is stored besides the arguments.
    pub more: Object,
    /// Fields of the arguments that are not stored.
    pub omitted: Vec<String>,
    /// What is stored if the field is absent.
    pub absent: Object,
    /// What is removed.
    pub remove: Vec<String>,
    /// For queries: the partition key, the comparison of the sort key with its operands, and whether items of other
    /// entities are filtered out.
    pub pk: Option<Json>,
    pub op: Option<String>,
    pub sk: Vec<Json>,
    pub filter: bool,
    /// The rest of a query of a key of several attributes, as it is.
    #[serde(flatten)]
    pub rest: Object,
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
    pub facets: Object,
    pub last_evaluated_key: Json,
    pub cursor: String,
    pub exclusive_start_key: Json,
}

static VECTORS: LazyLock<Vectors> =
    LazyLock::new(|| serde_json::from_str(include_str!("vectors.json")).expect("vectors.json is as the README says"));

/// What was recorded for a model.
pub fn of(name: &str) -> &'static Model {
    &VECTORS.models[name]
}

/// The names of all models that were recorded.
pub fn names() -> impl Iterator<Item = &'static str> {
    VECTORS.models.keys().map(String::as_str)
}

impl Call {
    /// An argument that is an object: `item`, `key` or `set`.
    pub fn arg(&self, name: &str) -> &Object {
        self.args[name].as_object().unwrap_or_else(|| panic!("a {} has no {name}", self.op))
    }

    /// The values that a write is given, the key's among them.
    pub fn given(&self) -> Object {
        ["item", "key", "set"].iter().filter_map(|name| self.args[*name].as_object()).flatten().map(pair).collect()
    }

    /// DynamoDB's operation.
    pub fn target(&self) -> &'static str {
        match self.op.as_str() {
            "put" | "create" => "PutItem",
            "upsert" | "update" | "patch" => "UpdateItem",
            "get" => "GetItem",
            "delete" | "remove" => "DeleteItem",
            "query" => "Query",
            other => panic!("nothing is recorded with {other}"),
        }
    }
}

fn pair((name, value): (&String, &Json)) -> (String, Json) {
    (name.clone(), value.clone())
}

impl Model {
    /// The pattern of the table's own key.
    pub fn primary(&self) -> &Index {
        self.indexes.iter().find(|index| index.name.is_none()).expect("a primary index")
    }

    pub fn index(&self, pattern: &str) -> &Index {
        self.indexes.iter().find(|index| index.pattern == pattern).expect("the model has the index")
    }

    /// What a write stores, by field, in DynamoDB's JSON: the arguments, and what ElectroDB adds.
    pub fn stored(&self, call: &Call, request: &Request) -> Object {
        let mut item: Object = call
            .given()
            .iter()
            .map(|(name, value)| {
                let attribute = &self.attributes[name];
                (attribute.field.clone(), value_of(&attribute.kind, value))
            })
            .collect();
        item.insert("__edb_e__".to_owned(), json!({ "S": self.entity }));
        item.insert("__edb_v__".to_owned(), json!({ "S": self.version }));
        item.extend(request.more.clone());
        item.retain(|field, _| !request.omitted.contains(field));
        item
    }

    /// The recorded request of a call, whole. What ElectroDB's own text of the expressions is, does not matter.
    pub fn recorded(&self, call: &Call) -> Option<Json> {
        let request = call.request.as_ref()?;
        Some(match call.target() {
            "PutItem" => {
                let guard = request.guarded.then(|| self.guard("attribute_not_exists"));
                merged([json!({ "Item": self.stored(call, request) }), guard.unwrap_or_default()])
            }
            "UpdateItem" => self.update(call, request),
            "Query" => self.query(self.index(call.args["index"].as_str().expect("an index")), request),
            _ => {
                let guard = request.guarded.then(|| self.guard("attribute_exists"));
                merged([json!({ "Key": request.key }), guard.unwrap_or_default()])
            }
        })
    }

    /// The condition that there is an item, or that there is none.
    fn guard(&self, function: &str) -> Json {
        json!({
            "ConditionExpression": format!("{function}(#k)"),
            "ExpressionAttributeNames": { "#k": self.table["KeySchema"][0]["AttributeName"] },
        })
    }

    fn update(&self, call: &Call, request: &Request) -> Json {
        let (mut names, mut values, mut sets) = (Object::new(), Object::new(), Vec::new());
        for (field, value) in self.stored(call, request).iter().chain(&request.absent) {
            let at = sets.len();
            sets.push(match request.absent.contains_key(field) {
                true => format!("#s{at} = if_not_exists(#s{at}, :s{at})"),
                false => format!("#s{at} = :s{at}"),
            });
            names.insert(format!("#s{at}"), json!(field));
            values.insert(format!(":s{at}"), value.clone());
        }
        let mut expression = format!("SET {}", sets.join(", "));
        for (at, field) in request.remove.iter().enumerate() {
            expression += &format!("{} #r{at}", if at == 0 { " REMOVE" } else { "," });
            names.insert(format!("#r{at}"), json!(field));
        }
        let guard = if request.guarded { self.guard("attribute_exists") } else { Json::Null };
        merged([
            json!({
                "Key": request.key, "UpdateExpression": expression,
                "ExpressionAttributeNames": names, "ExpressionAttributeValues": values,
            }),
            guard,
        ])
    }

    fn query(&self, index: &Index, request: &Request) -> Json {
        let name = index.name.as_ref().map_or_else(|| json!({}), |name| json!({ "IndexName": name }));
        if index.multi {
            return merged([request.rest.clone().into(), name]);
        }
        let mut names = json!({ "#pk": index.pk.field });
        let mut values = json!({ ":pk": request.pk });
        let clause = match request.op.as_deref() {
            None => String::new(),
            Some("begins") => " AND begins_with(#sk, :from)".to_owned(),
            Some("between") => " AND #sk BETWEEN :from AND :to".to_owned(),
            Some(op) => format!(" AND #sk {op} :from"),
        };
        for (placeholder, value) in [":from", ":to"].iter().zip(&request.sk) {
            names["#sk"] = json!(index.sk.as_ref().expect("a sort key").field);
            values[placeholder] = value.clone();
        }
        let mut query = json!({ "KeyConditionExpression": format!("#pk = :pk{clause}") });
        if request.filter {
            query["FilterExpression"] = json!("#e = :e AND #v = :v");
            names["#e"] = json!("__edb_e__");
            names["#v"] = json!("__edb_v__");
            values[":e"] = json!({ "S": self.entity });
            values[":v"] = json!({ "S": self.version });
        }
        merged([query, json!({ "ExpressionAttributeNames": names, "ExpressionAttributeValues": values }), name])
    }
}

/// A value in DynamoDB's JSON, by its attribute's type.
fn value_of(kind: &str, value: &Json) -> Json {
    let distinct = || {
        let mut seen = Vec::new();
        for member in members(value) {
            let text = member.as_str().map_or_else(|| member.to_string(), str::to_owned);
            if !seen.contains(&text) {
                seen.push(text);
            }
        }
        seen
    };
    match kind {
        "text" | "digits" | "shade" => json!({ "S": value }),
        "int" | "uint" | "fraction" | "float" => json!({ "N": value.to_string() }),
        "flag" => json!({ "BOOL": value }),
        "list" => json!({ "L": members(value).iter().map(|text| json!({ "S": text })).collect::<Vec<_>>() }),
        "map" => json!({ "M": object(value).iter().map(|(k, v)| (k.clone(), json!({ "S": v }))).collect::<Object>() }),
        "texts" => json!({ "SS": distinct() }),
        "numbers" => json!({ "NS": distinct() }),
        other => panic!("there is no type {other}"),
    }
}

/// Objects in one; those within them that have the same name too.
fn merged<const N: usize>(objects: [Json; N]) -> Json {
    let mut all = Object::new();
    for object in objects {
        let Json::Object(object) = object else { continue };
        for (name, value) in object {
            match (all.get_mut(&name), value) {
                (Some(Json::Object(old)), Json::Object(new)) => old.extend(new),
                (_, value) => drop(all.insert(name, value)),
            }
        }
    }
    all.into()
}
