//! Entities with attributes of every kind, and a service of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use arbitrary::{Arbitrary, Unstructured};
use dynaent::{Document, Entity, Error, Expiry, JsNumber, KeyPart, Service};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ulid::Ulid;
use uuid::Uuid;

use crate::{Item, Text, values};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "fuzz", name = "Everything", version = "1")]
#[index(primary, pk = [id], sk = [name])]
#[index(by_stage, gsi = "gsi1", pk = [stage], sk = [count, at])]
#[index(by_slug, gsi = "gsi2", pk(field = "slug", template = "S-${slug}"), sk = [])]
#[index(by_flag, gsi = "gsi3", pk(composite = [flag], cast = "number"), sk(template = "${big}"))]
pub struct Everything {
    pub id: String,
    pub name: String,
    #[attr(sortable)]
    pub count: i32,
    pub big: u64,
    pub wide: Option<i128>,
    pub ratio: f64,
    pub single: Option<f32>,
    pub exact: Option<Decimal>,
    pub price: Option<JsNumber>,
    pub flag: bool,
    pub letter: char,
    pub bytes: Vec<u8>,
    pub list: Vec<Option<i16>>,
    pub map: BTreeMap<String, Vec<String>>,
    pub tags: Option<BTreeSet<String>>,
    pub levels: BTreeSet<i64>,
    pub keys: Option<HashSet<Vec<u8>>>,
    pub address: Address,
    pub former: Vec<Address>,
    #[attr(flatten)]
    pub audit: Audit,
    #[attr(rename = "commentID")]
    pub note: Option<String>,
    pub slug: Option<String>,
    #[attr(created_at)]
    pub created: u64,
    #[attr(updated_at)]
    pub updated: jiff::Timestamp,
    #[attr(version)]
    pub revision: u32,
    #[attr(ttl)]
    pub expires: Option<Expiry>,
    pub day: Option<chrono::NaiveDate>,
    #[attr(sortable)]
    pub at: jiff::Timestamp,
    pub local: Option<chrono::NaiveDateTime>,
    pub instant: Option<time::OffsetDateTime>,
    pub ulid: Ulid,
    pub uuid: Option<Uuid>,
    pub stage: Option<Stage>,
    pub shape: Option<Shape>,
    #[attr(hidden)]
    pub secret: Option<String>,
    #[attr(with = minutes)]
    pub wrapped: u32,
    #[attr(default = 7_u8)]
    pub level: u8,
    #[attr(watch = [note], on_read = length)]
    pub length: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Document)]
pub struct Address {
    pub city: String,
    #[attr(rename = "zip")]
    pub post_code: Option<u32>,
    pub lines: Vec<String>,
    #[attr(default = "DE")]
    pub country: String,
    #[attr(hidden)]
    pub checked: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Document)]
pub struct Audit {
    pub by: String,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, KeyPart, Arbitrary)]
#[key_part(rename_all = "snake_case")]
pub enum Stage {
    Draft,
    InReview,
}

/// Stored by serde.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Arbitrary)]
pub enum Shape {
    Point,
    Circle { radius: u32 },
    Square(i64),
}

fn length(note: Option<&String>) -> Option<usize> {
    note.map(String::len)
}

/// Minutes, stored as text.
mod minutes {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::{Value, ValueError};

    pub fn to_attribute(minutes: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(format!("{}h{}", minutes / 60, minutes % 60)))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<u32, ValueError> {
        let text = String::from_attribute(value)?;
        let (hours, minutes) = text.split_once('h').ok_or_else(|| ValueError::other("it is no time"))?;
        let [hours, minutes] = [hours, minutes].map(|number| number.parse::<u32>().ok());
        let all = hours.zip(minutes).and_then(|(hours, minutes)| hours.checked_mul(60)?.checked_add(minutes));
        all.ok_or_else(|| ValueError::other("it is no time"))
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "fuzz", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Note {
    pub id: String,
    pub title: String,
    pub count: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Service)]
#[expect(clippy::large_enum_variant, reason = "as a service of real entities")]
pub enum Shop {
    Everything(Everything),
    Note(Note),
}

impl<'a> Arbitrary<'a> for Address {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self {
            city: text(u)?,
            post_code: u.arbitrary()?,
            lines: texts(u)?,
            country: text(u)?,
            checked: u.arbitrary()?,
        })
    }
}

impl<'a> Arbitrary<'a> for Everything {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self {
            id: text(u)?,
            name: text(u)?,
            count: u.arbitrary()?,
            big: u.arbitrary()?,
            wide: u.arbitrary()?,
            ratio: u.arbitrary()?,
            single: u.arbitrary()?,
            exact: optional(u, values::decimal)?,
            price: optional(u, values::js_number)?,
            flag: u.arbitrary()?,
            letter: u.arbitrary()?,
            bytes: u.arbitrary()?,
            list: u.arbitrary()?,
            map: u.arbitrary()?,
            tags: optional(u, |u| Ok(texts(u)?.into_iter().collect()))?,
            levels: u.arbitrary()?,
            keys: u.arbitrary()?,
            address: u.arbitrary()?,
            former: u.arbitrary()?,
            audit: Audit { by: text(u)?, reason: optional(u, text)? },
            note: optional(u, text)?,
            slug: optional(u, text)?,
            created: u.arbitrary()?,
            updated: values::timestamp(u)?,
            revision: u.arbitrary()?,
            expires: u.arbitrary::<Option<i64>>()?.map(Expiry::at),
            day: optional(u, |u| Ok(values::chrono(u)?.date()))?,
            at: values::timestamp(u)?,
            local: optional(u, values::chrono)?,
            instant: optional(u, values::time)?,
            ulid: Ulid(u.arbitrary()?),
            uuid: u.arbitrary::<Option<u128>>()?.map(Uuid::from_u128),
            stage: u.arbitrary()?,
            shape: u.arbitrary()?,
            secret: optional(u, text)?,
            wrapped: u.arbitrary()?,
            level: u.arbitrary()?,
            length: None,
        })
    }
}

impl<'a> Arbitrary<'a> for Note {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self { id: text(u)?, title: text(u)?, count: u.arbitrary()? })
    }
}

impl<'a> Arbitrary<'a> for Shop {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        if u.ratio(1, 8)? { u.arbitrary().map(Self::Note) } else { u.arbitrary().map(Self::Everything) }
    }
}

impl Shop {
    /// The item that is written, or `None` if the library refuses to.
    pub fn written(self) -> Option<Item> {
        let put = match self {
            Self::Everything(everything) => Everything::put().item(everything).request("t"),
            Self::Note(note) => Note::put().item(note).request("t"),
        };
        match put {
            Ok(put) => put.item,
            Err(Error::Key(_) | Error::Attributes { .. } | Error::TooLarge { .. }) => None,
            Err(error) => panic!("{error:?}"),
        }
    }

    /// As it is read after it was written: without what is hidden, and with what is computed. What is stamped by each
    /// write is left out.
    #[must_use]
    pub fn as_read(mut self) -> Self {
        if let Self::Everything(everything) = &mut self {
            everything.secret = None;
            everything.length = length(everything.note.as_ref());
            everything.updated = jiff::Timestamp::UNIX_EPOCH;
            everything.revision = 0;
            for address in std::iter::once(&mut everything.address).chain(&mut everything.former) {
                address.checked = None;
            }
        }
        self
    }
}

fn text(u: &mut Unstructured<'_>) -> arbitrary::Result<String> {
    Ok(u.arbitrary::<Text>()?.0)
}

fn texts(u: &mut Unstructured<'_>) -> arbitrary::Result<Vec<String>> {
    Ok(u.arbitrary::<Vec<Text>>()?.into_iter().map(|text| text.0).collect())
}

fn optional<'a, T>(
    u: &mut Unstructured<'a>,
    value: impl FnOnce(&mut Unstructured<'a>) -> arbitrary::Result<T>,
) -> arbitrary::Result<Option<T>> {
    if u.arbitrary()? { value(u).map(Some) } else { Ok(None) }
}
