//! Sending requests: where they leave, how often, how fast, and what the SDK's errors tell.

pub(super) mod backoff;
pub(super) mod batch_get;
pub(super) mod batch_options;
pub(super) mod call;
pub(super) mod custom;
mod inputs;
pub(super) mod pace;
pub(super) mod request;

use std::pin::Pin;

pub use self::batch_options::BatchProgress;

/// The future of an operation whose builder must be complete. Boxed, because the type of an `async fn` would repeat
/// what the builder lacks with each mention of the future.
pub type Answering<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
