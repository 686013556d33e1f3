//! The partition key and the sort key of an index, while their composites arrive in order.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{KeyText, PartOf, Selection, compose::refused};
use crate::{
    error::{Error, KeyProblem, Result},
    schema::{EntitySchema, IndexSchema, KeyComposite, KeySide},
    value::Item,
};

/// A key of an index, as far as it is given. The first error is kept until the request is built.
pub(crate) struct KeyPair {
    pub(crate) schema: &'static EntitySchema,
    pub(crate) index: &'static IndexSchema,
    pk: KeyText,
    sk: Option<KeyText>,
    failed: Option<Box<Error>>,
}

impl fmt::Debug for KeyPair {
    /// As far as it is given.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct(self.index.pattern);
        for (side, text) in self.index.sides().zip(std::iter::once(&self.pk).chain(&self.sk)) {
            debug.field(side.field, &text.as_str());
        }
        if let Some(failed) = &self.failed {
            debug.field("failed", failed);
        }
        debug.finish()
    }
}

impl KeyPair {
    pub(crate) fn new(schema: &'static EntitySchema, index: &'static IndexSchema) -> Self {
        Self { schema, index, pk: KeyText::start(&index.pk), sk: index.sk.as_ref().map(KeyText::start), failed: None }
    }

    /// Takes the next composite, and tells which it was.
    pub(crate) fn give<T>(&mut self, value: &impl PartOf<T>) -> Option<&'static KeyComposite> {
        self.push(|composite, key| if composite.sortable { value.write_sortable(key) } else { value.write_key(key) })
    }

    /// Takes the next composite, whose value `write` appends, and tells which it was.
    #[inline]
    pub(crate) fn push(&mut self, write: impl FnOnce(&KeyComposite, &mut String)) -> Option<&'static KeyComposite> {
        let (text, side) = if self.pk.given() < self.index.pk.composites.len() {
            (&mut self.pk, &self.index.pk)
        } else {
            (self.sk.as_mut()?, self.index.sk.as_ref()?)
        };
        let composite = side.composites.get(text.given())?;
        if let Err(problem) = text.push(side, |key| write(composite, key)) {
            self.refuse(composite.attribute, problem);
        }
        Some(composite)
    }

    /// Keeps what is wrong with the value of an attribute.
    pub(crate) fn refuse(&mut self, attribute: usize, problem: KeyProblem) {
        self.fail(refused(self.schema, self.index, attribute, problem));
    }

    pub(crate) fn fail(&mut self, error: Error) {
        self.failed.get_or_insert_with(|| Box::new(error));
    }

    /// The first error, if there is one.
    pub(crate) fn checked(&mut self) -> Result<()> {
        self.failed.take().map_or(Ok(()), |error| Err(*error))
    }

    /// The sort key's side and what is given of it, taken out: the key ends here.
    pub(crate) fn take_sort_key(&mut self) -> Option<(&'static KeySide, KeyText)> {
        Some((self.index.sk.as_ref()?, self.sk.take()?))
    }

    /// The composite that was given last, if any was.
    pub(crate) fn last_given(&self) -> Option<&'static KeyComposite> {
        let given = |side: &'static KeySide, text: &KeyText| side.composites.get(text.given().checked_sub(1)?);
        let sk = self.index.sk.as_ref().zip(self.sk.as_ref()).and_then(|(side, text)| given(side, text));
        sk.or_else(|| given(&self.index.pk, &self.pk))
    }

    /// Whether all composites are given.
    pub(crate) fn is_whole(&self) -> bool {
        self.pk.given() == self.index.pk.composites.len()
            && self
                .index
                .sk
                .as_ref()
                .is_none_or(|side| self.sk.as_ref().is_some_and(|sk| sk.given() == side.composites.len()))
    }

    /// The partition key.
    pub(crate) fn partition_key(&mut self) -> Result<AttributeValue> {
        self.checked()?;
        std::mem::take(&mut self.pk).finish(self.schema, self.index, &self.index.pk)
    }

    /// What is read of the sort keys of another entity, whose keys are as these up to what is given.
    pub(crate) fn sort_key_of(
        &self,
        schema: &EntitySchema,
        index: &IndexSchema,
        side: &KeySide,
    ) -> Result<Option<Selection>> {
        let Some((sk, own)) = self.sk.as_ref().zip(self.index.sk.as_ref()) else { return Ok(None) };
        let whole = sk.given() == side.composites.len();
        Ok(match sk.moved(own, side).prefix(schema, index, side)? {
            AttributeValue::S(key) if whole => Some(Selection::Key(key)),
            AttributeValue::S(text) => Some(Selection::Beginning(text)),
            _ => None,
        })
    }

    /// A complete key, as the SDK takes it.
    pub(crate) fn item(&mut self) -> Result<Item> {
        let mut item = Item::with_capacity(2);
        item.insert(self.index.pk.field.to_owned(), self.partition_key()?);
        if let Some((side, sk)) = self.index.sk.as_ref().zip(self.sort_key()?) {
            item.insert(side.field.to_owned(), sk);
        }
        Ok(item)
    }

    /// The sort key: all of it, or what the keys share that begin with the composites given.
    pub(crate) fn sort_key(&mut self) -> Result<Option<AttributeValue>> {
        let sk =
            self.sk.take().zip(self.index.sk.as_ref()).map(|(text, side)| text.prefix(self.schema, self.index, side));
        sk.transpose()
    }
}
