//! The items of a model: their keys, their owner, and the entities they hold.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::{
    items::{members, normal, plain},
    models::Model,
    vectors::{Object, of},
};

/// The items of a table by their primary key.
pub fn by_key<M: Model>(items: impl IntoIterator<Item = Json>) -> BTreeMap<String, Json> {
    items.into_iter().map(|item| (key_text::<M>(&item), normal(&item))).collect()
}

/// The primary key of an item.
pub fn key_of<M: Model>(item: &Json) -> Json {
    let fields = members(&of::<M>().table["KeySchema"]).iter().filter_map(|key| key["AttributeName"].as_str());
    fields.map(|field| (field.to_owned(), item[field].clone())).collect::<Object>().into()
}

/// The primary key of an item, or the key of a request, as text to compare.
pub fn key_text<M: Model>(item: &Json) -> String {
    key_of::<M>(item).to_string()
}

/// The entity that an item holds, read from DynamoDB's JSON without the library.
pub fn entity<M: Model>(item: &Json) -> M {
    let attributes = M::SCHEMA.attributes.iter();
    let attributes = attributes.filter_map(|a| Some((a.name.to_owned(), plain(item.get(a.field)?))));
    serde_json::from_value(Json::Object(attributes.collect())).unwrap_or_else(|error| panic!("{error}: {item}"))
}

/// Whether an item is of the model's entity and version: ElectroDB's ownership filter.
pub fn owned<M: Model>(item: &Json) -> bool {
    item["__edb_e__"]["S"] == M::SCHEMA.name && item["__edb_v__"]["S"] == M::SCHEMA.version
}
