//! The items that errors are about.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;

use super::AttributeError;
use crate::{
    schema::{EntitySchema, IndexSchema},
    value::{Item, kind_of},
};

/// The primary key of an item, as stored.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::Error;
///
/// let missing = Comment::remove().comment_id("c9").send(&table).await;
/// let Err(Error::NotFound { key, .. }) = missing else { panic!("there is no such comment") };
/// assert_eq!(key.to_string(), r#"pk "$myapp#commentid_c9", sk "$comment_1""#);
/// # Ok(()) });
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ItemKey {
    fields: Vec<(&'static str, String)>,
}

impl ItemKey {
    pub(crate) fn new(primary: &IndexSchema, pk: Option<&AttributeValue>, sk: Option<&AttributeValue>) -> Self {
        let text = |value: &AttributeValue| match value {
            AttributeValue::S(text) => format!("{text:?}"),
            AttributeValue::N(number) => number.clone(),
            other => kind_of(other).to_owned(),
        };
        let fields = primary.sides().map(|side| side.field).zip([pk, sk]);
        Self { fields: fields.filter_map(|(field, value)| value.map(|value| (field, text(value)))).collect() }
    }

    /// The key that an item has, as far as it is there.
    pub(crate) fn of(item: Option<&Item>, schema: &EntitySchema) -> Self {
        let primary = schema.primary();
        let value = |field| item.and_then(|item| item.get(field));
        Self::new(primary, value(primary.pk.field), primary.sk.as_ref().and_then(|sk| value(sk.field)))
    }

    /// The key fields, by name, with their stored values written as in a Rust literal.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::Error;
    ///
    /// let missing = Comment::remove().comment_id("c9").send(&table).await;
    /// let Err(Error::NotFound { key, .. }) = missing else { panic!("there is no such comment") };
    /// assert!(key.fields().any(|(field, value)| (field, value) == ("sk", r#""$comment_1""#)));
    /// # Ok(()) });
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fields.iter().map(|(field, value)| (*field, value.as_str()))
    }
}

impl fmt::Debug for ItemKey {
    /// Its values are literals already.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ItemKey({self})")
    }
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fields.is_empty() {
            return f.write_str("(no key)");
        }
        for (number, (field, value)) in self.fields.iter().enumerate() {
            write!(f, "{}{field} {value}", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// The item as it is, which kept a write from being made. Its `item` reads it as an entity.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::Error;
///
/// let taken = Comment::create().comment_id("c1").article_id("a1").text("First?").send(&table).await;
/// let Err(Error::AlreadyExists { current, .. }) = taken else { panic!("there is a comment `c1`") };
/// assert_eq!(current.item::<Comment>()?.unwrap().text, "First!");
/// # Ok(()) });
/// ```
#[derive(Clone, PartialEq, Default)]
pub struct Current(pub(crate) Option<Box<Item>>);

impl Current {
    /// The item as it is stored.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::Error;
    ///
    /// let taken = Comment::create().comment_id("c1").article_id("a1").text("First?").send(&table).await;
    /// let Err(Error::AlreadyExists { current, .. }) = taken else { panic!("there is a comment `c1`") };
    /// assert_eq!(current.stored().unwrap()["text"].as_s().unwrap(), "First!");
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn stored(&self) -> Option<&Item> {
        self.0.as_deref()
    }
}

impl fmt::Debug for Current {
    /// The names alone: values may be hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields: Vec<_> = self.0.iter().flat_map(|item| item.keys()).collect();
        fields.sort_unstable();
        f.debug_tuple("Current").field(&fields).finish()
    }
}

/// A stored item of the entity that cannot be read.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use aws_sdk_dynamodb::types::AttributeValue;
/// use dynaent::Error;
///
/// // Another program stores text where the model has a number.
/// let mut item = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item.unwrap();
/// item.insert("likes".into(), AttributeValue::S("many".into()));
/// table.client().put_item().table_name(table.name()).set_item(Some(item)).send().await?;
///
/// let read = Comment::get().comment_id("c1").send(&table).await;
/// let Err(Error::Item(error)) = read else { panic!("text is no number") };
/// assert_eq!(error.failed.unwrap().attribute, "likes");
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemError {
    /// The entity's name.
    pub entity: &'static str,
    /// The item's primary key.
    pub key: ItemKey,
    /// The attribute, and what is wrong with it.
    pub failed: Option<AttributeError>,
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the stored {} with {} cannot be read", self.entity, self.key)?;
        self.failed.as_ref().map_or(Ok(()), |failed| write!(f, ": {failed}"))
    }
}

impl std::error::Error for ItemError {}
