//! Whole items: written attribute by attribute, read in one pass.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Entity, FieldWriter};
use crate::{
    error::{AttributeError, AttributeProblem, Error, ItemError, ItemKey, KeyError, Result},
    schema::{AttributeSchema, ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    value::{Codec, Item, MAX_ITEM_SIZE, ValueError, ValueProblem, is_too_deep, size_of},
};

/// Collects the attributes of an item that is to be written.
#[derive(Debug)]
pub struct ItemWriter {
    schema: &'static EntitySchema,
    item: Item,
    size: usize,
    failed: Vec<AttributeError>,
    /// What cannot be in keys.
    refused: Vec<KeyError>,
}

impl ItemWriter {
    pub(crate) fn new(schema: &'static EntitySchema) -> Self {
        // Two identifiers, and at most two key fields for each index.
        let capacity = schema.attributes.len() + 2 * schema.indexes.len() + 2;
        Self { schema, item: Item::with_capacity(capacity), size: 0, failed: Vec::new(), refused: Vec::new() }
    }

    /// Writes an attribute. Null at the top means `None`, and is left out.
    ///
    /// `field` is the attribute's, which derived code has as a literal: its length is known there, so that making a
    /// `String` of it is a few instructions. Hence the inlining, here and below.
    #[inline(always)]
    pub fn put(&mut self, attribute: usize, field: &'static str, value: Result<AttributeValue, ValueError>) {
        match value {
            Ok(AttributeValue::Null(_)) => {}
            Ok(value) => self.insert(attribute, field, value),
            Err(error) => self.fail_with(attribute, error),
        }
    }

    /// Writes an optional attribute, or leaves it out. A value that is null, such as serde_json's, is stored as such: an
    /// update stores it too.
    #[inline(always)]
    pub fn put_optional(
        &mut self,
        attribute: usize,
        field: &'static str,
        value: Option<Result<AttributeValue, ValueError>>,
    ) {
        match value {
            Some(Ok(value)) => self.insert(attribute, field, value),
            Some(Err(error)) => self.fail_with(attribute, error),
            None => self.leave_out(attribute),
        }
    }

    /// Sees to a required attribute that is a key, and written as that.
    pub fn check(&mut self, attribute: usize, is_there: bool) {
        if !is_there {
            self.leave_out(attribute);
        }
    }

    pub(crate) fn put_field(&mut self, field: &'static str, value: AttributeValue) {
        self.size += field.len() + size_of(&value);
        self.item.insert(field.to_owned(), value);
    }

    /// Writes the fields of a document that is flattened into the item.
    pub(crate) fn flatten(&mut self, document: FieldWriter, known: &'static [AttributeSchema]) {
        let (fields, mut errors) = document.into_parts();
        for (field, value) in fields {
            if is_too_deep(&value, 0) {
                errors.push(ValueError::from(ValueProblem::TooDeep).at_key(&field));
                continue;
            }
            self.size += field.len() + size_of(&value);
            self.item.insert(field, value);
        }
        for error in errors.into_iter().flat_map(ValueError::into_each) {
            self.failed.push(of_field(known, error));
        }
    }

    #[inline]
    fn insert(&mut self, attribute: usize, field: &'static str, value: AttributeValue) {
        if is_too_deep(&value, 0) {
            return self.fail_with(attribute, ValueProblem::TooDeep.into());
        }
        self.put_field(field, value);
    }

    #[cold]
    fn fail_with(&mut self, attribute: usize, error: ValueError) {
        let hidden = self.schema.attributes[attribute].hidden;
        for error in error.into_each() {
            let error = if hidden { error.redacted() } else { error };
            self.fail(attribute, AttributeProblem::Value(error));
        }
    }

    fn leave_out(&mut self, attribute: usize) {
        if self.schema.attributes[attribute].required {
            self.fail(attribute, AttributeProblem::Missing);
        }
    }

    #[cold]
    fn fail(&mut self, attribute: usize, problem: AttributeProblem) {
        self.failed.push(AttributeError { attribute: self.schema.attributes[attribute].name, problem });
    }

    /// Keeps why an attribute cannot be in a key, to be told with all else that is wrong.
    #[cold]
    pub(crate) fn refuse(&mut self, error: KeyError) {
        if self.refused.iter().all(|known| known.attribute != error.attribute) {
            self.refused.push(error);
        }
    }

    /// The attributes, however large they are.
    pub(crate) fn attributes(self) -> Result<Item> {
        if self.failed.is_empty() && self.refused.is_empty() { Ok(self.item) } else { Err(self.into_error()) }
    }

    #[cold]
    fn into_error(mut self) -> Error {
        if self.failed.is_empty()
            && self.refused.len() == 1
            && let Some(error) = self.refused.pop()
        {
            return error.into();
        }
        let mut failed = self.failed;
        failed.extend(self.refused.into_iter().map(|error| AttributeError {
            attribute: error.attribute.unwrap_or("the key"),
            problem: AttributeProblem::Key(Box::new(error)),
        }));
        Error::Attributes { entity: self.schema.name, failed }
    }

    /// The attributes of an item that may have been read, and then lacks what is hidden.
    pub(crate) fn attributes_as_read(mut self) -> Result<Item> {
        let schema = self.schema;
        let hidden = |name| schema.attributes.iter().any(|attribute| attribute.hidden && attribute.name == name);
        self.failed.retain(|error| !(matches!(error.problem, AttributeProblem::Missing) && hidden(error.attribute)));
        self.attributes()
    }

    /// The attributes that can be stored, to be shown.
    pub(crate) fn whatever_there_is(self) -> Item {
        self.item
    }

    /// The item and its size, checked against DynamoDB's limit.
    pub(crate) fn finish(self) -> Result<(Item, usize)> {
        let (entity, size) = (self.schema.name, self.size);
        let item = self.attributes()?;
        if size > MAX_ITEM_SIZE {
            return Err(Error::TooLarge { entity, size, limit: MAX_ITEM_SIZE });
        }
        Ok((item, size))
    }
}

/// Reads the attributes of an item, and keeps what the model does not name but the answer needs.
#[derive(Debug)]
pub struct ItemReader {
    schema: &'static EntitySchema,
    entity: Option<AttributeValue>,
    version: Option<AttributeValue>,
    pk: Option<AttributeValue>,
    sk: Option<AttributeValue>,
    failed: Option<AttributeError>,
}

impl ItemReader {
    const fn new(schema: &'static EntitySchema) -> Self {
        Self { schema, entity: None, version: None, pk: None, sk: None, failed: None }
    }

    /// Reads an attribute that is there.
    pub fn read<T>(&mut self, attribute: usize, slot: &mut Option<T>, value: AttributeValue, codec: impl Codec<T>) {
        match codec.decode(value) {
            Ok(value) => *slot = Some(value),
            Err(error) => self.fail(attribute, AttributeProblem::Value(error)),
        }
    }

    /// Reads an attribute that is a key: the key is `prefix`, the value and `postfix`.
    pub fn read_key<T>(
        &mut self,
        attribute: usize,
        slot: &mut Option<T>,
        value: AttributeValue,
        codec: impl Codec<T>,
        [prefix, postfix]: [&str; 2],
    ) {
        self.other(self.schema.attributes[attribute].field, value.clone());
        let bare = |text: &str| text.strip_prefix(prefix)?.strip_suffix(postfix).map(str::to_owned);
        match value {
            AttributeValue::S(text) if !(prefix.is_empty() && postfix.is_empty()) => match bare(&text) {
                Some(text) => self.read(attribute, slot, AttributeValue::S(text), codec),
                None => {
                    let error = ValueError::expected("the text of its key", &AttributeValue::S(text));
                    self.fail(attribute, AttributeProblem::Value(error));
                }
            },
            value => self.read(attribute, slot, value, codec),
        }
    }

    /// Reads an optional attribute that is there; null is none.
    pub fn read_optional<T>(
        &mut self,
        attribute: usize,
        slot: &mut Option<T>,
        value: AttributeValue,
        codec: impl Codec<T>,
    ) {
        if !value.is_null() {
            self.read(attribute, slot, value, codec);
        }
    }

    /// Sees to an attribute that the item must have: where it does not, its type may say what that means.
    pub fn required<T>(&mut self, attribute: usize, slot: &mut Option<T>, codec: impl Codec<T>) {
        if slot.is_none() {
            *slot = codec.absent();
            if slot.is_none() {
                self.fail(attribute, AttributeProblem::Missing);
            }
        }
    }

    /// Takes note of a stored value that is no attribute of the model: identifiers and the table's key.
    pub fn other(&mut self, name: &str, value: AttributeValue) {
        let primary = self.schema.primary();
        let slot = match name {
            ENTITY_FIELD => &mut self.entity,
            VERSION_FIELD => &mut self.version,
            _ if name == primary.pk.field => &mut self.pk,
            _ if primary.sk.is_some_and(|sk| name == sk.field) => &mut self.sk,
            _ => return,
        };
        *slot = Some(value);
    }

    /// As [`other`](Self::other), where a flattened document may have it: that takes it out of the rest.
    pub fn other_or_rest(&mut self, name: String, value: AttributeValue, rest: &mut Item) {
        rest.insert(name.clone(), value.clone());
        self.other(&name, value);
    }

    /// Reads a document that is flattened into the item: what was read of the rest.
    pub(crate) fn flattened<D>(
        &mut self,
        slot: &mut Option<D>,
        read: Result<D, ValueError>,
        known: &'static [AttributeSchema],
    ) {
        match read {
            Ok(document) => *slot = Some(document),
            Err(error) => drop(self.failed.get_or_insert(of_field(known, error))),
        }
    }

    /// Whether the item is of this entity and version.
    fn owned(&self) -> bool {
        let is = |value: &Option<AttributeValue>, name| matches!(value, Some(AttributeValue::S(text)) if text == name);
        is(&self.entity, self.schema.name) && is(&self.version, self.schema.version)
    }

    /// The first failure counts: one that follows from it would hide it.
    #[cold]
    fn fail(&mut self, attribute: usize, problem: AttributeProblem) {
        let attribute = self.schema.attributes[attribute].name;
        self.failed.get_or_insert(AttributeError { attribute, problem });
    }

    fn into_error(self) -> Error {
        let key = ItemKey::new(self.schema.primary(), self.pk.as_ref(), self.sk.as_ref());
        Error::Item(Box::new(ItemError { entity: self.schema.name, key, failed: self.failed }))
    }
}

/// What is wrong with a field of a flattened document, as an attribute.
fn of_field(known: &'static [AttributeSchema], error: ValueError) -> AttributeError {
    let name = error.path().split(['.', '[']).next().unwrap_or_default();
    let attribute = known.iter().map(|field| field.field).find(|field| *field == name).unwrap_or_default();
    AttributeError { attribute, problem: AttributeProblem::Value(error.without(attribute)) }
}

/// Reads an item as `E`; `None` if it is of another entity or version. The benchmarks call it too.
pub fn decode<E: Entity>(item: Item) -> Result<Option<E>> {
    let mut reader = ItemReader::new(E::SCHEMA);
    let entity = E::read_item(item, &mut reader);
    match entity {
        _ if !reader.owned() => Ok(None),
        Some(entity) if reader.failed.is_none() => Ok(Some(entity)),
        _ => Err(reader.into_error()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(dynaent::Entity)]
    #[entity(service = "cfg", name = "Setting", version = "1")]
    #[index(primary, pk = [name], sk = [])]
    struct Setting {
        name: String,
        value: Option<serde_json::Value>,
        other: Option<String>,
    }

    #[test]
    fn a_null_that_is_given_is_stored() {
        let put = Setting::put().name("theme").value(serde_json::Value::Null).other(None::<String>);
        let item = put.request("app").unwrap().item.unwrap();
        assert_eq!(item.get("value"), Some(&AttributeValue::Null(true)));
        assert_eq!(item.get("other"), None);
    }
}
