//! Services: all the entities of a table, as one enum.

use crate::{
    entity::Entity,
    error::{Error, ItemKey, Result},
    reading::{Consistent, Reading},
    schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD},
    value::Item,
};

mod change;
#[cfg(feature = "lambda")]
mod lambda;

pub use self::change::Change;

/// All the entities of a table, as one enum: implemented by `#[derive(Service)]`.
///
/// Call sites need no import of this trait: the derive gives the enum its functions.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Service;
///
/// fn entities<S: Service>() -> Vec<&'static str> {
///     S::SCHEMAS.iter().map(|schema| schema.name).collect()
/// }
/// assert_eq!(entities::<Blog>(), ["Article", "Comment"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service",
    label = "not a service",
    note = "put `#[derive(Service)]` on an enum that has a variant for each entity, such as `Article(Article)`"
)]
pub trait Service: Sized + Send + Sync + 'static {
    /// The schemas of the entities, in the order of the variants.
    const SCHEMAS: &'static [&'static EntitySchema];

    /// Reads an item as the entity of that number; `None` if it is none of it.
    #[doc(hidden)]
    fn read(entity: usize, item: Item) -> Result<Option<Self>>;

    /// When the item expires, if it does, in seconds since 1970.
    #[doc(hidden)]
    fn expires_at(&self) -> Option<i64>;
}

/// Something that reads items of the entity `E`, as the one at that place.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let c = Comment::attributes();
/// // `Blog` holds comments, so that a scan of it takes a filter on them.
/// let found = Blog::scan().filter(c.likes.gt(0)).all(&table).await?;
/// assert_eq!(found.len(), 2);
/// # Ok(()) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` reads no items of `{E}`, so a condition on them cannot filter it",
    label = "the condition is on another entity",
    note = "a condition is made of the `attributes()` of an entity that is read"
)]
pub trait Holds<E, const PLACE: usize> {}

#[diagnostic::do_not_recommend]
impl<E: Entity> Holds<E, 0> for E {}

/// Reads an item as the entity that its identifiers name.
///
/// # Errors
/// [`Error::UnknownItem`] if none of the service's entities has that name, that version and such a key, [`Error::Item`] if
/// one has, and the item cannot be read as it.
pub fn decode<S: Service>(item: Item) -> Result<S> {
    let Some(entity) = identify(S::SCHEMAS, &item) else {
        let identifier = |field| item.get(field).and_then(|value| value.as_s().ok()).cloned();
        let (entity, version) = (identifier(ENTITY_FIELD), identifier(VERSION_FIELD));
        let key = ItemKey::of(Some(&item), S::SCHEMAS[0]);
        return Err(Error::UnknownItem { entity, version, key });
    };
    let EntitySchema { name, version, .. } = S::SCHEMAS[entity];
    let unknown = || {
        let (entity, version) = (Some((*name).to_owned()), Some((*version).to_owned()));
        Error::UnknownItem { entity, version, key: ItemKey::default() }
    };
    S::read(entity, item)?.ok_or_else(unknown)
}

/// Which of the entities an item says that it is of, under a key of the service.
pub(crate) fn identify<'a>(schemas: impl IntoIterator<Item = &'a &'static EntitySchema>, item: &Item) -> Option<usize> {
    let [entity, version] = [ENTITY_FIELD, VERSION_FIELD].map(|field| item.get(field)?.as_s().ok());
    let (entity, version) = entity.zip(version)?;
    schemas.into_iter().position(|schema| {
        schema.name == entity.as_str()
            && schema.version == version.as_str()
            && schema.may_have_key(item.get(schema.primary().pk.field))
    })
}

/// Everything that a service has.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Mixed, Scan};
///
/// let scan: Scan<Blog, Mixed> = Blog::scan().limit(100);
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Mixed {}

impl Consistent for Mixed {}

impl<S: Service> Reading<S> for Mixed {
    type Item = S;

    const SCHEMAS: &'static [&'static EntitySchema] = S::SCHEMAS;
    // What is of no entity is counted.
    const IS_FILTERED: bool = false;

    fn read(item: Item) -> Result<Option<S>> {
        match identify(S::SCHEMAS, &item) {
            Some(entity) => S::read(entity, item),
            None => Ok(None),
        }
    }

    fn expires_at(item: &S) -> Option<i64> {
        item.expires_at()
    }
}
