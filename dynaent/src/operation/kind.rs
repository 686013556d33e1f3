//! The kinds of indexes: how they can be read, and what is read of them.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    composites::KeyComposites,
    entity::{Entity, decode},
    error::Result,
    schema::{ENTITY_FIELD, VERSION_FIELD},
    value::Item,
};

/// An index that can be read consistently: the table itself, or a local secondary index.
#[derive(Debug, Clone, Copy)]
pub enum Strong {}

/// A global secondary index, which follows the table with a delay.
#[derive(Debug, Clone, Copy)]
pub enum Global {}

/// An index of the kind `K` that holds only keys.
#[derive(Debug, Clone, Copy)]
pub struct KeysOnly<K>(PhantomData<K>);

/// An index of the kind `K` that holds some attributes.
#[derive(Debug, Clone, Copy)]
pub struct Included<K>(PhantomData<K>);

/// A kind of index that can be read consistently.
#[diagnostic::on_unimplemented(
    message = "a global secondary index cannot be read consistently",
    label = "this query is of a global secondary index",
    note = "DynamoDB reads the table and local secondary indexes consistently; global ones follow with a delay"
)]
pub trait Consistent {}

impl Consistent for Strong {}
#[diagnostic::do_not_recommend]
impl<K: Consistent> Consistent for KeysOnly<K> {}
#[diagnostic::do_not_recommend]
impl<K: Consistent> Consistent for Included<K> {}

/// What is read of an index of some kind.
pub trait Reading<E: Entity>: 'static {
    /// What an item is read as.
    type Item: Send + Sync + 'static;

    /// Reads an item; `None` if it is of another entity.
    #[doc(hidden)]
    fn read(item: Item) -> Result<Option<Self::Item>>;

    /// When an item expires, as far as the index tells.
    #[doc(hidden)]
    fn expires_at(item: &Self::Item) -> Option<i64>;
}

impl<E: Entity> Reading<E> for Strong {
    type Item = E;

    fn read(item: Item) -> Result<Option<E>> {
        decode(item)
    }

    fn expires_at(item: &E) -> Option<i64> {
        item.expires_at()
    }
}

impl<E: Entity> Reading<E> for Global {
    type Item = E;

    fn read(item: Item) -> Result<Option<E>> {
        decode(item)
    }

    fn expires_at(item: &E) -> Option<i64> {
        item.expires_at()
    }
}

impl<E: Entity, K: 'static> Reading<E> for Included<K> {
    type Item = E;

    fn read(mut item: Item) -> Result<Option<E>> {
        // Made by others, the index may lack what tells entities apart: then the table's key does, as in ElectroDB.
        if !item.contains_key(ENTITY_FIELD)
            && !item.contains_key(VERSION_FIELD)
            && KeyComposites::<E>::of(&item).is_ok()
        {
            for (field, value) in [(ENTITY_FIELD, E::SCHEMA.name), (VERSION_FIELD, E::SCHEMA.version)] {
                item.insert(field.to_owned(), AttributeValue::S(value.to_owned()));
            }
        }
        decode(item)
    }

    fn expires_at(item: &E) -> Option<i64> {
        item.expires_at()
    }
}

impl<E: Entity, K: 'static> Reading<E> for KeysOnly<K> {
    type Item = KeyComposites<E>;

    fn read(item: Item) -> Result<Option<KeyComposites<E>>> {
        Ok(KeyComposites::of(&item).ok())
    }

    fn expires_at(_: &KeyComposites<E>) -> Option<i64> {
        None
    }
}
