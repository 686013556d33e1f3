//! Where a read begins, and how much it reads: cursors and limits.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    cursor::Cursor,
    error::{Error, Result},
    schema::{EntitySchema, IndexSchema, KeyKind, KeySide},
    value::{Item, is_same},
};

/// The limit of a page as DynamoDB takes it.
pub(super) fn page_limit(schema: &EntitySchema, limit: u32) -> Result<i32> {
    if limit == 0 { Err(Error::Limit { entity: schema.name }) } else { Ok(i32::try_from(limit).unwrap_or(i32::MAX)) }
}

/// Refuses to take no items.
pub(super) fn page_count(schema: &EntitySchema, count: usize) -> Result<()> {
    if count == 0 { Err(Error::Limit { entity: schema.name }) } else { Ok(()) }
}

/// The fields that a cursor holds.
pub(super) fn cursor_fields(schema: &'static EntitySchema, index: &'static IndexSchema) -> Vec<&'static str> {
    let mut fields: Vec<_> =
        schema.primary().fields(schema).chain(index.fields(schema)).map(|(field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The key to start after. It must be one of the index and the table and, if a partition is read, in that partition (that
/// of these values of the index's first fields) with a sort key that `is_ours`.
pub(super) fn start_key(
    cursor: &Cursor,
    schema: &'static EntitySchema,
    index: &'static IndexSchema,
    name: &'static str,
    partition: &[AttributeValue],
    is_ours: &dyn Fn(&str) -> bool,
) -> Result<Item> {
    let refuse = |reason| Error::Cursor { entity: schema.name, index: name, reason };
    let key = cursor.key().map_err(refuse)?;
    let fields = || schema.primary().fields(schema).chain(index.fields(schema));
    if !fields().all(|(field, _)| key.contains_key(field))
        || key.keys().any(|name| fields().all(|(field, _)| field != name))
    {
        return Err(refuse("it is of another index"));
    }
    let fits = |(field, kind)| match (key.get(field), kind) {
        (Some(AttributeValue::S(text)), KeyKind::Text) => !text.is_empty(),
        (Some(AttributeValue::N(_)), KeyKind::Number) => true,
        _ => false,
    };
    if !fields().all(fits) {
        return Err(refuse("it does not hold a key"));
    }
    if !partition.is_empty() {
        let ours = |sk: &KeySide| matches!(key.get(sk.field), Some(AttributeValue::S(text)) if is_ours(text));
        let sk = index.sk.as_ref().filter(|sk| !index.multi_attribute && sk.kind == KeyKind::Text);
        if !sk.is_none_or(ours) {
            return Err(refuse("it is of another entity"));
        }
        let mut values = partition.iter().zip(index.fields(schema));
        if !values.all(|(value, (field, _))| key.get(field).is_some_and(|other| is_same(value, other))) {
            return Err(refuse("it is of another partition"));
        }
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::types::AttributeValue;

    use crate::{Cursor, Entity, Error, value::Item};

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
