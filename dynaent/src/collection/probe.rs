//! What the type of a field is to a collection, told while the program is compiled. A bound would be told again wherever
//! derived code, or the user's, comes upon it; a constant that cannot be evaluated is told once.

use std::marker::PhantomData;

use super::{Member, agreement::Text, element::OfKeys, hash};
use crate::{composites::KeyComposites, entity::Entity, schema::EntitySchema};

/// Asks what `T` is to the collection whose name has that hash. A constant of its own is there if `T` is it, and stands
/// before that of [`Otherwise`].
#[derive(Debug)]
pub struct Probe<T, const COLLECTION: u64>(PhantomData<T>);

/// The answers where `T` is not what is asked.
pub trait Otherwise {
    /// Whether it is a list.
    const IS_LIST: bool = false;
    /// The entity that it holds.
    const ENTITY: Option<&'static EntitySchema> = None;
    /// Whether an index of the entity is in the collection.
    const IS_MEMBER: bool = false;
    /// Whether the index can be read as it.
    const IS_READ: bool = false;
}

impl<T, const COLLECTION: u64> Otherwise for Probe<T, COLLECTION> {}

impl<X, const COLLECTION: u64> Probe<Vec<X>, COLLECTION> {
    /// It is a list.
    pub const IS_LIST: bool = true;
}

impl<E: Entity, const COLLECTION: u64> Probe<Vec<E>, COLLECTION> {
    /// It holds this entity.
    pub const ENTITY: Option<&'static EntitySchema> = Some(E::SCHEMA);
}

impl<E: Entity, const COLLECTION: u64> Probe<Vec<KeyComposites<E>>, COLLECTION> {
    /// It holds this entity.
    pub const ENTITY: Option<&'static EntitySchema> = Some(E::SCHEMA);
}

impl<E: Member<COLLECTION>, const COLLECTION: u64> Probe<Vec<E>, COLLECTION> {
    /// The entity is in the collection.
    pub const IS_MEMBER: bool = true;
    /// The index can be read as it.
    pub const IS_READ: bool = true;
}

impl<E: Member<COLLECTION>, const COLLECTION: u64> Probe<Vec<KeyComposites<E>>, COLLECTION> {
    /// The entity is in the collection.
    pub const IS_MEMBER: bool = true;
}

impl<E: Member<COLLECTION, Kind: OfKeys>, const COLLECTION: u64> Probe<Vec<KeyComposites<E>>, COLLECTION> {
    /// The index can be read as it.
    pub const IS_READ: bool = true;
}

/// The answers.
#[derive(Debug, Clone, Copy)]
pub struct Probed {
    /// The type as it is written.
    pub ty: &'static str,
    /// Whether it is a list.
    pub is_list: bool,
    /// The entity that it holds.
    pub entity: Option<&'static EntitySchema>,
    /// Whether an index of the entity is in the collection.
    pub is_member: bool,
    /// Whether the index can be read as it.
    pub is_read: bool,
}

/// The hash of a collection's name, for one of its lists. Stops the compilation if it is none.
#[must_use]
#[track_caller]
pub const fn checked_list(collection: &str, list: Probed) -> u64 {
    if !list.is_list {
        Text::new()
            .and(&["a collection is made of lists, and `", list.ty, "` is none: write `Vec<E>` of an entity `E`"])
            .refuse();
    }
    let Some(schema) = list.entity else {
        Text::new()
            .and(&["a collection is made of lists of entities, and `", list.ty, "` is none: "])
            .and(&["write `Vec<E>` of a struct `E` with `#[derive(Entity)]`"])
            .refuse();
    };
    if !list.is_member {
        not_in(schema, collection).refuse();
    }
    if !list.is_read {
        Text::new()
            .and(&[
                "the index of `",
                schema.name,
                "` that is in the collection `",
                collection,
                "` holds more than keys: ",
            ])
            .and(&["write `Vec<E>` with the entity itself; `KeyComposites` are for `projection = keys_only`"])
            .refuse();
    }
    hash(collection)
}

/// That an entity has no index in a collection, and which collections it has.
const fn not_in(schema: &EntitySchema, collection: &str) -> Text {
    let mut text = Text::new()
        .and(&["no index of `", schema.name, "` is in the collection `", collection, "`: "])
        .and(&["add `collection = \"", collection, "\"` to the `#[index(…)]` that the entities share"]);
    let (mut index, mut is_first) = (0, true);
    while index < schema.indexes.len() {
        let collections = schema.indexes[index].collections;
        let mut at = 0;
        while at < collections.len() {
            text = text.and(&[if is_first { "; the entity is in `" } else { "`, `" }, collections[at]]);
            is_first = false;
            at += 1;
        }
        index += 1;
    }
    if is_first { text } else { text.and(&["`"]) }
}
