//! What reads and keyed writes share: keys as the SDK takes them, and pages of items.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    cursor::Cursor,
    entity::{Entity, decode},
    error::{Error, Result},
    key::{KeyPair, KeyRange},
    schema::{EntitySchema, IndexSchema, KeySide},
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
pub(super) fn page_limit(schema: &EntitySchema, limit: u32) -> Result<i32> {
    if limit == 0 { Err(Error::Limit { entity: schema.name }) } else { Ok(i32::try_from(limit).unwrap_or(i32::MAX)) }
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
    let text = |field: &str| key.get(field).and_then(|value| value.as_s().ok()).map_or("", String::as_str);
    // Every key field is text, and none is empty.
    if key.keys().any(|field| text(field).is_empty()) {
        return Err(refuse("it does not hold a key"));
    }
    if let Some(pk) = pk {
        if index.sk.as_ref().is_some_and(|sk| !begins_as_ours(text(sk.field), sk)) {
            return Err(refuse("it is of another entity"));
        }
        if text(index.pk.field) != pk {
            return Err(refuse("it is of another partition"));
        }
    }
    Ok(key)
}

/// Whether a sort key is one of the side's. Its prefix alone does not tell: that of version 1 begins version 10's too.
fn begins_as_ours(key: &str, side: &KeySide) -> bool {
    let follows = |rest: &str| match side.composites.first() {
        Some(first) => rest.starts_with(first.label),
        None => rest == side.postfix,
    };
    key.strip_prefix(side.prefix).is_some_and(follows)
}

#[cfg(test)]
mod tests {
    use crate::{Cursor, Entity, Error, value::Item};
    use aws_sdk_dynamodb::types::AttributeValue;

    #[derive(Entity)]
    #[entity(service = "app", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_author, gsi = "gsi1", pk = [author], sk = [id])]
    struct Note {
        id: String,
        author: String,
    }

    /// A cursor at note `n` of author `a`, of some version.
    fn cursor(version: &str, index: &[&str]) -> Cursor {
        let key = [
            ("pk", "$app#id_n".to_owned()),
            ("sk", format!("$note_{version}")),
            ("gsi1pk", "$app#author_a".to_owned()),
            ("gsi1sk", format!("$note_{version}#id_n")),
        ];
        let key = key.into_iter().filter(|(field, _)| index.contains(field));
        Cursor::of(&key.map(|(field, text)| (field.to_owned(), AttributeValue::S(text))).collect::<Item>()).unwrap()
    }

    #[test]
    fn a_cursor_of_another_version_is_refused() {
        let (primary, global) = (["pk", "sk"].as_slice(), ["pk", "sk", "gsi1pk", "gsi1sk"].as_slice());
        let by_id = |version| Note::query().primary().id("n").after(cursor(version, primary)).request("app");
        let by_author = |version| Note::query().by_author().author("a").after(cursor(version, global)).request("app");
        assert!(by_id("1").is_ok() && by_author("1").is_ok());
        // The prefix of the first is a prefix of the second.
        assert!(matches!(by_id("10"), Err(Error::Cursor { reason: "it is of another entity", .. })));
        assert!(matches!(by_author("10"), Err(Error::Cursor { reason: "it is of another entity", .. })));
    }
}
