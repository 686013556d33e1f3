//! Whole items by the keys that an index holds.

use std::collections::HashSet;

use futures_util::{StreamExt, TryStreamExt, stream};

use crate::{
    error::Result,
    operation::send::{
        batch_get::{Asked, answers},
        batch_options::Options,
        request::Request,
    },
    schema::EntitySchema,
    table::{Identity, Table},
    value::Item,
};

/// How many requests for the items of a page are on their way at once.
const CONCURRENCY: usize = 4;

/// Gets whole items.
#[derive(Debug, Clone, Copy)]
pub(in crate::operation) struct Hydrate {
    /// As they were last written.
    pub(super) consistent: bool,
}

impl Hydrate {
    /// The whole items of what was read of an index, in the same order. Those that have been deleted since are left out,
    /// and one that moved in the index while it was read, and so came twice, is there once.
    pub(super) async fn whole(self, read: Vec<Item>, request: Request, table: &Table) -> Result<Vec<Item>> {
        let mut asked = HashSet::with_capacity(read.len());
        let keys = read.into_iter().filter_map(|item| primary_key(request.schema, item));
        let keys = keys.filter(|key| asked.insert(Identity::of(table.name(), request.schema, key)));
        let ask = |key| Ok(Asked::new(request.schema, table.name().to_owned(), key, self.consistent, ()));
        let asked: Vec<_> = keys.map(ask).collect();
        let options = Options::concurrent(CONCURRENCY);
        let answers = answers(stream::iter(asked).boxed(), options, request.operation, table.clone());
        let answers: Vec<_> = answers.try_collect().await?;
        Ok(answers.into_iter().flatten().filter_map(|(item, ())| item).collect())
    }
}

/// The table's key, out of an item; nothing if it has none.
fn primary_key(schema: &'static EntitySchema, mut item: Item) -> Option<Item> {
    schema.primary().fields(schema).map(|(field, _)| item.remove_entry(field)).collect()
}
