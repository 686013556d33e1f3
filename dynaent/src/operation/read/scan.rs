//! `scan`: every item of an entity or of a service, by reading the whole table or a whole index.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::scan::{ScanInput, builders::ScanInputBuilder};
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};

use super::{
    entity_reader::EntityReader,
    filters::Filters,
    hydrate::Hydrate,
    pages::Pages,
    query_key::QueryKey,
    query_options::QueryOptions,
    start::{cursor_fields, page_count, page_limit, start_key},
    stream,
};
use crate::{
    cursor::{Cursor, StartAfter},
    entity::{Entity, Expired},
    error::{Error, Result},
    expression::{self, Condition, Conditions, Placeholders, ownership_in_table},
    operation::send::{
        custom::Custom,
        request::{Request, unbuilt},
    },
    page::Page,
    reading::{Consistent, Hydrated, Projected, Reading, Strong},
    schema::{EntitySchema, IndexSchema, Projection},
    service::Holds,
    table::Table,
    value::Item,
};

/// Reads every item of an entity or a service, in no order, by reading the whole table: what `scan()` gives. That of an
/// access pattern, `query().<access pattern>().scan()`, reads the whole index.
///
/// DynamoDB reads and bills the items of all entities. A scan of an entity is sent its own ones; one of a service is
/// sent all, and counts in [`Page::foreign`] those that are of none of its entities.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// let c = Comment::attributes();
/// let liked = Comment::scan().filter(c.likes.gt(0)).all(&table).await?;
/// assert_eq!(liked.len(), 1);
///
/// let everything: Vec<Blog> = Blog::scan().all(&table).await?;
/// assert_eq!(everything.len(), 3);
/// # Ok(()) });
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `send` or `all` is awaited"]
pub struct Scan<E, K = Strong> {
    index: Option<&'static IndexSchema>,
    options: ScanOptions,
    filters: Filters,
    /// What is wrong so far.
    failed: Option<Box<Error>>,
    marker: PhantomData<fn() -> (E, K)>,
}

#[derive(Debug, Default)]
struct ScanOptions {
    limit: Option<u32>,
    consistent: bool,
    after: Option<Cursor>,
    with_expired: bool,
    /// Which of how many parts is read.
    segment: Option<(u32, u32)>,
    custom: Custom<ScanInputBuilder>,
}

impl<E: 'static, K: Reading<E>> Scan<E, K> {
    #[doc(hidden)]
    pub fn start() -> Self {
        Self {
            index: None,
            options: ScanOptions::default(),
            filters: Filters::default(),
            failed: None,
            marker: PhantomData,
        }
    }

    /// The scan of the index that a key is of, of which nothing is given yet.
    pub(super) fn of(key: QueryKey, options: QueryOptions, filter: Conditions) -> Self {
        let scanned = key.into_scanned();
        let (index, failed) = scanned.map_or_else(|error| (None, Some(Box::new(error))), |index| (Some(index), None));
        let QueryOptions { limit, consistent, after, with_expired, .. } = options;
        let options = ScanOptions { limit, consistent, after, with_expired, ..ScanOptions::default() };
        Self { index, failed, options, ..Self::start() }.filtered(filter)
    }

    /// The most items that one request reads, at least 1, whatever entity they are of. By default as many as fit
    /// DynamoDB's 1 MB.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Comment::scan().limit(10).send(&table).await?;
    /// assert_eq!(page.items.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn limit(mut self, limit: u32) -> Self {
        self.options.limit = Some(limit);
        self
    }

    /// Reads what was last written, at twice the cost. Global secondary indexes cannot.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let comments = Comment::scan().consistent().all(&table).await?;
    /// assert_eq!(comments.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn consistent(mut self) -> Self
    where
        K: Consistent,
    {
        self.options.consistent = true;
        self
    }

    /// Begins after the place where another page ended. `None` begins at the start.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let first = Blog::scan().limit(2).send(&table).await?;
    /// let rest = Blog::scan().after(first.cursor).all(&table).await?;
    /// assert_eq!(rest.len(), 1);
    /// # Ok(()) });
    /// ```
    pub fn after(mut self, cursor: impl Into<StartAfter>) -> Self {
        self.options.after = cursor.into().0;
        self
    }

    /// Returns only the items of which this holds. A second filter must hold as well. DynamoDB reads, and bills, what it
    /// filters out.
    ///
    /// In the scan of a service it is asked of the items of its entity; those of the others are returned as they are.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// // Of a service, the filter is on the comments alone; the article comes as it is.
    /// assert_eq!(Blog::scan().filter(c.likes.gt(0)).all(&table).await?.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn filter<F: Entity, const PLACE: usize>(mut self, filter: Condition<F>) -> Self
    where
        E: Holds<F, PLACE>,
    {
        self.filters.add(F::SCHEMA, filter.node);
        self
    }

    /// As [`filter`](Self::filter), of conditions that are there already.
    pub(super) fn filtered(mut self, filter: Conditions) -> Self {
        self.filters = Filters::from(filter);
        self
    }

    /// Returns items that have expired too. DynamoDB deletes them within a few days.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use std::time::UNIX_EPOCH;
    ///
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").set(c.expires, UNIX_EPOCH).send(&table).await?;
    /// assert_eq!(Comment::scan().all(&table).await?.len(), 1);
    /// assert_eq!(Comment::scan().with_expired().all(&table).await?.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn with_expired(mut self) -> Self {
        self.options.with_expired = true;
        self
    }

    /// Reads one of several parts, counted from 0: for workers that share a scan. A cursor goes with its part.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let mut comments = Comment::scan().segment(0, 2).all(&table).await?;
    /// comments.extend(Comment::scan().segment(1, 2).all(&table).await?); // perhaps another worker
    /// assert_eq!(comments.len(), 2);
    /// # Ok(()) });
    /// ```
    pub fn segment(mut self, segment: u32, of: u32) -> Self {
        self.options.segment = Some((segment, of));
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
    ///
    /// let scan = Comment::scan();
    /// let input = scan.customize(|input| input.return_consumed_capacity(ReturnConsumedCapacity::Total)).request("app")?;
    /// assert!(input.return_consumed_capacity().is_some());
    /// # Ok(()) });
    /// ```
    pub fn customize(
        mut self,
        change: impl FnOnce(ScanInputBuilder) -> ScanInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.options.custom = self.options.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let input = Comment::scan().limit(100).request("app")?;
    /// assert_eq!(input.limit(), Some(100));
    /// assert!(input.filter_expression().is_some()); // comments alone
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the limit is 0, there is no such segment, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<ScanInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let page = Blog::scan().limit(2).send(&table).await?;
    /// assert_eq!(page.items.len(), 2);
    /// assert!(page.cursor.is_some());
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
    /// let comments: Vec<Comment> = Comment::scan().all(&table).await?;
    /// assert_eq!(comments.len(), 2);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<K::Item>> {
        self.read(table)?.all(table).await
    }

    /// Reads the first item that comes; `None` if there is none.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let any = Article::scan().first(&table).await?;
    /// assert_eq!(any.unwrap().title, "One table");
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
    /// let mut pages = Comment::scan().limit(100).pages(&table);
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} comments", page.items.len());
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
    /// async fn print(table: &Table) -> dynaent::Result<()> {
    ///     let mut comments = Comment::scan().items(table);
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
    /// let page = Comment::scan().take(1, &table).await?;
    /// assert_eq!(page.items.len(), 1);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// As [`send`](Self::send), and if `count` is 0.
    pub async fn take(self, count: usize, table: &Table) -> Result<Page<K::Item>> {
        page_count(schema::<E, K>(), count)?;
        let schema = schema::<E, K>();
        let fields = cursor_fields(schema, self.index());
        Ok(self.read(table)?.exactly(count, &fields, table).await?.into())
    }

    /// The pages of each of so many segments.
    ///
    /// # Errors
    /// Also if it reads a segment, or begins after a cursor, which is of one.
    pub(in crate::operation) fn parts(self, segments: u32, table: &Table) -> Result<Vec<ScanPages<E, K>>> {
        let entity = schema::<E, K>().name;
        if let Some((segment, of)) = self.options.segment {
            return Err(Error::Segment { entity, segment, of });
        }
        if self.options.after.is_some() {
            return Err(Error::Cursor {
                entity,
                index: "scan",
                reason: "it is of one segment, and the scan of several",
            });
        }
        let pages = self.segment(0, segments).read(table)?;
        // The SDK counts them as `i32`; `read` has refused more than fit.
        let parts = (0..).zip(0..segments).map(|(segment, _)| {
            let input = pages.input.clone().segment(segment);
            Pages { input, reader: pages.reader.clone(), ..pages }
        });
        Ok(parts.collect())
    }

    /// The index that is read.
    pub(in crate::operation) fn index(&self) -> &'static IndexSchema {
        self.index.unwrap_or_else(|| schema::<E, K>().primary())
    }

    /// Whether what DynamoDB counts are the items that are read.
    pub(super) fn is_counted(&self) -> bool {
        let holds_all = self.index.is_none_or(|index| index.projection == Projection::All);
        let expire = K::SCHEMAS.iter().any(|schema| schema.kept.expires_at.is_some());
        K::IS_FILTERED && holds_all && (self.options.with_expired || !expire)
    }

    pub(in crate::operation) fn read(self, table: &Table) -> Result<ScanPages<E, K>> {
        let expired = Expired::unless(self.options.with_expired, K::SCHEMAS.iter().copied());
        let reader = EntityReader { range: None, expired, marker: PhantomData };
        let request = Request { operation: "scan", schema: schema::<E, K>() };
        let hydrate = K::HYDRATES.then_some(Hydrate { consistent: self.options.consistent });
        let index = self.index.and_then(IndexSchema::name);
        Ok(Pages { input: self.input(table.name())?, reader, request, index, hydrate })
    }

    fn input(self, table: impl Into<String>) -> Result<ScanInputBuilder> {
        if let Some(error) = self.failed {
            return Err(*error);
        }
        let (schema, index) = (schema::<E, K>(), self.index());
        let mut placeholders = Placeholders::with_capacity(2, 2);
        // An index of few attributes may lack those that tell entities apart.
        let owned = K::IS_FILTERED.then(|| ownership_in_table(schema, index.projection == Projection::All));
        let filter = self.filters.held(index)?.into_node(K::IS_FILTERED, owned);
        let filter = filter.map(|filter| expression::condition(filter, schema, &mut placeholders)).transpose()?;
        let start = |cursor| start_of(cursor, schema, index);
        let (names, values) = placeholders.finish();
        let options = self.options;
        let segment = options.segment.map(|segment| checked(schema, segment)).transpose()?;
        let input = ScanInput::builder()
            .table_name(table)
            .set_index_name(index.name().map(str::to_owned))
            .set_filter_expression(filter.flatten())
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values)
            .set_limit(options.limit.map(|limit| page_limit(schema, limit)).transpose()?)
            .set_consistent_read(options.consistent.then_some(true))
            .set_segment(segment.map(|(segment, _)| segment))
            .set_total_segments(segment.map(|(_, of)| of))
            .set_exclusive_start_key(options.after.as_ref().map(start).transpose()?);
        Ok(options.custom.apply(input))
    }
}

impl<E: 'static, K: Reading<E>> Scan<E, K> {
    /// Reads the whole items, by the keys that the index holds: one `BatchGetItem` for each hundred.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let articles: Vec<Article> = Article::query().by_author().scan().hydrate().all(&table).await?;
    /// assert_eq!(articles[0].title, "One table");
    /// # Ok(()) });
    /// ```
    pub fn hydrate(self) -> Scan<E, Hydrated<K>>
    where
        K: Projected,
    {
        let Self { index, options, filters, failed, .. } = self;
        Scan { index, options, filters, failed, marker: PhantomData }
    }
}

/// The pages of a scan.
pub(super) type ScanPages<E, K> = Pages<ScanInputBuilder, EntityReader<E, K>>;

/// The key that a scan starts after, which may be that of an item of any entity.
pub(in crate::operation) fn start_of(
    cursor: &Cursor,
    schema: &'static EntitySchema,
    index: &'static IndexSchema,
) -> Result<Item> {
    let name = if index.name().is_some() { index.pattern } else { "scan" };
    start_key(cursor, schema, index, name, &[], &|_| true)
}

/// The schema that stands for all: a table has one key.
pub(in crate::operation) const fn schema<E, K: Reading<E>>() -> &'static EntitySchema {
    K::SCHEMAS[0]
}

/// The segments that DynamoDB divides a table into, at most.
pub(in crate::operation) const MAX_SEGMENTS: u32 = 1_000_000;

fn checked(schema: &EntitySchema, (segment, of): (u32, u32)) -> Result<(i32, i32)> {
    let refused = Error::Segment { entity: schema.name, segment, of };
    match (i32::try_from(segment), i32::try_from(of)) {
        (Ok(number), Ok(total)) if segment < of && of <= MAX_SEGMENTS => Ok((number, total)),
        _ => Err(refused),
    }
}
