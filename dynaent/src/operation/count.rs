//! `count`: how many items there are, without sending them.

use aws_sdk_dynamodb::types::{AttributeValue, Select};
use futures_util::{
    TryStreamExt,
    future::{ready, try_join_all},
};

use super::{
    pages::{Answer, Paged},
    parallel::ParallelScan,
    query::Query,
    request::Request,
    scan::Scan,
};
use crate::{
    entity::Entity,
    error::Result,
    expression::{Node, Path, Term, ownership},
    key::KeyRange,
    reading::Reading,
    schema::{EntitySchema, IndexSchema, Projection},
    table::Table,
    value::{Expiry, Item},
};

impl<E: Entity, K: Reading<E>> Query<E, K> {
    /// How many items there are, of all pages. DynamoDB reads, and bills, all of them, and sends their number alone; of a
    /// range on a composite that is not the last one, their sort keys, for neighbours are not counted.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn count(mut self, table: &Table) -> Result<usize> {
        let (schema, index) = (self.key.schema(), self.key.index());
        let expiry = if self.options.with_expired { None } else { unexpired(schema) };
        if index.projection != Projection::All || expiry.as_ref().is_some_and(|node| is_of_key(node, schema, index)) {
            return Ok(self.all(table).await?.len());
        }
        for node in expiry.into_iter().chain([ownership(schema)]) {
            self = self.filtered_with(node);
        }
        let pages = self.read(table)?;
        let range = pages.reader.range.as_ref();
        let input = match range {
            None => pages.input.select(Select::Count),
            Some((field, _)) => {
                pages.input.projection_expression("#count").expression_attribute_names("#count", *field)
            }
        };
        let counted = |answer: &Answer| {
            range.map_or(answer.count, |(field, range)| in_range(answer.items.as_deref(), field, range))
        };
        sum(input, pages.request, counted, table).await
    }
}

impl<E: 'static, K: Reading<E>> Scan<E, K> {
    /// How many items there are. Where DynamoDB can tell (of an entity whose items do not expire), it sends their number
    /// alone; else all of them are read.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn count(self, table: &Table) -> Result<usize> {
        if !self.is_counted() {
            return Ok(self.all(table).await?.len());
        }
        let pages = self.read(table)?;
        sum(pages.input.select(Select::Count), pages.request, |answer| answer.count, table).await
    }
}

impl<E: 'static, K: Reading<E>> ParallelScan<E, K> {
    /// How many items there are, as [`Scan::count`] finds out.
    ///
    /// # Errors
    /// As [`all`](Self::all).
    pub async fn count(self, table: &Table) -> Result<usize> {
        if !self.scan.is_counted() {
            return self.items(table).try_fold(0, |count, _| ready(Ok(count + 1))).await;
        }
        let parts = self.parts(table)?.into_iter();
        let counts = parts.map(|pages| sum(pages.input.select(Select::Count), pages.request, |it| it.count, table));
        Ok(try_join_all(counts).await?.into_iter().sum())
    }
}

/// The sum of what is counted on each page.
async fn sum<I: Paged>(
    input: I,
    request: Request,
    counted: impl Fn(&Answer) -> usize + Send,
    table: &Table,
) -> Result<usize> {
    let (mut sum, mut after) = (0, None);
    loop {
        let answer = input
            .clone()
            .starting_after(after)
            .answer(table.client())
            .await
            .map_err(|error| request.failed(table, error))?;
        sum += counted(&answer);
        after = answer.last;
        if after.is_none() {
            return Ok(sum);
        }
    }
}

/// That an item has not expired. One that says nothing has not.
fn unexpired(schema: &'static EntitySchema) -> Option<Node> {
    let now = AttributeValue::N(Expiry::after(std::time::Duration::ZERO).seconds().to_string());
    let expires_at = Path::attribute(schema, schema.kept.expires_at?);
    Some(Node::less(expires_at, Term::Value(Ok(now))).negated())
}

/// Whether DynamoDB would refuse the filter.
fn is_of_key(node: &Node, schema: &'static EntitySchema, index: &IndexSchema) -> bool {
    node.find_path(&|path| index.is_key(schema, path.root())).is_some()
}

fn in_range(items: Option<&[Item]>, field: &str, range: &KeyRange) -> usize {
    let is_in = |item: &&Item| matches!(item.get(field), Some(AttributeValue::S(key)) if range.contains(key));
    items.unwrap_or_default().iter().filter(is_in).count()
}
