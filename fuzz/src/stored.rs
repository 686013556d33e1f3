//! Stored values of any kind.

use std::collections::BTreeMap;

use arbitrary::{Arbitrary, Unstructured};
use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{Item, Text};

/// A stored value, also one that DynamoDB would never return: an empty set, a number that is none.
#[derive(Debug, Clone, Arbitrary)]
pub enum Stored {
    S(Text),
    N(Number),
    Bool(bool),
    Null(bool),
    B(Vec<u8>),
    L(Vec<Stored>),
    M(Fields),
    Ss(Vec<Text>),
    Ns(Vec<Number>),
    Bs(Vec<Vec<u8>>),
}

/// A number, in one of the texts that it can have.
#[derive(Debug, Clone, Arbitrary)]
pub enum Number {
    Small(i8),
    Signed(i64),
    Unsigned(u64),
    Wide(i128),
    Float(f64),
    Exponent(i64, i8),
    Fraction(i64, u64),
    Zeros(u8),
    Any(Text),
}

impl Number {
    fn text(&self) -> String {
        match self {
            Self::Small(number) => number.to_string(),
            Self::Signed(number) => number.to_string(),
            Self::Unsigned(number) => number.to_string(),
            Self::Wide(number) => number.to_string(),
            Self::Float(number) => format!("{number:e}"),
            Self::Exponent(number, power) => format!("{number}E{power:+}"),
            Self::Fraction(whole, fraction) => format!("{whole}.{fraction}"),
            Self::Zeros(count) => format!("1{:0<width$}", "", width = usize::from(*count)),
            Self::Any(text) => text.0.clone(),
        }
    }
}

/// Fields of an item or of a map, by the names that the models have.
#[derive(Debug, Clone)]
pub struct Fields(pub Vec<(String, Stored)>);

/// The names of the models' attributes and key fields.
const NAMES: &[&str] = &[
    "__edb_e__",
    "__edb_v__",
    "pk",
    "sk",
    "gsi1pk",
    "gsi1sk",
    "id",
    "name",
    "count",
    "big",
    "ratio",
    "exact",
    "flag",
    "letter",
    "bytes",
    "blob",
    "list",
    "map",
    "tags",
    "levels",
    "keys",
    "address",
    "former",
    "city",
    "zip",
    "country",
    "lines",
    "note",
    "checked",
    "created",
    "updated",
    "revision",
    "expires",
    "day",
    "at",
    "local",
    "instant",
    "ulid",
    "uuid",
    "price",
    "stage",
    "shape",
    "secret",
    "commentID",
    "wrapped",
    "by",
    "reason",
    "slug",
    "json",
    "Circle",
    "Square",
    "Point",
    "side",
    "radius",
    "title",
    "at_ms",
];

impl<'a> Arbitrary<'a> for Fields {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let mut fields = Vec::new();
        for _ in 0..u.int_in_range(0..=5)? {
            let name = if u.ratio(1, 16)? { u.arbitrary::<Text>()?.0 } else { (*u.choose(NAMES)?).to_owned() };
            fields.push((name, u.arbitrary()?));
        }
        Ok(Self(fields))
    }
}

impl From<Fields> for Item {
    fn from(fields: Fields) -> Self {
        fields.0.into_iter().map(|(name, value)| (name, value.into())).collect()
    }
}

impl From<Stored> for AttributeValue {
    fn from(value: Stored) -> Self {
        match value {
            Stored::S(text) => Self::S(text.0),
            Stored::N(number) => Self::N(number.text()),
            Stored::Bool(value) => Self::Bool(value),
            Stored::Null(value) => Self::Null(value),
            Stored::B(bytes) => Self::B(Blob::new(bytes)),
            Stored::L(list) => Self::L(list.into_iter().map(Self::from).collect()),
            Stored::M(fields) => Self::M(fields.into()),
            Stored::Ss(texts) => Self::Ss(texts.into_iter().map(|text| text.0).collect()),
            Stored::Ns(numbers) => Self::Ns(numbers.iter().map(Number::text).collect()),
            Stored::Bs(blobs) => Self::Bs(blobs.into_iter().map(Blob::new).collect()),
        }
    }
}

/// An item in DynamoDB's JSON.
pub fn json(item: &Item) -> Value {
    let fields: BTreeMap<_, _> = item.iter().map(|(name, value)| (name, value_json(value))).collect();
    json!(fields)
}

fn value_json(value: &AttributeValue) -> Value {
    let base64 = |blob: &Blob| STANDARD.encode(blob);
    match value {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::Bool(value) => json!({ "BOOL": value }),
        AttributeValue::Null(value) => json!({ "NULL": value }),
        AttributeValue::B(blob) => json!({ "B": base64(blob) }),
        AttributeValue::L(list) => json!({ "L": list.iter().map(value_json).collect::<Vec<_>>() }),
        AttributeValue::M(fields) => json!({ "M": json(fields) }),
        AttributeValue::Ss(texts) => json!({ "SS": texts }),
        AttributeValue::Ns(numbers) => json!({ "NS": numbers }),
        AttributeValue::Bs(blobs) => json!({ "BS": blobs.iter().map(base64).collect::<Vec<_>>() }),
        other => unreachable!("{other:?} is not made here"),
    }
}
