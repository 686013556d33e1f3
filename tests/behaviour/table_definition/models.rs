//! The entities, and what an engine says of their tables.

use aws_sdk_dynamodb::types::{KeySchemaElement, Projection, TableDescription};
use dynaent::{Entity, Expiry, Table};

/// Every kind of projection, and a local index.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Post", version = "1")]
#[index(primary, pk = [author], sk = [post_id])]
#[index(by_tag, gsi = "gsi1", pk = [tag], sk = [post_id], projection = keys_only)]
#[index(by_day, gsi = "gsi2", pk = [day], projection = include(author, post_id, tag, day, title, summary))]
#[index(by_title, lsi = "lsi1", pk = [author], sk = [title], projection = include(author, post_id, tag, day, title, summary))]
pub struct Post {
    pub author: String,
    pub post_id: String,
    pub tag: String,
    pub day: String,
    #[attr(field = "headline")]
    pub title: String,
    pub summary: Option<String>,
}

/// Numbers for keys.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "meter", name = "Reading", version = "1")]
#[index(primary, pk(field = "device", template = "${device}"), sk(field = "at", template = "${at}"))]
#[index(by_level, gsi = "levels", pk(field = "level", template = "${level}"))]
pub struct Reading {
    pub device: String,
    pub at: u64,
    pub level: u32,
}

/// An index of several fields on each side.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "game", name = "Score", version = "1")]
#[index(primary, pk = [player], sk = [round])]
#[index(by_place, gsi = "places", pk = [country, city], sk = [points, player], multi_attribute)]
pub struct Score {
    pub player: String,
    pub round: u32,
    pub country: String,
    pub city: String,
    pub points: u32,
}

/// Expires, and has no sort key.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Session", version = "1")]
#[index(primary, pk = [token])]
pub struct Session {
    pub token: String,
    #[attr(ttl, field = "until")]
    pub expires: Option<Expiry>,
}

/// What the engine says of a table: its key, then its indexes by their names, with the types of all fields.
pub async fn described(table: &Table) -> Vec<String> {
    let output = table.client().describe_table().table_name(table.name()).send().await.expect("describe");
    let described = output.table.expect("a table");
    let mut lines = vec![format!("table: {}", keys(&described, described.key_schema()))];
    for index in described.local_secondary_indexes() {
        let (keys, held) = (keys(&described, index.key_schema()), held(index.projection()));
        lines.push(format!("local {}: {keys}; {held}", index.index_name().expect("a name")));
    }
    for index in described.global_secondary_indexes() {
        let (keys, held) = (keys(&described, index.key_schema()), held(index.projection()));
        lines.push(format!("global {}: {keys}; {held}", index.index_name().expect("a name")));
    }
    lines[1..].sort();
    lines
}

fn keys(table: &TableDescription, keys: &[KeySchemaElement]) -> String {
    let key = |key: &KeySchemaElement| {
        let mut known = table.attribute_definitions().iter();
        let known = known.find(|known| known.attribute_name == key.attribute_name).expect("a type");
        format!("{} {} {}", key.key_type, key.attribute_name, known.attribute_type)
    };
    keys.iter().map(key).collect::<Vec<_>>().join(", ")
}

fn held(projection: Option<&Projection>) -> String {
    let projection = projection.expect("a projection");
    let kind = projection.projection_type().expect("a kind").to_string();
    match &projection.non_key_attributes {
        Some(fields) => format!("{kind} {}", fields.join(" ")),
        None => kind,
    }
}

/// By which field items expire, as the engine says.
pub async fn expiry(table: &Table) -> Option<String> {
    let request = table.client().describe_time_to_live().table_name(table.name());
    request.send().await.expect("describe").time_to_live_description.expect("expiry").attribute_name
}
