//! Typed handles of attributes.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    entity::Entity,
    schema::AttributeSchema,
    value::{Codec, ValueError},
};

/// The handle of an attribute: which entity it belongs to, the type of its value, and whether it may change.
///
/// Handles come from the entity's `attributes()`, are `Copy`, and hold no value.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Entity)]
/// # #[entity(service = "myapp", name = "Note", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Note { id: String, text: String }
/// let n = Note::attributes();
/// assert_eq!(n.text.schema().name, "text");
/// ```
pub struct Attr<E, T, A> {
    position: usize,
    encode: fn(T) -> Result<AttributeValue, ValueError>,
    marker: PhantomData<fn() -> (E, A)>,
}

impl<E: Entity, T, A> Attr<E, T, A> {
    #[doc(hidden)]
    #[must_use]
    pub fn new<C: Codec<T>>(position: usize, _: C) -> Self {
        Self { position, encode: encode::<T, C>, marker: PhantomData }
    }

    /// What the model says of the attribute.
    #[must_use]
    pub fn schema(self) -> &'static AttributeSchema {
        &E::SCHEMA.attributes[self.position]
    }

    pub(crate) const fn position(self) -> usize {
        self.position
    }

    pub(crate) fn encode(self, value: T) -> Result<AttributeValue, ValueError> {
        (self.encode)(value)
    }
}

/// One function for all entities, where a closure would be compiled for each.
fn encode<T, C: Codec<T>>(value: T) -> Result<AttributeValue, ValueError> {
    C::default().encode_owned(value)
}

impl<E, T, A> Clone for Attr<E, T, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E, T, A> Copy for Attr<E, T, A> {}

impl<E: Entity, T, A> fmt::Debug for Attr<E, T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", E::SCHEMA.name, self.schema().name)
    }
}

/// Access of an attribute that every item has, and that can be changed.
#[derive(Debug, Clone, Copy)]
pub enum Required {}

/// Access of an attribute that items may lack, and that can be changed.
#[derive(Debug, Clone, Copy)]
pub enum Optional {}

/// Access of an attribute declared `read_only`: fixed once the item exists.
#[derive(Debug, Clone, Copy)]
pub enum ReadOnly {}

/// Access of an attribute that is part of the primary key: fixed, because the item is found by it.
#[derive(Debug, Clone, Copy)]
pub enum PrimaryKey {}

/// Access that allows an update to change the attribute.
#[diagnostic::on_unimplemented(
    message = "this attribute is `{Self}`: it cannot be changed after creation",
    label = "cannot be changed",
    note = "`ReadOnly` attributes are declared `#[attr(read_only)]`; `PrimaryKey` attributes identify the item: create \
            another item, and remove this one"
)]
pub trait Changeable {}

impl Changeable for Required {}
impl Changeable for Optional {}
