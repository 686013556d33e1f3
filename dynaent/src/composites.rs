//! The attributes that can be read from keys alone.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    entity::Entity,
    error::{Error, Result},
    expression::{Attr, Place},
    key::{KeyPart, parse, text_of},
    schema::{Casing, IndexSchema, KeyComposite, KeyKind, KeySide, PartKind},
    value::{Item, kind_of},
};

/// The attributes of an item that its keys tell: what a query reads of an index that holds only keys, and what can be
/// made of any key of the entity, such as an unprocessed one.
///
/// A text comes back as it stands in the key: cased, and padded. Where an attribute is in several keys, the one that
/// changed it least counts.
///
/// ```
/// use dynaent::{Entity, KeyComposites};
///
/// #[derive(Entity)]
/// #[entity(service = "shop", name = "Order", version = "1")]
/// #[index(primary, pk = [customer], sk = [number])]
/// struct Order { customer: String, number: u32, note: String }
///
/// let key = Order::get().customer("Ada").number(7).request("app")?.key.unwrap();
/// let composites = KeyComposites::<Order>::of(&key)?;
/// let o = Order::attributes();
/// assert_eq!(composites.get(o.number)?, Some(7));
/// assert_eq!(composites.get(o.customer)?.as_deref(), Some("ada"));
/// # Ok::<(), dynaent::Error>(())
/// ```
pub struct KeyComposites<E> {
    parts: Vec<Part>,
    marker: PhantomData<fn() -> E>,
}

/// What a key tells of an attribute.
#[derive(Clone)]
struct Part {
    attribute: usize,
    text: String,
    /// How the text stands in the key.
    side: &'static KeySide,
    composite: &'static KeyComposite,
}

impl Part {
    /// How much the text may differ from the value: the less, the better.
    const fn changes(&self) -> u8 {
        matches!(self.side.kind, KeyKind::Text) as u8
            + !matches!(self.side.casing, Casing::None) as u8
            + self.composite.padding.is_some() as u8
    }
}

impl<E: Entity> KeyComposites<E> {
    /// Reads the keys of an item, or a key as a request or an answer has it: that of the table, and those of the indexes
    /// whose fields are there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::KeyComposites;
    ///
    /// // An item as the SDK has it; its keys are enough.
    /// let item = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item.unwrap();
    /// let composites = KeyComposites::<Comment>::of(&item)?;
    /// assert_eq!(composites.get(Comment::attributes().article_id)?.as_deref(), Some("a1"));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// [`Error::ForeignKey`] if a field is missing from the table's key, or a key is not one of the entity.
    pub fn of(key: &Item) -> Result<Self> {
        let mut parts = Vec::new();
        for index in E::SCHEMA.indexes {
            if index.multi_attribute {
                read_attributes::<E>(index, key, &mut parts)?;
                continue;
            }
            for side in index.sides() {
                match key.get(side.field) {
                    Some(value) => read_side::<E>(side, value, &mut parts)?,
                    None if index.name().is_some() => {}
                    None => return Err(foreign::<E>(side.field, "nothing", None)),
                }
            }
        }
        parts.sort_by_key(|part| (part.attribute, part.changes()));
        parts.dedup_by_key(|part| part.attribute);
        Ok(Self { parts, marker: PhantomData })
    }

    /// The value of an attribute; `None` if it is in none of the keys.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let a = Article::attributes();
    /// let found = Article::query().by_author().author("ada").first(&table).await?.unwrap();
    /// assert_eq!(found.get(a.article_id)?.as_deref(), Some("a1"));
    /// assert_eq!(found.get(a.year)?, Some(2026));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// [`Error::ForeignKey`] if the text in the key is none of its type.
    pub fn get<T: KeyPart, A, P: Place>(&self, attribute: Attr<E, T, A, P>) -> Result<Option<T>> {
        let path = attribute.path();
        let position = path.attribute.filter(|_| path.is_whole_attribute());
        let part = position.and_then(|position| self.parts.iter().find(|part| part.attribute == position));
        let Some(part) = part else { return Ok(None) };
        let text = part.text.as_str();
        let value = if part.composite.sortable {
            T::read_sortable(text)
        } else {
            // A number may be padded with something else than zeros.
            let bare = || part.composite.padding.map(|padding| text.trim_start_matches(padding.fill));
            T::read_key(text).or_else(|| bare().and_then(T::read_key))
        };
        let schema = &E::SCHEMA.attributes[part.attribute];
        let field = if part.side.field.is_empty() { schema.field } else { part.side.field };
        value.map(Some).ok_or_else(|| foreign::<E>(field, text, Some(schema.name)))
    }
}

/// Reads one side of a key.
fn read_side<E: Entity>(side: &'static KeySide, value: &AttributeValue, parts: &mut Vec<Part>) -> Result<()> {
    let refuse = || foreign::<E>(side.field, text_of(value).unwrap_or_else(|| kind_of(value)), None);
    let mut push = |composite: &'static KeyComposite, text: &str| {
        parts.push(Part { attribute: composite.attribute, text: text.to_owned(), side, composite });
    };
    match (side.kind, value, side.composites) {
        (KeyKind::Number, AttributeValue::N(number), [composite]) => match (composite.kind, number.as_str()) {
            (PartKind::Bool, "0") => push(composite, "false"),
            (PartKind::Bool, _) => push(composite, "true"),
            (_, number) => push(composite, number),
        },
        (KeyKind::Text, AttributeValue::S(text), composites) => {
            for (composite, text) in composites.iter().zip(parse(side, text).ok_or_else(refuse)?) {
                push(composite, text);
            }
        }
        _ => return Err(refuse()),
    }
    Ok(())
}

/// Reads the attributes that are a multi-attribute key.
fn read_attributes<E: Entity>(index: &'static IndexSchema, key: &Item, parts: &mut Vec<Part>) -> Result<()> {
    for side in index.sides() {
        for composite in side.composites {
            let field = E::SCHEMA.attributes[composite.attribute].field;
            if let Some(value) = key.get(field) {
                let text = text_of(value).ok_or_else(|| foreign::<E>(field, kind_of(value), None))?;
                parts.push(Part { attribute: composite.attribute, text: text.to_owned(), side, composite });
            }
        }
    }
    Ok(())
}

#[cold]
fn foreign<E: Entity>(field: &'static str, found: &str, attribute: Option<&'static str>) -> Error {
    Error::ForeignKey { entity: E::SCHEMA.name, field, found: found.to_owned(), attribute }
}

impl<E> Clone for KeyComposites<E> {
    fn clone(&self) -> Self {
        Self { parts: self.parts.clone(), marker: PhantomData }
    }
}

impl<E: Entity> fmt::Debug for KeyComposites<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |part: &Part| E::SCHEMA.attributes[part.attribute].name;
        f.debug_map().entries(self.parts.iter().map(|part| (name(part), &part.text))).finish()
    }
}
