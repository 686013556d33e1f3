//! Items by their keys: `BatchGetItem`, a hundred keys at a time, asked for again until all are answered.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use aws_sdk_dynamodb::{
    operation::{
        batch_get_item::{BatchGetItemInput, builders::BatchGetItemInputBuilder},
        get_item::GetItemInput,
    },
    types::KeysAndAttributes,
};
use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};

use super::{
    backoff::{Backoff, may_pass},
    batch_options::{BatchProgress, Options},
    call::{self, Call},
    pace::Pace,
    request::Request,
};
use crate::{
    error::{Error, ItemKey, Result},
    schema::EntitySchema,
    table::{Identity, Table},
    value::Item,
};

/// The most keys that DynamoDB takes in one request.
const MAX_KEYS: usize = 100;

/// An item that is asked for, and something that its answer is to come with.
#[derive(Debug)]
pub(in crate::operation) struct Asked<T> {
    schema: &'static EntitySchema,
    table: String,
    key: Item,
    consistent: bool,
    identity: Identity,
    with: T,
}

impl<T> Asked<T> {
    pub(in crate::operation) fn new(
        schema: &'static EntitySchema,
        table: String,
        key: Item,
        consistent: bool,
        with: T,
    ) -> Self {
        let identity = Identity::of(&table, schema, &key);
        Self { schema, table, key, consistent, identity, with }
    }

    /// What a get asks for.
    pub(in crate::operation) fn of(schema: &'static EntitySchema, get: GetItemInput, with: T) -> Result<Self> {
        if get.projection_expression.is_some() {
            let reason = "it is customized to read a part of the item, by which an answer cannot be told from another";
            return Err(Error::Batch { operation: "get", entity: schema.name, reason });
        }
        let consistent = get.consistent_read == Some(true);
        Ok(Self::new(schema, get.table_name.unwrap_or_default(), get.key.unwrap_or_default(), consistent, with))
    }
}

/// The answers of a request, in the order of what was asked.
type Answers<T> = Vec<(Option<Item>, T)>;

/// Answers all that is asked, in order. The stream ends with the first error.
pub(in crate::operation) fn answers<'a, T: Send + 'a>(
    asked: BoxStream<'a, Result<Asked<T>>>,
    options: Options<'a>,
    operation: &'static str,
    table: Table,
) -> BoxStream<'a, Result<Answers<T>>> {
    let Options { concurrency, attempts, rate, mut on_progress } = options;
    let pace = Arc::new(Pace::new(rate));
    let mut progress = BatchProgress::default();
    let fetched = chunks(asked).map_ok(move |chunk| {
        let (table, pace) = (table.clone(), Arc::clone(&pace));
        async move {
            pace.take(chunk.len(), &table).await?;
            fetch(chunk, operation, &table, attempts).await
        }
    });
    let told = fetched.try_buffered(concurrency).map_ok(move |(answers, made)| {
        progress.add(made);
        on_progress(progress);
        answers
    });
    told.boxed()
}

/// What each request asks for: up to a hundred items, of a table either all consistently or none.
pub(in crate::operation) fn chunks<'a, T: Send + 'a>(
    asked: BoxStream<'a, Result<Asked<T>>>,
) -> BoxStream<'a, Result<Vec<Asked<T>>>> {
    let next = |(mut asked, mut waiting): (BoxStream<'a, Result<Asked<T>>>, Option<Result<Asked<T>>>)| async move {
        let mut chunk: Vec<Asked<T>> = Vec::new();
        let mut items = HashSet::new();
        loop {
            let next = match waiting.take() {
                Some(next) => next,
                None => match asked.next().await {
                    Some(next) => next,
                    None => break,
                },
            };
            match next {
                Err(error) if chunk.is_empty() => return Err(error),
                Ok(next) if has_room(&chunk, items.len(), items.contains(&next.identity), &next) => {
                    items.insert(next.identity.clone());
                    chunk.push(next);
                }
                // What was asked for before is answered first.
                next => {
                    waiting = Some(next);
                    break;
                }
            }
        }
        Ok(if chunk.is_empty() { None } else { Some((chunk, (asked, waiting))) })
    };
    stream::try_unfold((asked, None), next).boxed()
}

fn has_room<T>(chunk: &[Asked<T>], items: usize, is_there: bool, next: &Asked<T>) -> bool {
    let fits = |asked: &Asked<T>| asked.table != next.table || asked.consistent == next.consistent;
    (is_there || items < MAX_KEYS) && chunk.iter().rev().find(|asked| asked.table == next.table).is_none_or(fits)
}

/// The SDK's input for those that are still to be answered.
pub(in crate::operation) fn input<T>(
    chunk: &[Asked<T>],
    left: Option<&HashSet<&Identity>>,
) -> Result<BatchGetItemInputBuilder> {
    let mut requests: HashMap<&str, (bool, Vec<Item>)> = HashMap::with_capacity(1);
    let mut named = HashSet::with_capacity(chunk.len());
    for asked in chunk {
        // DynamoDB refuses a request that names a key twice.
        if left.is_none_or(|left| left.contains(&asked.identity)) && named.insert(&asked.identity) {
            let of_table = requests.entry(&asked.table).or_insert((asked.consistent, Vec::with_capacity(chunk.len())));
            of_table.1.push(asked.key.clone());
        }
    }
    let mut input = BatchGetItemInput::builder();
    for (table, (consistent, keys)) in requests {
        let keys = KeysAndAttributes::builder().set_keys(Some(keys)).set_consistent_read(consistent.then_some(true));
        input = input.request_items(table, keys.build().map_err(Error::setup)?);
    }
    Ok(input)
}

/// Makes one request, until all of it is answered.
async fn fetch<T>(
    chunk: Vec<Asked<T>>,
    operation: &'static str,
    table: &Table,
    attempts: u32,
) -> Result<(Answers<T>, BatchProgress)> {
    let mut progress = BatchProgress::default();
    let mut backoff = Backoff::new(attempts);
    let mut found: HashMap<Identity, Item> = HashMap::with_capacity(chunk.len());
    let mut left: HashSet<&Identity> = chunk.iter().map(|asked| &asked.identity).collect();
    let call = Call::of(operation, chunk.iter().map(|asked| asked.schema));
    loop {
        progress.requests += 1;
        let output = call::send(input(&chunk, Some(&left))?, call, table).await;
        let error = match output {
            Ok(output) => {
                let of_table = |name: &str| chunk.iter().find(|asked| asked.table == name).map(|asked| asked.schema);
                for (name, items) in output.responses.into_iter().flatten() {
                    // All entities of a table have the same key fields.
                    let Some(schema) = of_table(&name) else { continue };
                    found.extend(items.into_iter().map(|item| (Identity::of(&name, schema, &item), item)));
                }
                let asked = left.len();
                let mut unprocessed = HashSet::new();
                for (name, keys) in output.unprocessed_keys.into_iter().flatten() {
                    let Some(schema) = of_table(&name) else { continue };
                    unprocessed.extend(keys.keys.iter().map(|key| Identity::of(&name, schema, key)));
                }
                left.retain(|identity| unprocessed.contains(identity));
                progress.unprocessed += left.len();
                if left.is_empty() {
                    break;
                }
                // An answer holds at most 16 MB: the rest is to be had at once.
                if left.len() < asked {
                    backoff.reset();
                    continue;
                }
                None
            }
            Err(error) => {
                let error = call.failed(table, error);
                if !may_pass(&error) {
                    return Err(error);
                }
                Some(error)
            }
        };
        if !backoff.wait(table).await {
            let unprocessed = || {
                let left = chunk.iter().filter(|asked| left.contains(&asked.identity));
                let keys = left.map(|asked| key(asked, operation)).collect();
                Error::Unprocessed { operation, entity: call.entity, table: table.name().to_owned(), keys }
            };
            return Err(error.unwrap_or_else(unprocessed));
        }
    }
    progress.done = chunk.len();
    Ok((align(chunk, found), progress))
}

/// What was found, for each that was asked for.
fn align<T>(chunk: Vec<Asked<T>>, mut found: HashMap<Identity, Item>) -> Answers<T> {
    let mut askers: HashMap<Identity, usize> = HashMap::with_capacity(chunk.len());
    for asked in &chunk {
        *askers.entry(asked.identity.clone()).or_default() += 1;
    }
    let answer = |asked: Asked<T>| {
        let more = askers.get_mut(&asked.identity).map_or(0, |askers| {
            *askers -= 1;
            *askers
        });
        let item = if more == 0 { found.remove(&asked.identity) } else { found.get(&asked.identity).cloned() };
        (item, asked.with)
    };
    chunk.into_iter().map(answer).collect()
}

fn key<T>(asked: &Asked<T>, operation: &'static str) -> ItemKey {
    Request { operation, schema: asked.schema }.key_of(Some(&asked.key))
}
