//! Whole items by the keys that an index holds: `BatchGetItem`, a hundred keys at a time.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};

use super::{back_off::back_off, request::Request};
use crate::{
    error::{Error, Result},
    schema::{EntitySchema, KeyKind},
    table::Table,
    value::Item,
};

/// The most keys that DynamoDB takes in one request.
const MAX_KEYS: usize = 100;
/// How often keys are asked for that DynamoDB has left unprocessed without processing any.
const ATTEMPTS: u32 = 8;

/// Gets whole items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hydrate {
    /// As they were last written.
    pub(super) consistent: bool,
}

impl Hydrate {
    /// The whole items of what was read of an index, in the same order. Those that have been deleted since are left out,
    /// and one that moved in the index while it was read, and so came twice, is there once.
    pub(super) async fn whole(self, read: Vec<Item>, request: Request, table: &Table) -> Result<Vec<Item>> {
        let mut whole = Vec::with_capacity(read.len());
        let mut asked = HashSet::with_capacity(read.len());
        let keys = read.into_iter().filter_map(|item| primary_key(request.schema, item));
        // DynamoDB refuses a batch that names a key twice.
        let mut keys = keys.filter(|key| asked.insert(identity(request.schema, key))).peekable();
        while keys.peek().is_some() {
            let chunk: Vec<Item> = keys.by_ref().take(MAX_KEYS).collect();
            let mut got = self.get(&chunk, request, table).await?;
            whole.extend(chunk.iter().filter_map(|key| got.remove(&identity(request.schema, key))));
        }
        Ok(whole)
    }

    /// The items of at most a hundred keys, by the identity of their keys.
    async fn get(self, keys: &[Item], request: Request, table: &Table) -> Result<HashMap<Identity, Item>> {
        let mut items = HashMap::with_capacity(keys.len());
        let mut left = keys.to_vec();
        let mut attempt = 0;
        loop {
            let asked = left.len();
            let wanted = KeysAndAttributes::builder().set_keys(Some(left)).consistent_read(self.consistent);
            let wanted = wanted.build().map_err(Error::setup)?;
            let output = table.client().batch_get_item().request_items(table.name(), wanted).send().await;
            let output = output.map_err(|error| request.failed(table, error))?;
            let came = output.responses.into_iter().flat_map(HashMap::into_values).flatten();
            items.extend(came.map(|item| (identity(request.schema, &item), item)));
            let unprocessed = output.unprocessed_keys.into_iter().flat_map(HashMap::into_values);
            left = unprocessed.flat_map(|keys| keys.keys).collect();
            if left.is_empty() {
                return Ok(items);
            }
            if left.len() < asked {
                attempt = 0;
                continue;
            }
            attempt += 1;
            if attempt == ATTEMPTS {
                let (operation, entity) = (request.operation, request.schema.name);
                return Err(Error::Unprocessed { operation, entity, table: table.name().to_owned(), left: left.len() });
            }
            back_off(table, attempt).await;
        }
    }
}

/// The table's key, out of an item; nothing if it has none.
fn primary_key(schema: &'static EntitySchema, mut item: Item) -> Option<Item> {
    schema.primary().fields(schema).map(|(field, _)| item.remove_entry(field)).collect()
}

/// What tells one key from another.
type Identity = Vec<(KeyKind, String)>;

fn identity(schema: &'static EntitySchema, item: &Item) -> Identity {
    let fields = schema.primary().fields(schema);
    let values = fields.filter_map(|(field, _)| match item.get(field)? {
        AttributeValue::S(text) => Some((KeyKind::Text, text.clone())),
        AttributeValue::N(number) => Some((KeyKind::Number, number.clone())),
        _ => None,
    });
    values.collect()
}
