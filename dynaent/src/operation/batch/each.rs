//! `batch_get`: any number of items of one entity.

use std::fmt;

use aws_sdk_dynamodb::operation::batch_get_item::BatchGetItemInput;
use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};

use super::{
    feed::{Feed, Source},
    get::{BatchGet, requests},
};
use crate::{
    entity::{Entity, Expired},
    error::Result,
    operation::{
        read::Get,
        send::{
            Answering,
            batch_get::{Asked, answers},
        },
        single::Whole,
    },
    table::Table,
};

/// Gets of items of one entity, as they come out of an iterator or a stream: what `batch_get` reads.
pub struct Each<'a, E>(Feed<'a, Get<E>>);

impl<'a, E: Entity> BatchGet<'a, Each<'a, E>> {
    #[doc(hidden)]
    pub fn each<W, M>(gets: impl Source<'a, W, M>) -> Self
    where
        W: Whole<Operation = Get<E>> + Send + 'a,
    {
        Self::over(Each(gets.into_feed().map(|get| Ok(get?.into_operation()))))
    }

    /// Reads all of them; gives those that are there, in the order in which they were asked for.
    ///
    /// As for a get alone, an item that has expired, or is of another entity, is not there.
    ///
    /// # Errors
    /// If a key cannot be built, the source or a request fails, an item cannot be read, or DynamoDB leaves keys
    /// unprocessed in all attempts.
    pub fn all(self, table: &'a Table) -> Answering<'a, Result<Vec<E>>> {
        Box::pin(self.items(table).try_collect())
    }

    /// Reads all of them; gives for each whether it is there, in the order in which they were asked for.
    ///
    /// # Errors
    /// As [`all`](Self::all).
    pub fn send(self, table: &'a Table) -> Answering<'a, Result<Vec<Option<E>>>> {
        Box::pin(self.found(table).try_collect())
    }

    /// Those that are there as a stream, in the order in which they are asked for. It ends with the first error; what was
    /// asked for before is read before.
    ///
    /// It needs no table any more: it can be returned, and spawned.
    pub fn items(self, table: &Table) -> BoxStream<'a, Result<E>> {
        self.found(table).try_filter_map(async |found| Ok(found)).boxed()
    }

    /// The requests, without sending them. What DynamoDB leaves unprocessed of them is the caller's matter.
    pub fn requests(self, table: impl Into<String>) -> BoxStream<'a, Result<BatchGetItemInput>> {
        requests(asked(self.gets, table.into()))
    }

    fn found(self, table: &Table) -> BoxStream<'a, Result<Option<E>>> {
        let asked = asked(self.gets, table.name().to_owned());
        let answers = answers(asked, self.options, "batch get", table.clone());
        let read = |(item, expired)| match item {
            Some(item) => Get::read(item, expired),
            None => Ok(None),
        };
        answers.map_ok(move |answers| stream::iter(answers.into_iter().map(read))).try_flatten().boxed()
    }
}

fn asked<'a, E: Entity>(gets: Each<'a, E>, table: String) -> BoxStream<'a, Result<Asked<Expired>>> {
    let ask = move |get: Result<Get<E>>| {
        let get = get?;
        let expired = get.expired_items();
        Asked::of(E::SCHEMA, get.request(table.as_str())?, expired)
    };
    gets.0.map(ask).stream
}

impl<E> fmt::Debug for Each<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Each").finish_non_exhaustive()
    }
}
