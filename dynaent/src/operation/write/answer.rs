//! What a write answers with.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};

use crate::{
    entity::{Entity, decode},
    error::{Error, ItemError, ItemKey, Result},
    expression::{Attr, Path, Place, Segment},
    value::Item,
};

/// What `send` gives for a write: nothing, the new item or the old one, or what was changed.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Answer, Delete, IfExists, Table};
///
/// // Whatever it is to answer with.
/// async fn delete<A: Answer<Comment>>(delete: Delete<Comment, IfExists, A>, table: &Table) -> Option<A::Output> {
///     delete.send(table).await.ok()
/// }
/// ```
pub trait Answer<E> {
    /// What `send` gives.
    type Output;

    #[doc(hidden)]
    const RETURN: Option<ReturnValue>;

    #[doc(hidden)]
    fn read(attributes: Option<Item>) -> Result<Self::Output>;
}

/// Nothing: the write is done, or an error.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{IfExists, Nothing, Update};
///
/// let patch: Update<Comment, IfExists, Nothing> = Comment::patch().comment_id("c1");
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Nothing {}

/// The item as it is after the write.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{IfExists, New, Update};
///
/// let patch: Update<Comment, IfExists, New> = Comment::patch().comment_id("c1").return_new();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum New {}

/// The item as it was before the write, if there was one.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Always, Delete, Old};
///
/// let delete: Delete<Comment, Always, Old> = Comment::delete().comment_id("c1").return_old();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Old {}

/// What the write changed, as it is after it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{IfExists, Update, UpdatedNew};
///
/// let patch: Update<Comment, IfExists, UpdatedNew> = Comment::patch().comment_id("c1").return_updated();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum UpdatedNew {}

/// What the write changed, as it was before it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{IfExists, Update, UpdatedOld};
///
/// let patch: Update<Comment, IfExists, UpdatedOld> = Comment::patch().comment_id("c1").return_updated_old();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum UpdatedOld {}

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
            let key = ItemKey::default();
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

macro_rules! updated {
    ($($answer:ident $value:ident),*) => {$(
        impl<E: Entity> Answer<E> for $answer {
            type Output = Updated<E>;

            const RETURN: Option<ReturnValue> = Some(ReturnValue::$value);

            fn read(attributes: Option<Item>) -> Result<Updated<E>> {
                Ok(Updated { item: attributes.unwrap_or_default(), marker: PhantomData })
            }
        }
    )*};
}

updated!(UpdatedNew UpdatedNew, UpdatedOld UpdatedOld);

/// The attributes that a write changed: what `return_updated` and `return_updated_old` make `send` give.
///
/// ```
/// # use dynaent::{Entity, Table};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "shop", name = "Product", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Product { id: String, name: String, sold: u32 }
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// let p = Product::attributes();
/// let updated = Product::patch().id("1").add(p.sold, 1).return_updated().send(table).await?;
/// assert_eq!(updated.get(p.sold)?, Some(8));
/// assert_eq!(updated.get(p.name)?, None);
/// # Ok(())
/// # }
/// ```
pub struct Updated<E> {
    item: Item,
    marker: PhantomData<fn() -> E>,
}

impl<E: Entity> Updated<E> {
    /// The value of an attribute, or of what is inside one; `None` if it was not changed, or is not there. Of a list,
    /// DynamoDB returns the changed elements alone, so that their places are others: get the list as a whole.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let updated = Comment::patch().comment_id("c1").add(c.likes, 1).return_updated().send(&table).await?;
    /// assert_eq!(updated.get(c.likes)?, Some(4));
    /// assert_eq!(updated.get(c.text)?, None); // not changed
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// [`Error::Item`] if what is stored is none of its type.
    pub fn get<T, A, P: Place>(&self, attribute: Attr<E, T, A, P>) -> Result<Option<T>> {
        let path = attribute.path();
        let Some(value) = find(&self.item, &path) else { return Ok(None) };
        let refuse = |error| {
            let failed = Some(path.error(E::SCHEMA, error));
            let key = ItemKey::default();
            Error::Item(Box::new(ItemError { entity: E::SCHEMA.name, key, failed }))
        };
        attribute.decode(value.clone()).map(Some).map_err(refuse)
    }

    /// What DynamoDB returned.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let updated = Comment::patch().comment_id("c1").add(c.likes, 1).return_updated().send(&table).await?;
    /// assert_eq!(updated.stored()["likes"].as_n().unwrap(), "4");
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub const fn stored(&self) -> &Item {
        &self.item
    }
}

fn find<'a>(item: &'a Item, path: &Path) -> Option<&'a AttributeValue> {
    let mut value: Option<&AttributeValue> = None;
    for segment in path.segments() {
        value = match (value, segment) {
            (None, Segment::Name(name)) => item.get(name.as_ref()),
            (Some(AttributeValue::M(map)), Segment::Name(name)) => map.get(name.as_ref()),
            (Some(AttributeValue::L(list)), Segment::Index(index)) => list.get(*index),
            _ => None,
        };
        value?;
    }
    value
}

impl<E: Entity> fmt::Debug for Updated<E> {
    /// The names alone: values may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields: Vec<_> = self.item.keys().collect();
        fields.sort_unstable();
        f.debug_tuple("Updated").field(&fields).finish()
    }
}
