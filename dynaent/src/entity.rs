//! The trait behind `#[derive(Entity)]`, and the writing and reading of whole items.

mod expired;
mod fields;
mod reader;
mod writer;

use aws_sdk_dynamodb::types::AttributeValue;

pub use self::{
    expired::Expired,
    fields::{FieldWriter, read_field, read_optional_field},
    reader::{ItemReader, decode},
    writer::ItemWriter,
};
use crate::{
    error::{AttributeError, Result},
    key::write_text,
    schema::EntitySchema,
    value::{Item, ValueError, VersionNumber},
};

/// A kind of record: implemented by `#[derive(Entity)]`.
///
/// Call sites need no import of this trait: the derive gives the struct its verbs (`create`, `get`, `query`, …) as
/// associated functions. Generic code uses the trait to read the schema.
///
/// ```
/// # use dynaent::Entity;
/// fn describe<E: Entity>() -> String {
///     format!("{} v{} has {} indexes", E::SCHEMA.name, E::SCHEMA.version, E::SCHEMA.indexes.len())
/// }
///
/// # #[derive(Entity)]
/// # #[entity(service = "myapp", name = "Note", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Note { id: String }
/// assert_eq!(describe::<Note>(), "Note v1 has 1 indexes");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity",
    label = "not an entity",
    note = "put `#[derive(Entity)]`, `#[entity(…)]` and at least `#[index(primary, …)]` on the struct"
)]
pub trait Entity: Sized + Send + Sync + 'static {
    /// The schema, as plain static data.
    const SCHEMA: &'static EntitySchema;

    /// The typed handles of the attributes: what `attributes()` gives.
    type Attributes: Copy;

    /// The values given to a builder so far.
    #[doc(hidden)]
    type Values: Default;

    /// Makes the entity of a builder's values; defaults fill what was not given, and are told to `defaulted`.
    #[doc(hidden)]
    fn from_values(values: Self::Values, defaulted: &mut dyn FnMut(usize)) -> Result<Self>;

    /// Appends the text of a composite to a key. `false` if the attribute is absent.
    #[doc(hidden)]
    fn write_composite(&self, attribute: usize, sortable: bool, key: &mut String) -> bool;

    /// The same of an attribute as it is stored.
    #[doc(hidden)]
    fn write_stored(attribute: usize, sortable: bool, value: &AttributeValue, key: &mut String) -> bool {
        let _ = (attribute, sortable);
        write_text(value, key)
    }

    /// Reads an item; `None` if it is of another entity.
    #[doc(hidden)]
    fn read_if_own(item: Item) -> Result<Option<Self>> {
        decode(item)
    }

    /// The entity as it is to be written: changed by `on_write`, computed from others, and stamped with the time.
    #[doc(hidden)]
    #[must_use]
    fn prepare(self) -> Self {
        self
    }

    /// The version, if the model has one.
    #[doc(hidden)]
    fn version_mut(&mut self) -> Option<&mut dyn VersionNumber> {
        None
    }

    /// When the item expires, if it does, in seconds since 1970.
    #[doc(hidden)]
    fn expires_at(&self) -> Option<i64> {
        None
    }

    /// The time, as it is stored in an attribute that Dynaent keeps.
    #[doc(hidden)]
    fn now(attribute: usize) -> Option<Result<AttributeValue, ValueError>> {
        let _ = attribute;
        None
    }

    /// An attribute that is computed from others, of which `stored` gives what is stored; `None` if it is none.
    #[doc(hidden)]
    fn compute_stored(
        attribute: usize,
        stored: &dyn Fn(usize) -> Option<AttributeValue>,
    ) -> Result<Option<AttributeValue>, AttributeError> {
        let _ = (attribute, stored);
        Ok(None)
    }

    /// Whether the condition of an index lets the item in.
    #[doc(hidden)]
    fn admits(&self, index: usize) -> bool {
        let _ = index;
        true
    }

    /// The same of attributes as they are stored, which `stored` gives.
    #[doc(hidden)]
    fn admits_stored(index: usize, stored: &dyn Fn(usize) -> Option<AttributeValue>) -> Result<bool, AttributeError> {
        let _ = (index, stored);
        Ok(true)
    }

    /// Writes the attributes, cloning what is owned.
    #[doc(hidden)]
    fn write_item(&self, item: &mut ItemWriter);

    /// Writes the attributes, moving what is owned.
    #[doc(hidden)]
    fn into_item(self, item: &mut ItemWriter);

    /// Reads the attributes in one pass; `None` if one is missing or mistyped, which the reader keeps.
    #[doc(hidden)]
    fn read_item(item: Item, reader: &mut ItemReader) -> Option<Self>;
}

/// One entity, or a tuple of entities, that share a table.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an entity, nor a tuple of entities, nor a service",
    label = "not of entities",
    note = "put `#[derive(Entity)]`, `#[entity(…)]` and at least `#[index(primary, …)]` on each struct, or \
            `#[derive(Service)]` on an enum of them"
)]
pub trait Entities {
    /// The schemas of the entities.
    fn schemas() -> Vec<&'static EntitySchema>;
}

impl<E: Entity> Entities for E {
    fn schemas() -> Vec<&'static EntitySchema> {
        vec![E::SCHEMA]
    }
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: Entity),*> Entities for ($($name,)*) {
            fn schemas() -> Vec<&'static EntitySchema> {
                vec![$($name::SCHEMA),*]
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D F);
tuples!(A B C D F G);
tuples!(A B C D F G H);
tuples!(A B C D F G H I);
