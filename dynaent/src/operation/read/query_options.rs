//! What can be said of a query besides its key, and the request that follows.

use aws_sdk_dynamodb::operation::query::{QueryInput, builders::QueryInputBuilder};

use super::start::page_limit;
use crate::{
    cursor::Cursor,
    error::Result,
    expression::{self, KeyCondition, Node},
    operation::send::custom::Custom,
    schema::{EntitySchema, IndexSchema},
    value::Item,
};

/// The options of a query.
#[derive(Debug, Default)]
pub(super) struct QueryOptions {
    pub(super) limit: Option<u32>,
    pub(super) descending: bool,
    pub(super) consistent: bool,
    pub(super) after: Option<Cursor>,
    pub(super) with_expired: bool,
    pub(super) custom: Custom<QueryInputBuilder>,
}

impl QueryOptions {
    /// The request, with these options.
    pub(super) fn input(
        self,
        table: impl Into<String>,
        (schema, index): (&'static EntitySchema, &'static IndexSchema),
        key: KeyCondition,
        filter: Option<Node>,
        start: Option<Item>,
    ) -> Result<QueryInputBuilder> {
        let (condition, mut placeholders) = key.finish();
        let filter = filter.map(|filter| expression::condition(filter, schema, &mut placeholders)).transpose()?;
        let (names, values) = placeholders.finish();
        let mut input = QueryInput::builder()
            .table_name(table)
            .key_condition_expression(condition)
            .set_expression_attribute_names(names)
            .set_expression_attribute_values(values);
        // Each setter moves the whole builder, so that only those are called which have something to set.
        if let Some(filter) = filter {
            input = input.set_filter_expression(filter);
        }
        if let Some(name) = index.name() {
            input = input.index_name(name);
        }
        if let Some(limit) = self.limit {
            input = input.limit(page_limit(schema, limit)?);
        }
        if self.descending {
            input = input.scan_index_forward(false);
        }
        if self.consistent {
            input = input.consistent_read(true);
        }
        if let Some(start) = start {
            input = input.set_exclusive_start_key(Some(start));
        }
        Ok(self.custom.apply(input))
    }
}

/// The methods that set the options.
macro_rules! option_setters {
    () => {
        /// The most items that one request reads, at least 1. By default as many as fit DynamoDB's 1 MB.
        ///
        /// A page may hold fewer even if more follow: items of other entities count, and are dropped.
        pub fn limit(mut self, limit: u32) -> Self {
            self.options.limit = Some(limit);
            self
        }

        /// Reads from the highest sort key to the lowest.
        pub fn descending(mut self) -> Self {
            self.options.descending = true;
            self
        }

        /// Begins after the place where another page of the same query ended. `None` begins at the start.
        pub fn after(mut self, cursor: impl Into<crate::cursor::StartAfter>) -> Self {
            self.options.after = cursor.into().0;
            self
        }

        /// Returns items that have expired too. DynamoDB deletes them within a few days.
        pub fn with_expired(mut self) -> Self {
            self.options.with_expired = true;
            self
        }

        /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
        pub fn customize(
            mut self,
            change: impl FnOnce(
                aws_sdk_dynamodb::operation::query::builders::QueryInputBuilder,
            ) -> aws_sdk_dynamodb::operation::query::builders::QueryInputBuilder
            + Send
            + Sync
            + 'static,
        ) -> Self {
            self.options.custom = self.options.custom.then(change);
            self
        }
    };
}

pub(super) use option_setters;
