//! `query`: the items of one partition, by an access pattern.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::query::{QueryInput, builders::QueryInputBuilder};

use super::{
    keyed::KeyOperation,
    read::{entities, page_limit, start_key},
    request::{Request, unbuilt},
};
use crate::{
    cursor::{Cursor, StartAfter},
    entity::Entity,
    error::Result,
    expression::KeyCondition,
    key::{KeyPair, KeyRange, PartOf, Span},
    page::Page,
    table::Table,
    value::Item,
};

/// An index that can be read consistently: the table itself, or a local secondary index.
#[derive(Debug, Clone, Copy)]
pub enum Strong {}

/// A global secondary index, which follows the table with a delay.
#[derive(Debug, Clone, Copy)]
pub enum Global {}

/// A kind of index that can be read consistently.
#[diagnostic::on_unimplemented(
    message = "a global secondary index cannot be read consistently",
    label = "this query is of a global secondary index",
    note = "DynamoDB reads the table and local secondary indexes consistently; global ones follow with a delay"
)]
pub trait Consistent {}

impl Consistent for Strong {}

/// Reads the items of one partition of an index, in the order of its sort key: what `query().<access pattern>()` leads
/// to.
#[derive(Debug)]
#[must_use = "nothing is read until `send`, `all` or `first` is awaited"]
pub struct Query<E, K> {
    key: KeyPair,
    range: Option<KeyRange>,
    limit: Option<u32>,
    descending: bool,
    consistent: bool,
    after: Option<Cursor>,
    marker: PhantomData<fn() -> (E, K)>,
}

impl<E: Entity, K> Query<E, K> {
    #[doc(hidden)]
    pub fn start(index: usize) -> Self {
        Self {
            key: KeyPair::new(E::SCHEMA, &E::SCHEMA.indexes[index]),
            range: None,
            limit: None,
            descending: false,
            consistent: false,
            after: None,
            marker: PhantomData,
        }
    }

    /// The most items that one request reads, at least 1. By default as many as fit DynamoDB's 1 MB.
    ///
    /// A page may hold fewer even if more follow: items of other entities count, and are dropped.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Reads from the highest sort key to the lowest.
    pub fn descending(mut self) -> Self {
        self.descending = true;
        self
    }

    /// Reads what was last written, at twice the cost. Global secondary indexes cannot.
    pub fn consistent(mut self) -> Self
    where
        K: Consistent,
    {
        self.consistent = true;
        self
    }

    /// Begins after the place where another page of the same query ended. `None` begins at the start.
    pub fn after(mut self, cursor: impl Into<StartAfter>) -> Self {
        self.after = cursor.into().0;
        self
    }

    /// The request, without sending it.
    ///
    /// Its items may include some that `send` drops: those of other entities, and for a condition on a composite that
    /// is not the last one, neighbours that the order of whole keys puts between those asked for.
    ///
    /// # Errors
    /// If the key cannot be built, the range is empty, the limit is 0, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<QueryInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Page<E>> {
        let (input, reader) = self.plan(table)?;
        let (items, last) = reader.read(input, table).await?;
        Ok(Page::new(items, last.as_ref().and_then(Cursor::of)))
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<E>> {
        let (input, reader) = self.plan(table)?;
        let (mut items, mut last) = reader.read(input.clone(), table).await?;
        while last.is_some() {
            let (more, next) = reader.read(input.clone().set_exclusive_start_key(last), table).await?;
            items.extend(more);
            last = next;
        }
        Ok(items)
    }

    /// Reads the first item; `None` if there is none.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn first(self, table: &Table) -> Result<Option<E>> {
        let (input, reader) = self.plan(table)?;
        let (mut items, mut last) = reader.read(input.clone().limit(1), table).await?;
        // The first item read was not one asked for: look further, in pages of the usual size.
        while items.is_empty() && last.is_some() {
            (items, last) = reader.read(input.clone().set_exclusive_start_key(last), table).await?;
        }
        Ok(items.into_iter().next())
    }

    /// Ends the key with a condition on the next composite. `begin` appends the beginning that its value must have, if
    /// any; `span` is given a function that cases a text as the key is cased.
    pub(super) fn select(
        mut self,
        plain: bool,
        begin: impl FnOnce(&mut String),
        span: impl FnOnce(&Cased<'_>) -> Span,
    ) -> Self {
        if let Some((side, sk)) = self.key.sort_key() {
            let cased = |write: &dyn Fn(&mut String)| {
                let mut text = String::new();
                write(&mut text);
                side.casing.apply(&mut text, 0);
                text
            };
            let start = sk.begin(side, begin);
            // The key is known when it is finished.
            let key = String::new();
            self.range =
                Some(KeyRange { key, start, separator: side.text_after(sk.given()), plain, span: span(&cased) });
        }
        self
    }

    /// The first request, and what reads its answers.
    fn plan(mut self, table: &Table) -> Result<(QueryInputBuilder, Reader<E>)> {
        let range = match (&self.range, self.key.sort_key()) {
            (Some(range), Some((side, sk))) => {
                Some((side.field, KeyRange { key: sk.text().to_owned(), ..range.clone() }))
            }
            _ => None,
        };
        Ok((self.input(table.name())?, Reader { range, marker: PhantomData }))
    }

    fn input(mut self, table: impl Into<String>) -> Result<QueryInputBuilder> {
        let (schema, index) = (self.key.schema, self.key.index);
        let given = self.key.sort_key().map(|(side, sk)| (side, sk.given()));
        let (pk, sk) = self.key.finish()?;
        let start = self.after.as_ref().map(|cursor| start_key(cursor, schema, index, index.pattern, Some(&pk)));
        let mut condition = KeyCondition::of_partition(&index.pk, pk);
        if let Some(((side, given), sk)) = given.zip(sk) {
            match self.range {
                Some(range) => condition.in_range(KeyRange { key: sk, ..range }, schema, index, side)?,
                None if given == side.composites.len() => condition.equals(side, sk),
                None => condition.begins_with(side, sk),
            }
        }
        let (condition, names, values) = condition.finish();
        let mut input = QueryInput::builder()
            .table_name(table)
            .key_condition_expression(condition)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values);
        // Each setter moves the whole builder, so that only those are called which have something to set.
        if let Some(name) = index.name() {
            input = input.index_name(name);
        }
        if let Some(limit) = self.limit {
            input = input.limit(page_limit(E::SCHEMA, limit)?);
        }
        if self.descending {
            input = input.scan_index_forward(false);
        }
        if self.consistent {
            input = input.consistent_read(true);
        }
        if let Some(start) = start {
            input = input.set_exclusive_start_key(Some(start?));
        }
        Ok(input)
    }
}

type Cased<'a> = dyn Fn(&dyn Fn(&mut String)) -> String + 'a;

impl<E: Entity, K> KeyOperation for Query<E, K> {
    fn give<T>(&mut self, value: impl PartOf<T>) {
        self.key.give(&value);
    }
}

/// What is asked of the items that come back.
struct Reader<E> {
    range: Option<(&'static str, KeyRange)>,
    marker: PhantomData<fn() -> E>,
}

impl<E: Entity> Reader<E> {
    /// The items of one page, and the key of the last one that was read.
    async fn read(&self, input: QueryInputBuilder, table: &Table) -> Result<(Vec<E>, Option<Item>)> {
        let request = Request { operation: "query", schema: E::SCHEMA };
        let output = input.send_with(table.client()).await;
        let output = output.map_err(|error| request.failed(table, error))?;
        let range = self.range.as_ref().map(|(field, range)| (*field, range));
        Ok((entities(output.items, range)?, output.last_evaluated_key))
    }
}
