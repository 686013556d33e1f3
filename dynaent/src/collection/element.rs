//! What the lists of a collection hold: entities, or what the keys of an index tell of them.

use super::{MadeOf, Member, MemberIndex};
use crate::{
    composites::KeyComposites,
    entity::{Entity, Expired, decode},
    error::Result,
    key::KeyOperation,
    reading::{Global, Included, KeysOnly, Reading, Strong},
    value::Item,
};

/// A list of the collection whose name has that hash. What is not one is told by [`checked_list`](super::checked_list).
pub trait List<const COLLECTION: u64>: Sized {
    /// The items.
    type Element;
    /// The entity that they are of.
    type Entity: Entity;
    /// The kind of its index.
    type Kind: 'static;
    /// What waits for the first composite of the index.
    type Keys<Q: KeyOperation>;

    /// The entity, and its index.
    const MEMBER: MemberIndex;
    /// Whether the whole items must be got by their keys.
    const HYDRATES: bool;

    /// Begins the key of an operation.
    fn keys<Q: KeyOperation>(operation: Q) -> Self::Keys<Q>;
    /// The list without any item.
    fn none() -> Self;
    /// Puts an item into the list, unless it has expired. `false` if it is of another entity.
    fn take(&mut self, item: Item, expired: Expired) -> Result<bool>;
    /// The same, into a list of what can be made of it.
    fn take_as<S: MadeOf<Self::Element>>(found: &mut Vec<S>, item: Item, expired: Expired) -> Result<bool>;
}

impl<const COLLECTION: u64, X: Gathered<COLLECTION>> List<COLLECTION> for Vec<X> {
    type Element = X;
    type Entity = X::Entity;
    type Kind = <X::Entity as Member<COLLECTION>>::Kind;
    type Keys<Q: KeyOperation> = <X::Entity as Member<COLLECTION>>::Keys<Q>;

    const MEMBER: MemberIndex = MemberIndex::new(X::Entity::SCHEMA, <X::Entity as Member<COLLECTION>>::INDEX);
    const HYDRATES: bool = X::HYDRATES;

    fn keys<Q: KeyOperation>(operation: Q) -> Self::Keys<Q> {
        X::Entity::keys(operation)
    }

    fn none() -> Self {
        Self::new()
    }

    fn take(&mut self, item: Item, expired: Expired) -> Result<bool> {
        Self::take_as(self, item, expired)
    }

    fn take_as<S: MadeOf<X>>(found: &mut Vec<S>, item: Item, expired: Expired) -> Result<bool> {
        let read = X::read(item)?;
        let is_ours = read.is_some();
        found.extend(read.filter(|item| !expired.includes(item.expires_at())).map(S::made_of));
        Ok(is_ours)
    }
}

/// An item in a list of a collection.
pub trait Gathered<const COLLECTION: u64>: Sized {
    /// The entity.
    type Entity: Member<COLLECTION>;
    /// Whether the whole item must be got by its key.
    const HYDRATES: bool = false;

    /// Reads an item; `None` if it is of another entity.
    fn read(item: Item) -> Result<Option<Self>>;

    /// When the item expires, as far as the index tells.
    fn expires_at(&self) -> Option<i64>;
}

impl<const COLLECTION: u64, E: Member<COLLECTION>> Gathered<COLLECTION> for E {
    type Entity = E;

    const HYDRATES: bool = <E::Kind as Kind>::HYDRATES;

    fn read(item: Item) -> Result<Option<E>> {
        <E::Kind as Kind>::read(item)
    }

    fn expires_at(&self) -> Option<i64> {
        Entity::expires_at(self)
    }
}

impl<const COLLECTION: u64, E: Member<COLLECTION>> Gathered<COLLECTION> for KeyComposites<E>
where
    E::Kind: OfKeys,
{
    type Entity = E;

    fn read(item: Item) -> Result<Option<Self>> {
        Ok(Self::of(&item).ok())
    }

    fn expires_at(&self) -> Option<i64> {
        None
    }
}

/// A kind of index, as entities are read of it.
pub trait Kind: 'static {
    /// Whether the whole items must be got by their keys.
    const HYDRATES: bool = false;

    /// Reads an item; `None` if it is of another entity.
    fn read<E: Entity>(item: Item) -> Result<Option<E>> {
        decode(item)
    }
}

impl Kind for Strong {}

impl Kind for Global {}

impl<K: 'static> Kind for Included<K> {
    fn read<E: Entity>(item: Item) -> Result<Option<E>> {
        <Self as Reading<E>>::read(item)
    }
}

impl<K: 'static> Kind for KeysOnly<K> {
    const HYDRATES: bool = true;
}

/// A kind of index that holds only keys.
pub trait OfKeys {}

impl<K> OfKeys for KeysOnly<K> {}
