//! Reading whole items, in one pass.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Entity, fields::of_field};
use crate::{
    error::{AttributeError, AttributeProblem, Error, ItemError, ItemKey, Result},
    schema::{AttributeSchema, ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    value::{Codec, Item, ValueError},
};

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

    /// Whether the item is of this entity and version, and of its service, which only the key names.
    fn owned(&self) -> bool {
        let is = |value: &Option<AttributeValue>, name| matches!(value, Some(AttributeValue::S(text)) if text == name);
        is(&self.entity, self.schema.name)
            && is(&self.version, self.schema.version)
            && self.schema.may_have_key(self.pk.as_ref())
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
