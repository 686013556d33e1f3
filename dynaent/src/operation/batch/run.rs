//! The making of a batch of writes: parts are taken as requests become free for them.

use std::{collections::HashSet, future::poll_fn, mem, pin::pin, task::Poll};

use futures_util::{StreamExt, future::BoxFuture, stream::FuturesUnordered};

use super::{
    failed::BatchError,
    feed::Feed,
    flight::{Chunk, Landed, fly},
    part::BatchPart,
};
use crate::{
    error::Error,
    operation::send::{BatchProgress, batch_options::Options, pace::Pace},
    table::{Identity, Table},
};

/// Writes all that comes; gives how many items that were.
pub(super) async fn run(
    mut feed: Feed<'_, BatchPart>,
    options: Options<'_>,
    table: &Table,
) -> Result<usize, BatchError> {
    let pace = Pace::new(options.rate);
    let mut run = Run::new(options, table);
    let mut chunk = Chunk::default();
    let mut taken = 0;
    // Nothing more is taken once something failed.
    while let Some(next) = run.meanwhile(feed.stream.next()).await {
        match next {
            None => break,
            Some(Ok(part)) => {
                taken += 1;
                chunk.add(part, table.name());
                if chunk.is_full() {
                    run.launch(mem::take(&mut chunk), &pace).await;
                }
            }
            Some(Err(error)) => {
                if !matches!(error, Error::Source(_)) {
                    run.refused.push(taken);
                }
                taken += 1;
                run.error.get_or_insert(error);
            }
        }
    }
    if run.error.is_none() && !chunk.is_empty() {
        run.launch(mem::take(&mut chunk), &pace).await;
    }
    while let Some(landed) = run.flights.next().await {
        run.land(landed);
    }
    let Run { error, mut left, mut refused, progress, .. } = run;
    let Some(error) = error else { return Ok(progress.done) };
    left.extend(chunk.into_parts());
    if feed.is_at_hand {
        while let Some(rest) = feed.stream.next().await {
            match rest {
                Ok(part) => left.push(part),
                Err(_) => refused.push(taken),
            }
            taken += 1;
        }
    }
    Err(BatchError { error: Box::new(error), written: progress.done, left, refused })
}

struct Run<'r> {
    table: &'r Table,
    options: Options<'r>,
    flights: FuturesUnordered<BoxFuture<'r, Landed>>,
    /// The items of the requests that are on their way.
    in_flight: HashSet<Identity>,
    progress: BatchProgress,
    error: Option<Error>,
    left: Vec<BatchPart>,
    refused: Vec<usize>,
}

impl<'r> Run<'r> {
    fn new(options: Options<'r>, table: &'r Table) -> Self {
        Self {
            table,
            options,
            flights: FuturesUnordered::new(),
            in_flight: HashSet::new(),
            progress: BatchProgress::default(),
            error: None,
            left: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// Does something while requests are on their way. `None` if something failed.
    async fn meanwhile<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(|cx| {
            while let Poll::Ready(Some(landed)) = self.flights.poll_next_unpin(cx) {
                self.land(landed);
            }
            if self.error.is_some() { Poll::Ready(None) } else { work.as_mut().poll(cx).map(Some) }
        })
        .await
    }

    /// Sends a request, as soon as there is room for one more, and no other is on its way that writes one of its items:
    /// of two writes of an item, the later one counts.
    async fn launch(&mut self, chunk: Chunk, pace: &Pace) {
        if let Some(Err(error)) = self.meanwhile(pace.take(chunk.items().count(), self.table)).await {
            self.error.get_or_insert(error);
        }
        while self.flights.len() >= self.options.concurrency || chunk.items().any(|item| self.in_flight.contains(item))
        {
            let Some(landed) = self.flights.next().await else { break };
            self.land(landed);
        }
        if self.error.is_some() {
            return self.left.extend(chunk.into_parts());
        }
        self.in_flight.extend(chunk.items().cloned());
        self.flights.push(Box::pin(fly(chunk, self.table, self.options.attempts)));
    }

    fn land(&mut self, landed: Landed) {
        landed.items.iter().for_each(|item| {
            self.in_flight.remove(item);
        });
        self.progress.add(landed.progress);
        if let Some((error, chunk)) = landed.left {
            self.error.get_or_insert(error);
            self.left.extend(chunk.into_parts());
        }
        (self.options.on_progress)(self.progress);
    }
}
