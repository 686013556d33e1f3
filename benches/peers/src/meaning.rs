//! What a request does, without the names that its placeholders happen to have: the same for all sides.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Map, Value, json};

pub type Item = HashMap<String, AttributeValue>;
type Names = Option<HashMap<String, String>>;

/// A put: what is stored, and where.
pub fn put(item: Option<&Item>, condition: Option<&str>, names: &Names) -> Value {
    json!({ "item": document(item), "condition": condition.map(|text| written_out(text, names, &None)) })
}

/// An update that only sets.
pub fn update(
    key: Option<&Item>,
    update: Option<&str>,
    condition: Option<&str>,
    names: &Names,
    values: &Option<Item>,
) -> Value {
    let sets = update.and_then(|text| text.trim().strip_prefix("SET ")).expect("an update that sets");
    let set = |set: &str| {
        let (name, value) = set.split_once(" = ").expect("an assignment");
        let value = values.as_ref().and_then(|values| values.get(value.trim())).expect("a value");
        (written_out(name.trim(), names, &None), plain(value))
    };
    json!({
        "key": document(key),
        "set": sets.split(',').map(set).collect::<Map<_, _>>(),
        "condition": condition.map(|text| written_out(text, names, &None)),
    })
}

pub fn query(condition: Option<&str>, names: &Names, values: &Option<Item>) -> Value {
    json!({ "condition": condition.map(|text| written_out(text, names, values)) })
}

/// An expression with what its placeholders stand for, without parentheses around all of it.
fn written_out(expression: &str, names: &Names, values: &Option<Item>) -> String {
    let mut text = String::new();
    let mut rest = expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(expression);
    while let Some(start) = rest.find(['#', ':']) {
        let end = rest[start + 1..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .map_or(rest.len(), |length| start + 1 + length);
        text.push_str(&rest[..start]);
        let placeholder = &rest[start..end];
        let name = names.as_ref().and_then(|names| names.get(placeholder)).cloned();
        let value = || values.as_ref().and_then(|values| values.get(placeholder)).map(|value| plain(value).to_string());
        text.push_str(&name.or_else(value).expect("what a placeholder stands for"));
        rest = &rest[end..];
    }
    text + rest
}

pub fn document(item: Option<&Item>) -> Value {
    item.into_iter().flatten().map(|(name, value)| (name.clone(), plain(value))).collect::<Map<_, _>>().into()
}

fn plain(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => json!(text),
        AttributeValue::N(number) => json!(number.parse::<f64>().expect("a number")),
        AttributeValue::Bool(flag) => json!(flag),
        AttributeValue::L(list) => list.iter().map(plain).collect(),
        other => panic!("a post has no {other:?}"),
    }
}
