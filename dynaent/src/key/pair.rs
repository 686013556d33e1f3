//! The partition key and the sort key of an index, while their composites arrive in order.

use super::{KeyText, PartOf, compose::refused};
use crate::{
    error::{Error, Result},
    schema::{EntitySchema, IndexSchema, KeySide},
};

/// A key of an index, as far as it is given. The first error is kept until the request is built.
#[derive(Debug)]
pub(crate) struct KeyPair {
    pub(crate) schema: &'static EntitySchema,
    pub(crate) index: &'static IndexSchema,
    pk: KeyText,
    sk: Option<KeyText>,
    failed: Option<Box<Error>>,
}

impl KeyPair {
    pub(crate) fn new(schema: &'static EntitySchema, index: &'static IndexSchema) -> Self {
        Self { schema, index, pk: KeyText::start(&index.pk), sk: index.sk.as_ref().map(KeyText::start), failed: None }
    }

    /// Takes the next composite; gives its attribute.
    pub(crate) fn give<T>(&mut self, value: &impl PartOf<T>) -> Option<usize> {
        let (text, side) = if self.pk.given() < self.index.pk.composites.len() {
            (&mut self.pk, &self.index.pk)
        } else {
            (self.sk.as_mut()?, self.index.sk.as_ref()?)
        };
        let attribute = side.composites.get(text.given())?.attribute;
        if let Err(problem) = text.push(side, |key| value.write_key(key)) {
            self.fail(refused(self.schema, self.index, attribute, problem));
        }
        Some(attribute)
    }

    pub(crate) fn fail(&mut self, error: Error) {
        self.failed.get_or_insert_with(|| Box::new(error));
    }

    /// The sort key's side and what is given of it.
    pub(crate) fn sort_key(&mut self) -> Option<(&'static KeySide, &mut KeyText)> {
        Some((self.index.sk.as_ref()?, self.sk.as_mut()?))
    }

    /// The partition key, and the sort key up to where the next composite's value begins (or all of it, or with the
    /// value's beginning if a condition is on that).
    pub(crate) fn finish(self) -> Result<(String, Option<String>)> {
        if let Some(error) = self.failed {
            return Err(*error);
        }
        let pk = self.pk.finish(self.schema, self.index, &self.index.pk)?;
        let sk = self.sk.zip(self.index.sk.as_ref()).map(|(text, side)| text.prefix(self.schema, self.index, side));
        Ok((pk, sk.transpose()?))
    }
}
