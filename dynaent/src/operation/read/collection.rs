//! `query` of a collection: the items of several entities in one partition.

use std::{fmt, marker::PhantomData};

use aws_sdk_dynamodb::operation::query::{QueryInput, builders::QueryInputBuilder};
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};

use super::{
    filters::Filters,
    gather::{CollectionReader, Gathering, Grouped, InOrder},
    hydrate::Hydrate,
    pages::{Came, Pages},
    query_key::QueryKey,
    query_options::{QueryOptions, option_setters},
    querying::{Filtered, InOrderOf, Querying, Sequential, querying},
    start::{cursor_fields, page_count},
    stream,
};
use crate::{
    collection::{Collection, SharesComposite},
    entity::{Entity, Expired},
    error::Result,
    expression::{Condition, KeyCondition},
    key::{KeyOperation, PartOf, Selection, SortOperation, Stretch},
    operation::send::{
        Answering,
        request::{Request, unbuilt},
    },
    page::Page,
    reading::{Consistent, Projected},
    schema::Projection,
    service::Holds,
    table::Table,
};

/// Reads the items of a collection in one partition, each into the list of its entity: what the collection's `query()`
/// leads to.
///
/// It is one query, of the smallest stretch of sort keys that holds all of the members' items. What lies between and is
/// of no member is left out, and counted in [`CollectionPage::foreign`](crate::CollectionPage::foreign).
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let found = Discussion::query().article_id("a1").send(&table).await?; // one request
/// assert_eq!((found.articles.len(), found.comments.len()), (1, 2));
/// # Ok(()) });
/// ```
#[must_use = "nothing is read until `send` or `all` is awaited"]
pub struct CollectionQuery<C, M = Grouped> {
    pub(super) key: QueryKey,
    options: QueryOptions,
    filters: Filters,
    hydrates: bool,
    gathering: M,
    marker: PhantomData<fn() -> C>,
}

impl<C: Collection> CollectionQuery<C> {
    #[doc(hidden)]
    pub fn start() -> Self {
        let first = &C::MEMBERS[0];
        Self {
            key: QueryKey::new(first.schema, first.index),
            options: QueryOptions::default(),
            filters: Filters::default(),
            hydrates: C::HYDRATES,
            gathering: Grouped(()),
            marker: PhantomData,
        }
    }

    /// Reads the items one after the other, in the order of their keys, as values of `S`: an enum with a `From` of each
    /// entity, such as a service.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let items: Vec<Blog> = Discussion::query().article_id("a1").in_order().all(&table).await?;
    /// assert!(matches!(items.as_slice(), [Blog::Article(_), Blog::Comment(_), Blog::Comment(_)]));
    /// # Ok(()) });
    /// ```
    pub fn in_order<S>(self) -> CollectionQuery<C, InOrder<S>>
    where
        S: InOrderOf<C>,
    {
        self.read_as()
    }
}

impl<C: Collection, M> CollectionQuery<C, M> {
    option_setters!();

    /// Reads what was last written, at twice the cost. Global secondary indexes cannot.
    ///
    /// ```
    /// use dynaent::{Collection, Entity};
    ///
    /// #[derive(Debug, Clone, PartialEq, Entity)]
    /// #[entity(service = "myapp", name = "Reply", version = "1")]
    /// #[index(primary, pk = [thread], sk = [reply_id], collection = "thread")]
    /// struct Reply { thread: String, reply_id: String }
    ///
    /// #[derive(Debug, Collection)]
    /// #[collection(name = "thread")]
    /// struct Thread { replies: Vec<Reply> }
    ///
    /// // The collection is in the table's own key.
    /// let input = Thread::query().thread("t1").consistent().request("app")?;
    /// assert_eq!(input.consistent_read(), Some(true));
    /// # Ok::<(), dynaent::Error>(())
    /// ```
    pub fn consistent(mut self) -> Self
    where
        C::Kind: Consistent,
    {
        self.options.consistent = true;
        self
    }

    /// Returns, of the items of this condition's entity, only those of which it holds; those of the other entities are
    /// returned as they are. What is asked of several entities is a filter for each.
    ///
    /// DynamoDB reads, and bills, what it filters out. An attribute in the key that is queried cannot be filtered: ask for
    /// it by the key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let found = Discussion::query().article_id("a1").filter(c.likes.gt(0)).send(&table).await?;
    /// assert_eq!((found.articles.len(), found.comments.len()), (1, 1));
    /// # Ok(()) });
    /// ```
    pub fn filter<E: Entity, const PLACE: usize>(mut self, filter: Condition<E>) -> Self
    where
        C: Holds<E, PLACE>,
    {
        self.filters.add(E::SCHEMA, filter.node);
        self
    }

    /// Reads the whole items, by the keys that the index holds: one `BatchGetItem` for each hundred. Of an index that
    /// holds some attributes the others are read too.
    ///
    /// ```
    /// use dynaent::{Collection, Entity};
    ///
    /// #[derive(Debug, Clone, PartialEq, Entity)]
    /// #[entity(service = "myapp", name = "Reply", version = "1")]
    /// #[index(primary, pk = [reply_id], sk = [])]
    /// #[index(by_thread, gsi = "gsi1", pk = [thread], sk = [reply_id], collection = "thread", projection = include(reply_id, thread, text))]
    /// struct Reply { reply_id: String, thread: String, text: String, note: Option<String> }
    ///
    /// #[derive(Debug, Collection)]
    /// #[collection(name = "thread")]
    /// struct Thread { replies: Vec<Reply> }
    ///
    /// // Without `hydrate`, `note` is `None`: the index does not hold it.
    /// let query = Thread::query().thread("t1").hydrate();
    /// ```
    pub fn hydrate(mut self) -> Self
    where
        C::Kind: Projected,
    {
        self.hydrates = true;
        self
    }

    fn read_as<S: InOrderOf<C>>(self) -> CollectionQuery<C, InOrder<S>> {
        let Self { key, options, filters, hydrates, marker, .. } = self;
        CollectionQuery { key, options, filters, hydrates, gathering: S::in_order(), marker }
    }
}

impl<C: Collection, M: Gathering<C>> CollectionQuery<C, M> {
    /// The request, without sending it. Its items may include some that `send` drops.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Discussion::query().article_id("a1").request("app")?;
    /// assert_eq!(input.index_name(), Some("gsi1"));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key cannot be built, the range is empty, the limit is 0, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<QueryInput> {
        self.input(table)?.0.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Discussion::query().article_id("a1").limit(2).send(&table).await?;
    /// assert_eq!(page.articles.len() + page.comments.len(), 2);
    /// assert!(page.cursor.is_some());
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<M::Page> {
        let Came { found, foreign, cursor, .. } = self.read(table)?.one(table).await?;
        Ok(M::page(found, cursor, foreign))
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let found: Discussion = Discussion::query().article_id("a1").all(&table).await?;
    /// assert_eq!(found.comments.len(), 2);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<M::All> {
        self.read(table)?.all(table).await
    }

    /// The items that come [`in_order`](CollectionQuery::in_order) as a stream, of pages as those of
    /// [`pages`](Self::pages).
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use futures_util::TryStreamExt;
    ///
    /// let mut items = Discussion::query().article_id("a1").in_order::<Blog>().items(&table);
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(()) });
    /// ```
    pub fn items(self, table: &Table) -> BoxStream<'static, Result<<Self as Querying>::Item>>
    where
        Self: Sequential,
    {
        self.each(table)
    }

    /// Reads the first `count` items of those that come [`in_order`](CollectionQuery::in_order), or all if there are
    /// fewer: see [`Query::take`](crate::Query::take).
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Discussion::query().article_id("a1").in_order::<Blog>().take(2, &table).await?;
    /// assert_eq!(page.items.len(), 2);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send), and if `count` is 0.
    pub fn take(self, count: usize, table: &Table) -> Answering<'_, Result<Page<<Self as Querying>::Item>>>
    where
        Self: Sequential,
    {
        self.some_items(count, table)
    }

    /// Reads the first item of those that come [`in_order`](CollectionQuery::in_order); `None` if there is none.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let first = Discussion::query().article_id("a1").in_order::<Blog>().first(&table).await?;
    /// assert!(matches!(first, Some(Blog::Article(_))));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub fn first(self, table: &Table) -> Answering<'_, Result<Option<<Self as Querying>::Item>>>
    where
        Self: Sequential,
    {
        self.first_item(table)
    }

    /// The pages as a stream. Each is asked for while the one before is worked on, so that one page more may be read than
    /// is used. The stream ends with the first error.
    ///
    /// It needs no table any more: it can be returned, and spawned.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use futures_util::TryStreamExt;
    ///
    /// let mut pages = Discussion::query().article_id("a1").limit(2).pages(&table);
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} comments", page.comments.len());
    /// }
    /// # Ok(()) });
    /// ```
    pub fn pages(self, table: &Table) -> BoxStream<'static, Result<M::Page>> {
        let page = |came: Came<M::All>| M::page(came.found, came.cursor, came.foreign);
        stream::pages(self.read(table), table).map_ok(page).boxed()
    }

    fn read(self, table: &Table) -> Result<Pages<QueryInputBuilder, CollectionReader<C, M>>> {
        let expired = Expired::unless(self.options.with_expired, C::MEMBERS.iter().map(|member| member.schema));
        let request = Request { operation: "query", schema: C::MEMBERS[0].schema };
        let hydrate = self.hydrates.then_some(Hydrate { consistent: self.options.consistent });
        let index = self.key.index().name();
        let (input, selections, gathering) = self.input(table.name())?;
        let reader = CollectionReader { selections, expired, gathering, marker: PhantomData };
        Ok(Pages { input, reader, request, index, hydrate })
    }

    /// The request, what is read of each member, and how.
    fn input(mut self, table: impl Into<String>) -> Result<(QueryInputBuilder, Option<Vec<Selection>>, M)> {
        let (schema, index, whole) = (self.key.schema(), self.key.index(), self.key.is_whole());
        let mut key = KeyCondition::new();
        self.key.checked()?;
        let selections = self.selections()?;
        let members: Vec<_> = C::MEMBERS.iter().map(|member| (member.schema, member.index)).collect();
        // A page may end at an item that is of no member, and is read with them.
        let is_read = |text: &str| {
            let stretches = selections.iter().flatten().filter_map(Selection::stretch);
            stretches.reduce(Stretch::joined).is_none_or(|stretch| stretch.contains(text))
        };
        let start = self.key.partition(&mut key, self.options.after.as_ref(), &is_read)?;
        match (&selections, &index.sk) {
            (Some(selections), Some(side)) => {
                let selected = members.iter().zip(selections);
                let selected: Vec<_> = selected.map(|(&(schema, index), it)| (schema, index, it)).collect();
                key.in_any(&selected, side)?;
            }
            _ => self.key.sort_key(whole, &mut key)?,
        }
        // Of an entity that is alone in an index of keys, nothing else can tell whose filter it is.
        let sole = members.len() == 1 && index.projection == Projection::KeysOnly;
        let filter = self.filters.checked(&members)?.into_node(sole, None);
        let input = self.options.input(table, (schema, index), key, filter, start)?;
        Ok((input, selections, self.gathering))
    }
}

impl<C: Collection, M> CollectionQuery<C, M> {
    /// What is read of the sort keys of each member; `None` if they are no text.
    fn selections(&self) -> Result<Option<Vec<Selection>>> {
        let selections = C::MEMBERS.iter().map(|member| self.key.selection(member.schema, member.index));
        let mut selections: Vec<_> = selections.collect();
        if selections.iter().all(Result::is_err)
            && let Some(first) = selections.drain(..).next()
        {
            return first.map(|_| None);
        }
        // The key that is too long for one member may fit another one.
        let selections = selections.into_iter().map(|selection| selection.unwrap_or(Some(Selection::Nothing)));
        Ok(selections.collect())
    }
}

impl<C: Collection, M> KeyOperation for CollectionQuery<C, M> {
    type Unfinished<S> = ();

    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(value);
    }

    fn unfinished<S>(_: &impl Sized) -> &() {
        &()
    }
}

#[diagnostic::do_not_recommend]
impl<C: Collection + SharesComposite<N>, M, const N: usize> SortOperation<N> for CollectionQuery<C, M> {}

impl<C: Collection, M: Gathering<C>> Querying for CollectionQuery<C, M> {
    type Page = M::Page;
    type All = M::All;
    type Kind = C::Kind;
    type Of = C;
    type Item = M::Item;
    type Hydrated = Self;
    type InOrder<S> = CollectionQuery<C, InOrder<S>>;
    // There is none.
    type Scan = Self;

    fn ordered<S: InOrderOf<C>>(self) -> CollectionQuery<C, InOrder<S>> {
        self.read_as()
    }

    querying!();
}

#[diagnostic::do_not_recommend]
impl<E: Entity, C, M, const PLACE: usize> Filtered<E, PLACE> for CollectionQuery<C, M>
where
    C: Collection + Holds<E, PLACE>,
    M: Gathering<C>,
{
    fn filtered(self, filter: Condition<E>) -> Self {
        self.filter(filter)
    }
}

#[diagnostic::do_not_recommend]
impl<C: Collection, S: Send + 'static> Sequential for CollectionQuery<C, InOrder<S>> {
    fn first_item(self, table: &Table) -> Answering<'_, Result<Option<S>>> {
        Box::pin(async { self.read(table)?.first(table).await })
    }

    fn some_items(self, count: usize, table: &Table) -> Answering<'_, Result<Page<S>>> {
        Box::pin(async move {
            page_count(self.key.schema(), count)?;
            let fields = cursor_fields(self.key.schema(), self.key.index());
            Ok(self.read(table)?.exactly(count, &fields, table).await?.into())
        })
    }

    fn each(self, table: &Table) -> BoxStream<'static, Result<S>> {
        stream::items(self.read(table), table)
    }
}

impl<C: Collection, M> fmt::Debug for CollectionQuery<C, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CollectionQuery")
            .field("collection", &C::NAME)
            .field("key", &self.key)
            .field("options", &self.options)
            .field("filters", &self.filters)
            .finish()
    }
}
