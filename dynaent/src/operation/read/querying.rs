//! What all queries do alike, of one entity or of several: the chain of a key leads to any of them.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::query::{QueryInput, builders::QueryInputBuilder};
use futures_util::stream::BoxStream;

use super::{gather::InOrder, query::Query, scan::Scan};
use crate::{
    collection::InOrderAs,
    cursor::StartAfter,
    entity::Entity,
    error::Result,
    expression::Condition,
    operation::send::Answering,
    page::Page,
    reading::{Consistent, Hydrated, Projected, Reading},
    table::Table,
};

/// A query, once its partition is given.
pub trait Querying: Sized {
    /// What `send` gives.
    type Page;
    /// What `all` gives.
    type All;
    /// The kind of the index.
    type Kind;
    /// What it reads the items of, where they could come in another form than in order.
    type Of;
    // What only some queries can do gives these, so that a call of it is found anyway, and the bound says why not.
    /// What `first` gives.
    type Item;
    /// The query that gets whole items.
    type Hydrated;
    /// The query that reads a collection's items one after the other.
    type InOrder<T>;
    /// The scan of the index.
    type Scan;

    #[doc(hidden)]
    fn limited(self, limit: u32) -> Self;
    #[doc(hidden)]
    fn backwards(self) -> Self;
    #[doc(hidden)]
    fn read_consistently(self) -> Self
    where
        Self::Kind: Consistent;
    #[doc(hidden)]
    fn hydrated(self) -> Self::Hydrated
    where
        Self::Kind: Projected;
    #[doc(hidden)]
    fn ordered<T: InOrderOf<Self::Of>>(self) -> Self::InOrder<T>;
    #[doc(hidden)]
    fn starting_after(self, cursor: impl Into<StartAfter>) -> Self;
    #[doc(hidden)]
    fn including_expired(self) -> Self;
    #[doc(hidden)]
    fn customized(self, change: impl FnOnce(QueryInputBuilder) -> QueryInputBuilder + Send + Sync + 'static) -> Self;
    #[doc(hidden)]
    fn into_input(self, table: String) -> Result<QueryInput>;
    #[doc(hidden)]
    fn page(self, table: &Table) -> Answering<'_, Result<Self::Page>>;
    #[doc(hidden)]
    fn every(self, table: &Table) -> Answering<'_, Result<Self::All>>;
    #[doc(hidden)]
    fn stream(self, table: &Table) -> BoxStream<'static, Result<Self::Page>>;
}

/// A query that conditions on `E` can filter.
#[diagnostic::on_unimplemented(
    message = "this query reads nothing that a condition on `{E}` could filter",
    label = "the condition is on another entity",
    note = "a condition is made of the `attributes()` of the entity that is queried, or of a member of the collection"
)]
pub trait Filtered<E, const PLACE: usize>: Querying {
    #[doc(hidden)]
    fn filtered(self, filter: Condition<E>) -> Self;
}

/// A query whose items come one after the other, so that one of them is the first.
#[diagnostic::on_unimplemented(
    message = "the items of a collection come in lists by type, of which none is the first",
    label = "reads several lists",
    note = "`in_order` reads the items one after the other, as an enum of the types"
)]
pub trait Sequential: Querying {
    #[doc(hidden)]
    fn first_item(self, table: &Table) -> Answering<'_, Result<Option<Self::Item>>>;
    #[doc(hidden)]
    fn some_items(self, count: usize, table: &Table) -> Answering<'_, Result<Page<Self::Item>>>;
    #[doc(hidden)]
    fn each(self, table: &Table) -> BoxStream<'static, Result<Self::Item>>;
}

/// A query whose items can be counted without reading them.
#[diagnostic::on_unimplemented(
    message = "the items of a collection cannot be counted without reading them",
    label = "reads several entities",
    note = "read them, with `all`, or count those of one entity by its own query"
)]
pub trait Counts {
    #[doc(hidden)]
    fn counted(self, table: &Table) -> Answering<'_, Result<usize>>;
}

/// Something that items of `C` can be read as, one after the other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold every item of the collection `{C}`",
    label = "lacks a `From` of one of the collection's entities",
    note = "`in_order` takes an enum for all entities of the collection: derive `dynaent::Service` on one with a variant for \
            each"
)]
pub trait InOrderOf<C>: Sized {
    #[doc(hidden)]
    fn in_order() -> InOrder<Self>;
}

impl<S, C: InOrderAs<S>> InOrderOf<C> for S {
    fn in_order() -> InOrder<S> {
        InOrder::of::<C>()
    }
}

/// The items of one entity: in order already.
#[derive(Debug)]
pub struct Sole<E>(PhantomData<fn() -> E>);

/// A query whose index can be scanned.
#[diagnostic::on_unimplemented(
    message = "a collection is in a partition, and is not scanned",
    label = "reads a partition",
    note = "scan the service for all items of the table, or the index by the query of one entity"
)]
pub trait Scans: Querying {
    #[doc(hidden)]
    fn scanned(self) -> Self::Scan;
}

/// The methods of [`Querying`] that builders have under their usual names.
macro_rules! querying {
    () => {
        fn limited(self, limit: u32) -> Self {
            self.limit(limit)
        }

        fn backwards(self) -> Self {
            self.descending()
        }

        fn read_consistently(self) -> Self
        where
            Self::Kind: $crate::reading::Consistent,
        {
            self.consistent()
        }

        fn hydrated(self) -> Self::Hydrated
        where
            Self::Kind: $crate::reading::Projected,
        {
            self.hydrate()
        }

        fn starting_after(self, cursor: impl Into<$crate::cursor::StartAfter>) -> Self {
            self.after(cursor)
        }

        fn including_expired(self) -> Self {
            self.with_expired()
        }

        fn customized(
            self,
            change: impl FnOnce(
                aws_sdk_dynamodb::operation::query::builders::QueryInputBuilder,
            ) -> aws_sdk_dynamodb::operation::query::builders::QueryInputBuilder
            + Send
            + Sync
            + 'static,
        ) -> Self {
            self.customize(change)
        }

        fn into_input(self, table: String) -> $crate::error::Result<aws_sdk_dynamodb::operation::query::QueryInput> {
            self.request(table)
        }

        fn page(self, table: &Table) -> $crate::operation::Answering<'_, Result<Self::Page>> {
            Box::pin(self.send(table))
        }

        fn every(self, table: &Table) -> $crate::operation::Answering<'_, Result<Self::All>> {
            Box::pin(self.all(table))
        }

        fn stream(self, table: &Table) -> futures_util::stream::BoxStream<'static, Result<Self::Page>> {
            self.pages(table)
        }
    };
}

pub(super) use querying;

impl<E: Entity, K: Reading<E>> Querying for Query<E, K> {
    type Page = Page<K::Item>;
    type All = Vec<K::Item>;
    type Kind = K;
    type Of = Sole<E>;
    type Item = K::Item;
    type Hydrated = Query<E, Hydrated<K>>;
    // It is in order.
    type InOrder<T> = Self;
    type Scan = Scan<E, K>;

    fn ordered<T: InOrderOf<Sole<E>>>(self) -> Self {
        self
    }

    querying!();
}

impl<E: Entity, K: Reading<E>> Filtered<E, 0> for Query<E, K> {
    fn filtered(self, filter: Condition<E>) -> Self {
        self.filter(filter)
    }
}

impl<E: Entity, K: Reading<E>> Sequential for Query<E, K> {
    fn first_item(self, table: &Table) -> Answering<'_, Result<Option<K::Item>>> {
        Box::pin(self.first(table))
    }

    fn some_items(self, count: usize, table: &Table) -> Answering<'_, Result<Page<K::Item>>> {
        Box::pin(self.take(count, table))
    }

    fn each(self, table: &Table) -> BoxStream<'static, Result<K::Item>> {
        self.items(table)
    }
}

impl<E: Entity, K: Reading<E>> Counts for Query<E, K> {
    fn counted(self, table: &Table) -> Answering<'_, Result<usize>> {
        Box::pin(self.count(table))
    }
}

impl<E: Entity, K: Reading<E>> Scans for Query<E, K> {
    fn scanned(self) -> Scan<E, K> {
        self.scan()
    }
}
