//! What the lists of a collection hold: entities, or what the keys of an index tell of them.

use crate::{
    composites::KeyComposites,
    entity::{Entity, Expired, decode},
    error::Result,
    reading::{Global, Included, KeysOnly, Reading, Strong},
    value::Item,
};

/// What a list of a collection can hold.
#[diagnostic::on_unimplemented(
    message = "a collection is made of lists of entities, and `{Self}` is none",
    label = "not a list of entities",
    note = "write `Vec<E>`, or `Vec<KeyComposites<E>>` where the index holds only keys"
)]
pub trait List {
    /// The items.
    type Element: Gathered;
}

impl<X: Gathered> List for Vec<X> {
    type Element = X;
}

/// An item in a list of a collection.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity, so a collection cannot gather it",
    label = "not an entity",
    note = "derive `dynaent::Entity` on it"
)]
pub trait Gathered: Send + Sync + 'static {
    /// The entity.
    type Entity: Entity;
}

#[diagnostic::do_not_recommend]
impl<E: Entity> Gathered for E {
    type Entity = E;
}

#[diagnostic::do_not_recommend]
impl<E: Entity> Gathered for KeyComposites<E> {
    type Entity = E;
}

/// What can be read of an index of the kind `K`.
#[diagnostic::on_unimplemented(
    message = "the index of this collection holds whole items: `{Self}` is for one that holds only keys",
    label = "the entity itself can be read"
)]
pub trait Element<K>: Gathered {
    /// Whether the whole items must be got by their keys.
    const HYDRATES: bool = false;

    /// Reads an item; `None` if it is of another entity.
    fn read(item: Item) -> Result<Option<Self>>
    where
        Self: Sized;

    /// When the item expires, as far as the index tells.
    fn expires_at(&self) -> Option<i64>;
}

macro_rules! entities {
    ($(($($parameter:ident)?) $kind:ty, $hydrates:literal, $read:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: Entity, $($parameter: 'static)?> Element<$kind> for E {
            const HYDRATES: bool = $hydrates;

            fn read(item: Item) -> Result<Option<E>> {
                $read(item)
            }

            fn expires_at(&self) -> Option<i64> {
                Entity::expires_at(self)
            }
        }
    )*};
}

entities! {
    () Strong, false, decode;
    () Global, false, decode;
    (K) Included<K>, false, <Included<K> as Reading<E>>::read;
    (K) KeysOnly<K>, true, decode;
}

#[diagnostic::do_not_recommend]
impl<E: Entity, K: 'static> Element<KeysOnly<K>> for KeyComposites<E> {
    fn read(item: Item) -> Result<Option<Self>> {
        Ok(Self::of(&item).ok())
    }

    fn expires_at(&self) -> Option<i64> {
        None
    }
}

/// Puts an item into a list, unless it has expired. `false` if it is of another entity.
pub fn gather<K, X: Element<K>>(list: &mut Vec<X>, item: Item, expired: Expired) -> Result<bool> {
    gather_as::<K, X, X>(list, item, expired)
}

/// The same, into a list of what can be made of it.
pub fn gather_as<K, X: Element<K>, S: From<X>>(list: &mut Vec<S>, item: Item, expired: Expired) -> Result<bool> {
    let read = X::read(item)?;
    let is_ours = read.is_some();
    list.extend(read.filter(|item| !expired.includes(item.expires_at())).map(S::from));
    Ok(is_ours)
}
