//! What becomes of the items of a collection: a list for each entity, or one after the other.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;

use super::pages::{Reader, Standing};
use crate::{
    collection::{Collection, InOrderAs},
    cursor::Cursor,
    entity::Expired,
    error::Result,
    key::Selection,
    page::{CollectionPage, Page},
    reading::Hydrated,
    schema::ENTITY_FIELD,
    service::identify,
    value::Item,
};

/// The items come in a list for each entity.
#[derive(Debug, Clone, Copy)]
pub enum Grouped {}

/// The items come one after the other, in the order of their keys, as values of `S`.
#[derive(Debug, Clone, Copy)]
pub struct InOrder<S>(PhantomData<S>);

/// How the items of a collection are gathered.
pub trait Gathering<C: Collection>: Sized + 'static {
    /// What `send` gives.
    type Page;
    /// What `all` gives.
    type All: Send;

    #[doc(hidden)]
    const HYDRATES: bool = C::HYDRATES;

    #[doc(hidden)]
    fn nothing() -> Self::All;
    #[doc(hidden)]
    fn take(all: &mut Self::All, member: usize, item: Item, expired: Expired) -> Result<bool>;
    #[doc(hidden)]
    fn page(all: Self::All, cursor: Option<Cursor>, foreign: usize) -> Self::Page;
}

/// How items are gathered that can also come in order.
pub trait Grouping {
    /// The same, in order.
    type InOrder<S>;
}

impl Grouping for Grouped {
    type InOrder<S> = InOrder<S>;
}

impl<M: Grouping> Grouping for Hydrated<M> {
    type InOrder<S> = Hydrated<M::InOrder<S>>;
}

impl<C: Collection> Gathering<C> for Grouped {
    type Page = CollectionPage<C>;
    type All = C;

    fn nothing() -> C {
        C::empty()
    }

    fn take(all: &mut C, member: usize, item: Item, expired: Expired) -> Result<bool> {
        all.take(member, item, expired)
    }

    fn page(items: C, cursor: Option<Cursor>, foreign: usize) -> CollectionPage<C> {
        CollectionPage { items, cursor, foreign }
    }
}

impl<S: Send + 'static, C: InOrderAs<S>> Gathering<C> for InOrder<S> {
    type Page = Page<S>;
    type All = Vec<S>;

    fn nothing() -> Vec<S> {
        Vec::new()
    }

    fn take(all: &mut Vec<S>, member: usize, item: Item, expired: Expired) -> Result<bool> {
        C::take_as(all, member, item, expired)
    }

    fn page(items: Vec<S>, cursor: Option<Cursor>, foreign: usize) -> Page<S> {
        Page { items, cursor, foreign }
    }
}

impl<C: Collection, M: Gathering<C>> Gathering<C> for Hydrated<M> {
    type Page = M::Page;
    type All = M::All;

    const HYDRATES: bool = true;

    fn nothing() -> M::All {
        M::nothing()
    }

    fn take(all: &mut M::All, member: usize, item: Item, expired: Expired) -> Result<bool> {
        M::take(all, member, item, expired)
    }

    fn page(all: M::All, cursor: Option<Cursor>, foreign: usize) -> M::Page {
        M::page(all, cursor, foreign)
    }
}

/// Reads the items of several entities.
pub(super) struct CollectionReader<C, M> {
    /// What is read of the sort keys of each member; of all of them, where they are no text.
    pub(super) selections: Option<Vec<Selection>>,
    pub(super) expired: Expired,
    pub(super) marker: PhantomData<fn() -> (C, M)>,
}

impl<C: Collection, M> CollectionReader<C, M> {
    /// Whether the sort key of an item is one that is read of a member.
    fn selects(&self, member: usize, item: &Item) -> bool {
        let Some(selections) = &self.selections else { return true };
        let key = C::MEMBERS[member].index.sk.as_ref().and_then(|side| item.get(side.field));
        matches!(key, Some(AttributeValue::S(key)) if selections[member].contains(key))
    }

    /// The member that an item says it is of.
    fn named(item: &Item) -> Option<usize> {
        identify(C::MEMBERS.iter().map(|member| &member.schema), item)
    }
}

impl<C: Collection, M: Gathering<C>> Reader for CollectionReader<C, M> {
    type Found = M::All;

    fn nothing(&self) -> M::All {
        M::nothing()
    }

    fn standing(&self, item: &Item) -> Standing {
        let mut members = 0..C::MEMBERS.len();
        match Self::named(item) {
            Some(member) if self.selects(member, item) => Standing::Wanted,
            Some(_) => Standing::Neighbour,
            // The index may lack what tells entities apart.
            None if !item.contains_key(ENTITY_FIELD) && members.any(|member| self.selects(member, item)) => {
                Standing::Wanted
            }
            None => Standing::Foreign,
        }
    }

    fn read(&self, item: Item, found: &mut M::All) -> Result<bool> {
        if let Some(member) = Self::named(&item) {
            return M::take(found, member, item, self.expired);
        }
        for member in (0..C::MEMBERS.len()).filter(|member| self.selects(*member, &item)) {
            if M::take(found, member, item.clone(), self.expired)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
