//! Items in DynamoDB's JSON: between it and the SDK's types, and as the things they mean.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value as Json, json};

use crate::vectors::Object;

/// A value of the SDK in DynamoDB's JSON.
pub fn value_to_json(value: &AttributeValue) -> Json {
    match value {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::Bool(flag) => json!({ "BOOL": flag }),
        AttributeValue::Null(flag) => json!({ "NULL": flag }),
        AttributeValue::Ss(texts) => json!({ "SS": texts }),
        AttributeValue::Ns(numbers) => json!({ "NS": numbers }),
        AttributeValue::L(list) => json!({ "L": list.iter().map(value_to_json).collect::<Vec<_>>() }),
        AttributeValue::M(map) => json!({ "M": to_json(map) }),
        other => panic!("no model has such a value: {other:?}"),
    }
}

/// An item, a key or placeholders of the SDK in DynamoDB's JSON.
pub fn to_json(item: &HashMap<String, AttributeValue>) -> Json {
    item.iter().map(|(field, value)| (field.clone(), value_to_json(value))).collect::<Object>().into()
}

/// The other way round.
pub fn value_from_json(value: &Json) -> AttributeValue {
    let (kind, inner) = tagged(value);
    let text = || inner.as_str().expect("text").to_owned();
    let texts = || members(inner).iter().map(|text| text.as_str().expect("text").to_owned()).collect();
    match kind {
        "S" => AttributeValue::S(text()),
        "N" => AttributeValue::N(text()),
        "BOOL" => AttributeValue::Bool(inner == true),
        "NULL" => AttributeValue::Null(true),
        "SS" => AttributeValue::Ss(texts()),
        "NS" => AttributeValue::Ns(texts()),
        "L" => AttributeValue::L(members(inner).iter().map(value_from_json).collect()),
        "M" => AttributeValue::M(from_json(inner)),
        other => panic!("no model has such a value: {other}"),
    }
}

/// The other way round.
pub fn from_json(item: &Json) -> HashMap<String, AttributeValue> {
    object(item).iter().map(|(field, value)| (field.clone(), value_from_json(value))).collect()
}

/// An item as DynamoDB keeps it: numbers in one form, sets without an order.
pub fn normal(item: &Json) -> Json {
    object(item).iter().map(|(field, value)| (field.clone(), normal_value(value))).collect::<Object>().into()
}

fn normal_value(value: &Json) -> Json {
    let (kind, inner) = tagged(value);
    let sorted = |form: fn(&str) -> String| {
        let mut texts: Vec<_> = members(inner).iter().filter_map(Json::as_str).map(form).collect();
        texts.sort();
        texts
    };
    match kind {
        "N" => json!({ "N": normal_number(inner.as_str().expect("a number is text")) }),
        "SS" => json!({ "SS": sorted(str::to_owned) }),
        "NS" => json!({ "NS": sorted(normal_number) }),
        "L" => json!({ "L": members(inner).iter().map(normal_value).collect::<Vec<_>>() }),
        "M" => json!({ "M": normal(inner) }),
        _ => value.clone(),
    }
}

/// A number as its significant digits and the power of ten of the last one.
fn normal_number(text: &str) -> String {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |text| ("-", text));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    let digits = all.trim_end_matches('0');
    let power =
        exponent.parse::<i64>().expect("an exponent") - fraction.len() as i64 + (all.len() - digits.len()) as i64;
    match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}e{power}"),
    }
}

/// A value without DynamoDB's types.
pub fn plain(value: &Json) -> Json {
    let (kind, inner) = tagged(value);
    match kind {
        "N" => serde_json::from_str(inner.as_str().expect("a number is text")).expect("a number"),
        "NULL" => Json::Null,
        "L" => members(inner).iter().map(plain).collect(),
        "M" => object(inner).iter().map(|(key, value)| (key.clone(), plain(value))).collect::<Object>().into(),
        _ => inner.clone(),
    }
}

fn tagged(value: &Json) -> (&str, &Json) {
    let (kind, inner) = object(value).iter().next().expect("a value has a type");
    (kind, inner)
}

/// The members of a list.
pub fn members(list: &Json) -> &[Json] {
    list.as_array().unwrap_or_else(|| panic!("not a list: {list}"))
}

/// The fields of an object.
pub fn object(json: &Json) -> &Object {
    json.as_object().unwrap_or_else(|| panic!("not an object: {json}"))
}
