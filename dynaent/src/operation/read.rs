//! What reads and keyed writes share: keys as the SDK takes them, and pages of items.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    cursor::Cursor,
    entity::{Entity, decode},
    error::{Error, Result},
    key::{KeyPair, KeyRange},
    schema::{EntitySchema, IndexSchema},
    value::Item,
};

/// A complete primary key, as the SDK takes it.
pub(super) fn key_item(key: KeyPair) -> Result<Item> {
    let index = key.index;
    let (pk, sk) = key.finish()?;
    let mut item = Item::with_capacity(2);
    item.insert(index.pk.field.to_owned(), AttributeValue::S(pk));
    if let Some((side, sk)) = index.sk.as_ref().zip(sk) {
        item.insert(side.field.to_owned(), AttributeValue::S(sk));
    }
    Ok(item)
}

/// The entities among the items that were read, in order: those in the range, and not of another entity or version.
pub(super) fn entities<E: Entity>(items: Option<Vec<Item>>, range: Option<(&str, &KeyRange)>) -> Result<Vec<E>> {
    let asked_for = |item: &Item| {
        range
            .is_none_or(|(field, range)| matches!(item.get(field), Some(AttributeValue::S(key)) if range.contains(key)))
    };
    let items = items.unwrap_or_default();
    let mut entities = Vec::with_capacity(items.len());
    for item in items {
        if asked_for(&item) {
            entities.extend(decode(item)?);
        }
    }
    Ok(entities)
}

/// The limit of a page as DynamoDB takes it.
pub(super) fn page_limit(limit: u32) -> Result<i32> {
    if limit == 0 { Err(Error::Limit) } else { Ok(i32::try_from(limit).unwrap_or(i32::MAX)) }
}

/// The key to start after. It must be one of the index and the table and, for a query, of this entity and in the
/// partition `pk` that is read.
pub(super) fn start_key(
    cursor: &Cursor,
    schema: &'static EntitySchema,
    index: &'static IndexSchema,
    name: &'static str,
    pk: Option<&str>,
) -> Result<Item> {
    let refuse = |reason| Error::Cursor { entity: schema.name, index: name, reason };
    let key = cursor.key().map_err(refuse)?;
    let fields = || schema.primary().sides().chain(index.sides());
    if !fields().all(|side| key.contains_key(side.field))
        || !key.keys().all(|field| fields().any(|side| side.field == field))
    {
        return Err(refuse("it is of another index"));
    }
    let text = |field| key.get(field).and_then(|value| value.as_s().ok()).map_or("", String::as_str);
    if let Some(pk) = pk {
        if index.sk.as_ref().is_some_and(|sk| !text(sk.field).starts_with(sk.prefix)) {
            return Err(refuse("it is of another entity"));
        }
        if text(index.pk.field) != pk {
            return Err(refuse("it is of another partition"));
        }
    }
    Ok(key)
}
