//! What a write answers with.

use aws_sdk_dynamodb::types::ReturnValue;

use crate::{
    entity::{Entity, decode},
    error::{Error, ItemError, ItemKey, Result},
    value::Item,
};

/// What `send` gives for a write: nothing, the new item or the old one.
pub trait Answer<E> {
    /// What `send` gives.
    type Output;

    #[doc(hidden)]
    const RETURN: Option<ReturnValue>;

    #[doc(hidden)]
    fn read(attributes: Option<Item>) -> Result<Self::Output>;
}

/// Nothing: the write is done, or an error.
#[derive(Debug, Clone, Copy)]
pub enum Nothing {}

/// The item as it is after the write.
#[derive(Debug, Clone, Copy)]
pub enum New {}

/// The item as it was before the write, if there was one.
#[derive(Debug, Clone, Copy)]
pub enum Old {}

impl<E: Entity> Answer<E> for Nothing {
    type Output = ();

    const RETURN: Option<ReturnValue> = None;

    fn read(_: Option<Item>) -> Result<()> {
        Ok(())
    }
}

impl<E: Entity> Answer<E> for New {
    type Output = E;

    const RETURN: Option<ReturnValue> = Some(ReturnValue::AllNew);

    fn read(attributes: Option<Item>) -> Result<E> {
        let unreadable = || {
            // The write itself sets the identifiers, so only an engine that returns nothing gets here.
            let key = ItemKey::new(E::SCHEMA.primary(), None, None);
            Error::Item(Box::new(ItemError { entity: E::SCHEMA.name, key, failed: None }))
        };
        decode(attributes.unwrap_or_default())?.ok_or_else(unreadable)
    }
}

impl<E: Entity> Answer<E> for Old {
    type Output = Option<E>;

    const RETURN: Option<ReturnValue> = Some(ReturnValue::AllOld);

    fn read(attributes: Option<Item>) -> Result<Option<E>> {
        attributes.filter(|item| !item.is_empty()).map_or(Ok(None), decode)
    }
}
