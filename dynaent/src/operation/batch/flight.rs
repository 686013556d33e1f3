//! One request of a batch that writes, made again until all of it is processed.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::{
    operation::batch_write_item::{BatchWriteItemInput, builders::BatchWriteItemInputBuilder},
    types::WriteRequest,
};

use super::part::BatchPart;
use crate::{
    error::{Error, Result},
    operation::send::{
        BatchProgress,
        backoff::{Backoff, may_pass},
        call::{self, Call},
    },
    table::{Identity, Table},
};

/// The most writes that DynamoDB takes in one request.
pub(super) const MAX_WRITES: usize = 25;

/// The parts of a request: each of another item.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    parts: Vec<(Identity, BatchPart)>,
    places: HashMap<Identity, usize>,
}

impl Chunk {
    /// Takes one more part. DynamoDB refuses two of one item: the last one counts.
    pub(super) fn add(&mut self, part: BatchPart, table: &str) {
        let identity = part.identity(part.table.as_deref().unwrap_or(table));
        match self.places.get(&identity) {
            Some(place) => self.parts[*place].1 = part,
            None => {
                self.places.insert(identity.clone(), self.parts.len());
                self.parts.push((identity, part));
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        self.parts.len() == MAX_WRITES
    }

    /// The items that it writes.
    pub(super) fn items(&self) -> impl Iterator<Item = &Identity> {
        self.parts.iter().map(|(identity, _)| identity)
    }

    pub(in crate::operation) fn into_parts(self) -> impl Iterator<Item = BatchPart> {
        self.parts.into_iter().map(|(_, part)| part)
    }

    /// Takes back what has gone into a request.
    fn restore(&mut self) {
        self.parts.iter_mut().for_each(|(_, part)| part.restore());
    }

    /// The SDK's input. It takes the items.
    pub(super) fn input(&mut self, table: &str) -> Result<BatchWriteItemInputBuilder> {
        let mut requests: HashMap<String, Vec<WriteRequest>> = HashMap::with_capacity(1);
        for (_, part) in &mut self.parts {
            let table = part.table.as_deref().unwrap_or(table);
            let of_table = match requests.get_mut(table) {
                Some(of_table) => of_table,
                None => requests.entry(table.to_owned()).or_default(),
            };
            of_table.push(part.take_request()?);
        }
        Ok(BatchWriteItemInput::builder().set_request_items(Some(requests)))
    }
}

/// What has become of a request.
pub(super) struct Landed {
    /// The items that it was to write.
    pub(super) items: Vec<Identity>,
    pub(super) progress: BatchProgress,
    /// What it has not written, and why.
    pub(super) left: Option<(Error, Chunk)>,
}

/// Makes the writes.
pub(super) async fn fly(mut chunk: Chunk, table: &Table, attempts: u32) -> Landed {
    let items = chunk.items().cloned().collect();
    let mut progress = BatchProgress::default();
    let mut backoff = Backoff::new(attempts);
    loop {
        progress.requests += 1;
        let (error, may_pass) = match send(&mut chunk, table).await {
            Ok(unprocessed) => {
                let sent = chunk.parts.len();
                chunk.parts.retain(|(identity, _)| unprocessed.contains(identity));
                progress.done += sent - chunk.parts.len();
                progress.unprocessed += chunk.parts.len();
                if chunk.parts.is_empty() {
                    return Landed { items, progress, left: None };
                }
                if chunk.parts.len() < sent {
                    backoff.reset();
                }
                (None, true)
            }
            Err(error) => {
                let may_pass = may_pass(&error);
                (Some(error), may_pass)
            }
        };
        if !may_pass || !backoff.wait(table).await {
            chunk.restore();
            let error = error.unwrap_or_else(|| unprocessed(&chunk, table));
            return Landed { items, progress, left: Some((error, chunk)) };
        }
    }
}

/// Makes one request; gives what DynamoDB has left unprocessed of it.
async fn send(chunk: &mut Chunk, table: &Table) -> Result<HashSet<Identity>> {
    let call = call_of(chunk);
    let output = call::send(chunk.input(table.name())?, call, table).await;
    let output = output.map_err(|error| call.failed(table, error))?;
    let mut left = HashSet::new();
    for (name, requests) in output.unprocessed_items.into_iter().flatten() {
        // All entities of a table have the same key fields.
        let of_table = |part: &BatchPart| part.table.as_deref().unwrap_or(table.name()) == name;
        let Some((_, part)) = chunk.parts.iter().find(|(_, part)| of_table(part)) else { continue };
        for request in requests {
            let put = request.put_request.map(|put| put.item);
            let fields = put.or(request.delete_request.map(|delete| delete.key)).unwrap_or_default();
            left.insert(Identity::of(&name, part.schema(), &fields));
        }
    }
    Ok(left)
}

fn unprocessed(chunk: &Chunk, table: &Table) -> Error {
    let Call { operation, entity, .. } = call_of(chunk);
    let keys = chunk.parts.iter().map(|(_, part)| part.key()).collect();
    Error::Unprocessed { operation, entity, table: table.name().to_owned(), keys }
}

fn call_of(chunk: &Chunk) -> Call {
    Call::of("batch write", chunk.parts.iter().map(|(_, part)| part.schema()))
}
