//! Writing whole items, attribute by attribute.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{FieldWriter, fields::of_field};
use crate::{
    error::{AttributeError, AttributeProblem, Error, KeyError, Result},
    schema::{AttributeSchema, EntitySchema},
    value::{Codec, Item, MAX_ITEM_SIZE, ValueError, ValueProblem, is_too_deep, size_of},
};

/// Collects the attributes of an item that is to be written.
#[derive(Debug)]
pub struct ItemWriter {
    schema: &'static EntitySchema,
    item: Item,
    size: usize,
    /// What is left out because it is nothing: sets that are empty, and null.
    emptied: Vec<usize>,
    failed: Vec<AttributeError>,
    /// What cannot be in keys.
    refused: Vec<KeyError>,
}

impl ItemWriter {
    pub(crate) fn new(schema: &'static EntitySchema) -> Self {
        // Two identifiers, and at most two key fields for each index.
        let capacity = schema.attributes.len() + 2 * schema.indexes.len() + 2;
        let item = Item::with_capacity(capacity);
        Self { schema, item, size: 0, emptied: Vec::new(), failed: Vec::new(), refused: Vec::new() }
    }

    /// Writes an attribute. What its type reads where there is nothing is left out: an empty set, which DynamoDB has not,
    /// and null that means `None`.
    ///
    /// `field` is the attribute's, which derived code has as a literal: its length is known there, so that making a
    /// `String` of it is a few instructions. Hence the inlining, here and below.
    #[inline(always)]
    pub fn put<T>(&mut self, attribute: usize, field: &'static str, codec: impl Codec<T>, value: &T) {
        self.put_stored(attribute, field, codec, codec.store(value));
    }

    /// The same, moving the value.
    #[inline(always)]
    pub fn put_owned<T>(&mut self, attribute: usize, field: &'static str, codec: impl Codec<T>, value: T) {
        self.put_stored(attribute, field, codec, codec.store_owned(value));
    }

    #[inline(always)]
    fn put_stored<T>(
        &mut self,
        attribute: usize,
        field: &'static str,
        codec: impl Codec<T>,
        value: Result<AttributeValue, ValueError>,
    ) {
        match value {
            Ok(value) if value.is_null() && codec.absent().is_some() => self.emptied.push(attribute),
            Ok(value) => self.insert(attribute, field, value),
            Err(error) if error.is_empty_set() && codec.absent().is_some() => self.emptied.push(attribute),
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

    /// Sees to an attribute that is a key, and written as that, but checked as what it is.
    pub fn valid(&mut self, attribute: usize, value: Option<Result<AttributeValue, ValueError>>) {
        if let Some(Err(error)) = value {
            self.fail_with(attribute, error);
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
                errors.push(ValueError::from(ValueProblem::TooDeep).inside(&field));
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
        let error = if hidden { error.redacted() } else { error };
        for error in error.into_each() {
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

    /// What was left out because it is nothing.
    pub(crate) fn take_emptied(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.emptied)
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
