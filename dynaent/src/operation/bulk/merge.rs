//! What becomes of a stored item: what the new model says of it, and all that neither model knows.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    schema::{AttributeSchema, EntitySchema},
    value::{Item, is_same},
};

/// A stored item that is to be another.
pub(super) struct Merged {
    /// The item as it is to be.
    pub(super) item: Item,
    /// The fields that are to have another value.
    pub(super) changed: Vec<String>,
    /// The fields that are to go.
    pub(super) removed: Vec<String>,
}

/// The stored item as the new model has it. `read` is what the old model would store of what it has read: all it knows.
pub(super) fn merge(
    stored: &Item,
    read: &Item,
    new: Item,
    from: &'static EntitySchema,
    to: &'static EntitySchema,
) -> Merged {
    let goes = |field: &&String| !new.contains_key(*field) && is_gone(field, from, to);
    let removed: Vec<String> = stored.keys().filter(goes).cloned().collect();
    let mut merged = Merged { item: stored.clone(), changed: Vec::new(), removed };
    for field in &merged.removed {
        merged.item.remove(field);
    }
    for (field, value) in new {
        let value = merged_value(stored.get(&field), read.get(&field), value);
        if stored.get(&field).is_none_or(|stored| !is_same(stored, &value)) {
            merged.item.insert(field.clone(), value);
            merged.changed.push(field);
        }
    }
    // The same item leads to the same request.
    merged.changed.sort_unstable();
    merged.removed.sort_unstable();
    merged
}

/// Whether a stored field that the new item lacks is to go: it is one of the old model, or a key of the new one. Nobody has
/// read what is hidden.
fn is_gone(field: &str, from: &'static EntitySchema, to: &'static EntitySchema) -> bool {
    let is_hidden = |schema| fields(schema).any(|attribute| attribute.field == field && attribute.hidden);
    let is_key = |schema| index_fields(schema).any(|key| key == field);
    let is_read = fields(from).any(|attribute| attribute.field == field);
    !is_hidden(from) && !is_hidden(to) && (is_read || is_key(from) || is_key(to))
}

/// The stored attributes of a model.
pub(super) fn fields(schema: &'static EntitySchema) -> impl Iterator<Item = &'static AttributeSchema> {
    let all = schema.attributes.iter().flat_map(|attribute| std::iter::once(attribute).chain(attribute.flattened));
    // What is computed when it is read is in no field, nor is a flattened document as a whole.
    all.filter(|attribute| !attribute.field.is_empty())
}

/// The key fields of a model's secondary indexes.
fn index_fields(schema: &'static EntitySchema) -> impl Iterator<Item = &'static str> {
    let indexes = schema.indexes.iter().skip(1).filter(|index| !index.multi_attribute);
    let fields = indexes.flat_map(|index| index.sides()).map(|side| side.field);
    fields.filter(|field| schema.primary().sides().all(|side| side.field != *field))
}

/// A new value, with what is stored beside that which was read. Inside lists, elements keep what is stored with them as
/// long as there are as many.
fn merged_value(stored: Option<&AttributeValue>, read: Option<&AttributeValue>, new: AttributeValue) -> AttributeValue {
    use AttributeValue::{L, M};
    match (stored, read, new) {
        (Some(M(stored)), Some(M(read)), M(new)) => {
            let merge = |(key, value): (String, _)| {
                let value = merged_value(stored.get(&key), read.get(&key), value);
                (key, value)
            };
            let mut merged: Item = new.into_iter().map(merge).collect();
            for (key, value) in stored.iter().filter(|(key, _)| !read.contains_key(*key)) {
                merged.entry(key.clone()).or_insert_with(|| value.clone());
            }
            M(merged)
        }
        (Some(L(stored)), Some(L(read)), L(new)) if stored.len() == read.len() && read.len() == new.len() => {
            let merge = |(position, value): (usize, AttributeValue)| {
                // One that was moved takes along what is its own.
                let was = |at: usize| read.get(at).is_some_and(|read| is_same(read, &value));
                let at = if was(position) { position } else { (0..read.len()).find(|at| was(*at)).unwrap_or(position) };
                merged_value(stored.get(at), read.get(at), value)
            };
            L(new.into_iter().enumerate().map(merge).collect())
        }
        (_, _, new) => new,
    }
}
