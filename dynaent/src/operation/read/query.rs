//! `query`: the items of one partition, by an access pattern.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::query::{QueryInput, builders::QueryInputBuilder};
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};

use super::{
    entity_reader::EntityReader,
    filters::check_filter,
    hydrate::Hydrate,
    pages::Pages,
    query_key::QueryKey,
    query_options::{QueryOptions, option_setters},
    scan::Scan,
    start::{cursor_fields, page_count},
    stream,
};
use crate::{
    entity::{Entity, Expired},
    error::Result,
    expression::{Condition, Conditions, KeyCondition, Node, ownership},
    key::{KeyOperation, PartOf, SortOperation},
    operation::send::request::{Request, unbuilt},
    page::Page,
    reading::{Consistent, Hydrated, Projected, Reading},
    schema::Projection,
    table::Table,
};

/// Reads the items of one partition of an index, in the order of its sort key: what `query().<access pattern>()` leads
/// to. Of an index that holds only keys it reads [`KeyComposites`](crate::KeyComposites).
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::gt;
///
/// let comments = Comment::query().by_article().article_id("a1").all(&table).await?;
/// assert_eq!(comments.len(), 2);
///
/// // The last composite may have a condition instead of a value.
/// let later = Comment::query().by_article().article_id("a1").comment_id(gt("c1")).all(&table).await?;
/// assert_eq!(later[0].comment_id, "c2");
/// # Ok(()) });
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `send`, `all` or `first` is awaited"]
pub struct Query<E, K> {
    pub(super) key: QueryKey,
    pub(super) options: QueryOptions,
    filter: Conditions,
    /// Whether whole items are got although the kind of the index does not say so.
    hydrates: bool,
    marker: PhantomData<fn() -> (E, K)>,
}

impl<E: Entity, K> Query<E, K> {
    #[doc(hidden)]
    pub fn start(index: usize) -> Self {
        Self {
            key: QueryKey::new(E::SCHEMA, &E::SCHEMA.indexes[index]),
            options: QueryOptions::default(),
            filter: Conditions::new(E::SCHEMA),
            hydrates: false,
            marker: PhantomData,
        }
    }

    option_setters!();

    /// Reads what was last written, at twice the cost. Global secondary indexes cannot.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Comment::query().primary().comment_id("c1").consistent().send(&table).await?;
    /// assert_eq!(page.items.len(), 1);
    /// # Ok(()) });
    /// ```
    pub fn consistent(mut self) -> Self
    where
        K: Consistent,
    {
        self.options.consistent = true;
        self
    }

    /// Returns only the items of which this holds. A second filter must hold as well.
    ///
    /// DynamoDB reads, and bills, what it filters out. An attribute in the key that is queried cannot be filtered: ask for
    /// it by the key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let liked = Comment::query().by_article().article_id("a1").filter(c.likes.gt(0)).all(&table).await?;
    /// assert_eq!(liked[0].comment_id, "c1");
    /// # Ok(()) });
    /// ```
    pub fn filter(mut self, filter: Condition<E>) -> Self {
        self.filter.add(filter.node);
        self
    }

    /// As [`filter`](Self::filter), of what no handle makes.
    pub(super) fn filtered_with(mut self, node: Node) -> Self {
        self.filter.add(node);
        self
    }

    /// As [`filter`](Self::filter), of conditions that are there already.
    pub(super) fn filtered_by(mut self, filter: Conditions) -> Self {
        self.filter = filter;
        self
    }
}

impl<E: Entity, K: Reading<E>> Query<E, K> {
    /// The request, without sending it.
    ///
    /// Its items may include some that `send` drops: those of other entities, and for a condition on a composite that
    /// is not the last one, neighbours that the order of whole keys puts between those asked for.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Comment::query().by_article().article_id("a1").limit(20).request("app")?;
    /// assert_eq!(input.index_name(), Some("gsi1"));
    /// assert_eq!(input.limit(), Some(20));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the key cannot be built, the range is empty, the limit is 0, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<QueryInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Comment::query().by_article().article_id("a1").send(&table).await?;
    /// assert_eq!(page.items.len(), 2);
    /// assert_eq!(page.cursor, None); // there are no more
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Page<K::Item>> {
        Ok(self.read(table)?.one(table).await?.into())
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let comments: Vec<Comment> = Comment::query().by_article().article_id("a1").all(&table).await?;
    /// assert_eq!(comments.len(), 2);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<K::Item>> {
        self.read(table)?.all(table).await
    }

    /// Reads the first item; `None` if there is none.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let first = Comment::query().by_article().article_id("a1").first(&table).await?;
    /// assert_eq!(first.unwrap().comment_id, "c1");
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn first(self, table: &Table) -> Result<Option<K::Item>> {
        self.read(table)?.first(table).await
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
    /// let mut pages = Comment::query().by_article().article_id("a1").limit(1).pages(&table);
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} comments, the next page is at {:?}", page.items.len(), page.cursor);
    /// }
    /// # Ok(()) });
    /// ```
    pub fn pages(self, table: &Table) -> BoxStream<'static, Result<Page<K::Item>>> {
        stream::pages(self.read(table), table).map_ok(Page::from).boxed()
    }

    /// The items as a stream, of pages as those of [`pages`](Self::pages).
    ///
    /// ```
    /// # use dynaent::{Entity, Table};
    /// # #[derive(Debug, Entity)]
    /// # #[entity(service = "blog", name = "Comment", version = "1")]
    /// # #[index(primary, pk = [article_id], sk = [comment_id])]
    /// # struct Comment { article_id: String, comment_id: String, text: String }
    /// use futures_util::TryStreamExt;
    ///
    /// async fn print(table: &Table, article_id: &str) -> dynaent::Result<()> {
    ///     let mut comments = Comment::query().primary().article_id(article_id).items(table);
    ///     while let Some(comment) = comments.try_next().await? {
    ///         println!("{}", comment.text);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn items(self, table: &Table) -> BoxStream<'static, Result<K::Item>> {
        stream::items(self.read(table), table)
    }

    /// Reads the first `count` items, or all if there are fewer. The cursor of the page is behind the last one, wherever in
    /// DynamoDB's page that was.
    ///
    /// A `limit` that is set is that of each request; without one, the first request reads `count` items, and where some
    /// are not asked for, the next ones read more each time.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Comment::query().by_article().article_id("a1").take(1, &table).await?;
    /// assert_eq!(page.items[0].comment_id, "c1");
    /// assert!(page.cursor.is_some()); // behind `c1`
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send), and if `count` is 0.
    pub async fn take(self, count: usize, table: &Table) -> Result<Page<K::Item>> {
        page_count(E::SCHEMA, count)?;
        let fields = cursor_fields(self.key.schema(), self.key.index());
        Ok(self.read(table)?.exactly(count, &fields, table).await?.into())
    }

    /// Gets the whole items, or not.
    pub(super) fn hydrated_if(mut self, hydrates: bool) -> Self {
        self.hydrates = hydrates;
        self
    }

    /// The request, and what reads its answers.
    pub(in crate::operation) fn read(self, table: &Table) -> Result<Pages<QueryInputBuilder, EntityReader<E, K>>> {
        let expired = Expired::unless(self.options.with_expired, [E::SCHEMA]);
        let reader = EntityReader { range: self.key.range(), expired, marker: PhantomData };
        let request = Request { operation: "query", schema: E::SCHEMA };
        let hydrate = (self.hydrates || K::HYDRATES).then_some(Hydrate { consistent: self.options.consistent });
        let index = self.key.index().name();
        Ok(Pages { input: self.input(table.name())?, reader, request, index, hydrate })
    }

    fn input(mut self, table: impl Into<String>) -> Result<QueryInputBuilder> {
        let (schema, index, whole) = (self.key.schema(), self.key.index(), self.key.is_whole());
        let mut key = KeyCondition::new();
        let is_ours = |text: &str| index.sk.as_ref().is_none_or(|side| side.begins(text));
        let start = self.key.partition(&mut key, self.options.after.as_ref(), &is_ours)?;
        self.key.sort_key(whole, &mut key)?;
        // Here other entities lie between: DynamoDB need not send them. An index of few attributes may lack those that tell.
        let mixed = index.multi_attribute || index.clustered && !whole;
        let owned = (mixed && index.projection == Projection::All).then(|| ownership(schema));
        let filter = self.filter.into_node();
        if let Some(filter) = &filter {
            check_filter(filter, schema, index)?;
        }
        let filter = match (owned, filter) {
            (None, None) => None,
            (owned, filter) => Some(Node::all(owned.into_iter().chain(filter))),
        };
        self.options.input(table, (schema, index), key, filter, start)
    }
}

impl<E: Entity, K> Query<E, K> {
    /// Reads the whole items, by the keys that the index holds: one `BatchGetItem` for each hundred.
    ///
    /// The order stays; what has been deleted since is left out. A filter is still one of the index, and sees what that
    /// holds.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// // The index `by_author` holds only keys.
    /// let articles = Article::query().by_author().author("ada").hydrate().all(&table).await?;
    /// assert_eq!(articles[0].title, "One table");
    /// # Ok(()) });
    /// ```
    pub fn hydrate(self) -> Query<E, Hydrated<K>>
    where
        K: Projected,
    {
        let Self { key, options, filter, hydrates, .. } = self;
        Query { key, options, filter, hydrates, marker: PhantomData }
    }
}

impl<E: Entity, K: Reading<E>> Query<E, K> {
    /// Reads every item of the index, in no order, instead of one partition. What was said of the query is said of the
    /// scan, but for the order and what [`customize`](Self::customize) changes.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// // All comments that are in the index, whichever article they are on.
    /// let comments = Comment::query().by_article().scan().all(&table).await?;
    /// assert_eq!(comments.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn scan(self) -> Scan<E, K> {
        Scan::of(self.key, self.options, self.filter)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Entity, K, const N: usize> SortOperation<N> for Query<E, K> {}

impl<E: Entity, K> KeyOperation for Query<E, K> {
    type Unfinished<S> = ();

    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(value);
    }

    fn unfinished<S>(_: &impl Sized) -> &() {
        &()
    }
}
