//! `scan`: every item of the entity, by reading the whole table.

use std::marker::PhantomData;

use aws_sdk_dynamodb::operation::scan::{ScanInput, builders::ScanInputBuilder};

use super::{
    custom::Custom,
    kind::Strong,
    read::{Expired, page_limit, read_all, start_key},
    request::{Request, unbuilt},
};
use crate::{
    cursor::{Cursor, StartAfter},
    entity::Entity,
    error::Result,
    expression::{self, Condition, Conditions, Node, Placeholders, ownership},
    page::Page,
    table::Table,
    value::Item,
};

/// Reads every item of the entity, in no order, by reading the whole table: what the entity's `scan()` gives.
///
/// DynamoDB reads and bills the items of all entities, and returns those of this one.
#[derive(Debug)]
#[must_use = "nothing is read until `send` or `all` is awaited"]
pub struct Scan<E> {
    limit: Option<u32>,
    consistent: bool,
    after: Option<Cursor>,
    filter: Conditions,
    with_expired: bool,
    custom: Custom<ScanInputBuilder>,
    marker: PhantomData<fn() -> E>,
}

impl<E: Entity> Scan<E> {
    #[doc(hidden)]
    pub fn start() -> Self {
        Self {
            limit: None,
            consistent: false,
            after: None,
            filter: Conditions::new(E::SCHEMA),
            with_expired: false,
            custom: Custom::default(),
            marker: PhantomData,
        }
    }

    /// The most items that one request reads, at least 1, whatever entity they are of. By default as many as fit
    /// DynamoDB's 1 MB.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Reads what was last written, at twice the cost.
    pub fn consistent(mut self) -> Self {
        self.consistent = true;
        self
    }

    /// Begins after the place where another page ended. `None` begins at the start.
    pub fn after(mut self, cursor: impl Into<StartAfter>) -> Self {
        self.after = cursor.into().0;
        self
    }

    /// Returns only the items of which this holds. A second filter must hold as well. DynamoDB reads, and bills, what it
    /// filters out.
    pub fn filter(mut self, filter: Condition<E>) -> Self {
        self.filter.add(filter.node);
        self
    }

    /// Returns items that have expired too. DynamoDB deletes them within a few days.
    pub fn with_expired(mut self) -> Self {
        self.with_expired = true;
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(ScanInputBuilder) -> ScanInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it.
    ///
    /// # Errors
    /// If the limit is 0, or the cursor is of another query.
    pub fn request(self, table: impl Into<String>) -> Result<ScanInput> {
        self.input(table)?.build().map_err(unbuilt)
    }

    /// Reads one page.
    ///
    /// # Errors
    /// As [`request`](Self::request), and if the request fails or an item cannot be read.
    pub async fn send(self, table: &Table) -> Result<Page<E>> {
        let expired = Expired::unless(self.with_expired, E::SCHEMA);
        let (items, last) = read(self.input(table.name())?, table, expired).await?;
        Ok(Page::new(items, last.as_ref().and_then(Cursor::of)))
    }

    /// Reads all pages. The limit, if any, is that of each page.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn all(self, table: &Table) -> Result<Vec<E>> {
        let expired = Expired::unless(self.with_expired, E::SCHEMA);
        let input = self.input(table.name())?;
        let (mut items, mut last) = read(input.clone(), table, expired).await?;
        while last.is_some() {
            let (more, next) = read(input.clone().set_exclusive_start_key(last), table, expired).await?;
            items.extend(more);
            last = next;
        }
        Ok(items)
    }

    fn input(self, table: impl Into<String>) -> Result<ScanInputBuilder> {
        let mut placeholders = Placeholders::with_capacity(2, 2);
        let filter = Node::all([ownership(E::SCHEMA)].into_iter().chain(self.filter.into_node()));
        let filter = expression::condition(filter, E::SCHEMA, &mut placeholders)?;
        // A scan may stop at an item of any entity.
        let start = |cursor| start_key(cursor, E::SCHEMA, E::SCHEMA.primary(), "scan", &[]);
        let (names, values) = placeholders.finish();
        let input = ScanInput::builder()
            .table_name(table)
            .set_filter_expression(filter)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values)
            .set_limit(self.limit.map(|limit| page_limit(E::SCHEMA, limit)).transpose()?)
            .set_consistent_read(self.consistent.then_some(true))
            .set_exclusive_start_key(self.after.as_ref().map(start).transpose()?);
        Ok(self.custom.apply(input))
    }
}

/// The items of one page, and the key of the last one that was read.
async fn read<E: Entity>(input: ScanInputBuilder, table: &Table, expired: Expired) -> Result<(Vec<E>, Option<Item>)> {
    let request = Request { operation: "scan", schema: E::SCHEMA };
    let output = input.send_with(table.client()).await;
    let output = output.map_err(|error| request.failed(table, error))?;
    Ok((read_all::<E, Strong>(output.items, None, expired)?, output.last_evaluated_key))
}
