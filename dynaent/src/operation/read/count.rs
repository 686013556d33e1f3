//! `count`: how many items there are, without sending them.

use aws_sdk_dynamodb::{
    operation::scan::builders::ScanInputBuilder,
    types::{AttributeValue, Select},
};
use futures_util::{
    TryStreamExt,
    future::{ready, try_join_all},
};

use super::{
    pages::{Answer, Paged, Pages, Reader},
    parallel::ParallelScan,
    query::Query,
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
        let input = match &pages.reader.range {
            None => pages.input.select(Select::Count),
            Some((field, _)) => {
                pages.input.projection_expression("#count").expression_attribute_names("#count", *field)
            }
        };
        let pages = Pages { input, ..pages };
        let range = pages.reader.range.as_ref();
        let counted = |answer: &Answer| {
            range.map_or(answer.count, |(field, range)| in_range(answer.items.as_deref(), field, range))
        };
        sum(&pages, counted, table).await
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
        numbers(self.read(table)?, table).await
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
        let counts = self.parts(table)?.into_iter().map(|pages| numbers(pages, table));
        Ok(try_join_all(counts).await?.into_iter().sum())
    }
}

/// The sum of the numbers that DynamoDB sends for the pages of a scan.
async fn numbers<R: Reader>(pages: Pages<ScanInputBuilder, R>, table: &Table) -> Result<usize> {
    let pages = Pages { input: pages.input.select(Select::Count), ..pages };
    sum(&pages, |answer| answer.count, table).await
}

/// The sum of what is counted on each page.
async fn sum<I: Paged, R: Reader>(
    pages: &Pages<I, R>,
    counted: impl Fn(&Answer) -> usize + Send,
    table: &Table,
) -> Result<usize> {
    let (mut sum, mut after) = (0, None);
    loop {
        let answer = pages.ask(pages.input.clone().starting_after(after), table).await?;
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
