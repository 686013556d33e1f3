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
    schema::ENTITY_FIELD,
    service::identify,
    value::Item,
};

/// The items come in a list for each entity.
#[derive(Debug)]
pub struct Grouped(pub(super) ());

/// The items come one after the other, in the order of their keys, as values of `S`.
#[derive(Debug)]
pub struct InOrder<S>(TakeAs<S>);

/// What makes values of `S`, and puts them into a list: said once, where the query is told what `S` is.
type TakeAs<S> = fn(&mut Vec<S>, usize, Item, Expired) -> Result<bool>;

impl<S> InOrder<S> {
    /// Of a collection.
    pub(super) fn of<C: InOrderAs<S>>() -> Self {
        Self(C::take_as)
    }
}

/// How the items of a collection are gathered.
pub trait Gathering<C: Collection>: Sized + Send + Sync + 'static {
    /// What `send` gives.
    type Page;
    /// What `all` gives.
    type All: Send;
    /// What `first` gives.
    type Item;

    #[doc(hidden)]
    fn nothing() -> Self::All;
    #[doc(hidden)]
    fn take(&self, all: &mut Self::All, member: usize, item: Item, expired: Expired) -> Result<bool>;
    #[doc(hidden)]
    fn page(all: Self::All, cursor: Option<Cursor>, foreign: usize) -> Self::Page;
}

impl<C: Collection> Gathering<C> for Grouped {
    type Page = CollectionPage<C>;
    type All = C;
    // There is no first one.
    type Item = C;

    fn nothing() -> C {
        C::empty()
    }

    fn take(&self, all: &mut C, member: usize, item: Item, expired: Expired) -> Result<bool> {
        all.take(member, item, expired)
    }

    fn page(items: C, cursor: Option<Cursor>, foreign: usize) -> CollectionPage<C> {
        CollectionPage { items, cursor, foreign }
    }
}

impl<S: Send + 'static, C: Collection> Gathering<C> for InOrder<S> {
    type Page = Page<S>;
    type All = Vec<S>;
    type Item = S;

    fn nothing() -> Vec<S> {
        Vec::new()
    }

    fn take(&self, all: &mut Vec<S>, member: usize, item: Item, expired: Expired) -> Result<bool> {
        self.0(all, member, item, expired)
    }

    fn page(items: Vec<S>, cursor: Option<Cursor>, foreign: usize) -> Page<S> {
        Page { items, cursor, foreign }
    }
}

/// Reads the items of several entities.
pub(super) struct CollectionReader<C, M> {
    /// What is read of the sort keys of each member; of all of them, where they are no text.
    pub(super) selections: Option<Vec<Selection>>,
    pub(super) expired: Expired,
    pub(super) gathering: M,
    pub(super) marker: PhantomData<fn() -> C>,
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
            return self.gathering.take(found, member, item, self.expired);
        }
        for member in (0..C::MEMBERS.len()).filter(|member| self.selects(*member, &item)) {
            if self.gathering.take(found, member, item.clone(), self.expired)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
