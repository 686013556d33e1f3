//! How often the SDK has sent a request.

use std::{cell::Cell, future::poll_fn, pin::pin};

use aws_sdk_dynamodb::{
    Client,
    config::{ConfigBag, Intercept, RuntimeComponents, interceptors::BeforeTransmitInterceptorContextRef},
    error::BoxError,
};

thread_local! {
    /// The attempts of the request that this thread is just working on.
    static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
}

/// The same client, but what it sends is counted.
pub(super) fn counting(client: &Client) -> Client {
    Client::from_conf(client.config().to_builder().interceptor(Attempts).build())
}

/// Awaits a request of a client that counts, and tells how often it was sent.
///
/// The SDK has no place where an interceptor could leave something for the caller. But it calls it while it is polled, so
/// that each poll brings its number along, and takes it away again.
pub(crate) async fn counted<T>(request: impl Future<Output = T>) -> (T, u32) {
    let mut request = pin!(request);
    let mut attempts = 0;
    let output = poll_fn(|context| {
        // Whoever polls this may count as well.
        let outer = ATTEMPTS.replace(attempts);
        let poll = request.as_mut().poll(context);
        attempts = ATTEMPTS.replace(outer);
        poll
    })
    .await;
    (output, attempts)
}

/// Counts before each attempt.
#[derive(Debug)]
struct Attempts;

impl Intercept for Attempts {
    fn name(&self) -> &'static str {
        "Attempts"
    }

    fn read_before_attempt(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        ATTEMPTS.set(ATTEMPTS.get().saturating_add(1));
        Ok(())
    }
}
