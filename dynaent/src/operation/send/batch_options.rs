//! What can be said of a batch, and what it tells meanwhile.

use std::fmt;

use super::backoff;

/// How far a batch is: what `on_progress` is told after each request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BatchProgress {
    /// How many parts of the batch are done: items written, or asked for and answered.
    pub done: usize,
    /// How many requests were made.
    pub requests: usize,
    /// How many parts DynamoDB has left unprocessed, each time it did; they were asked for again.
    pub unprocessed: usize,
}

impl BatchProgress {
    pub(in crate::operation) fn add(&mut self, more: Self) {
        self.done += more.done;
        self.requests += more.requests;
        self.unprocessed += more.unprocessed;
    }
}

/// The options of a batch.
pub(in crate::operation) struct Options<'a> {
    /// How many requests are on their way at once.
    pub(in crate::operation) concurrency: usize,
    /// How often something is asked for without any progress.
    pub(in crate::operation) attempts: u32,
    /// How many items a second are asked for or written.
    pub(in crate::operation) rate: Option<u32>,
    pub(in crate::operation) on_progress: Box<dyn FnMut(BatchProgress) + Send + 'a>,
}

impl Options<'_> {
    /// So many requests at once.
    pub(in crate::operation) fn concurrent(concurrency: usize) -> Self {
        Self { concurrency, ..Self::default() }
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { concurrency: 1, attempts: backoff::ATTEMPTS, rate: None, on_progress: Box::new(|_| ()) }
    }
}

impl fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("concurrency", &self.concurrency)
            .field("attempts", &self.attempts)
            .field("rate", &self.rate)
            .finish_non_exhaustive()
    }
}

/// The methods that set the options.
macro_rules! option_setters {
    () => {
        /// How many requests are on their way at once; 1 by default, as is 0.
        pub fn concurrency(mut self, requests: usize) -> Self {
            self.options.concurrency = requests.max(1);
            self
        }

        /// How often a request is made that gets nothing done: because DynamoDB leaves all of it unprocessed, is busy, has
        /// a fault, or does not answer, all of that after the SDK's own retries. 8 by default, 0 counts as 1. Before each
        /// it waits for a random part of a time that doubles, from 50 milliseconds up to 5 seconds.
        pub fn attempts(mut self, attempts: u32) -> Self {
            self.options.attempts = attempts;
            self
        }

        /// Takes so many items a second, at least 1. By default as many as DynamoDB does.
        pub fn rate(mut self, items_per_second: u32) -> Self {
            self.options.rate = Some(items_per_second);
            self
        }

        /// Is told after each request how far the batch is; for a progress bar.
        pub fn on_progress(mut self, tell: impl FnMut($crate::operation::BatchProgress) + Send + 'a) -> Self {
            self.options.on_progress = Box::new(tell);
            self
        }
    };
}

pub(in crate::operation) use option_setters;
