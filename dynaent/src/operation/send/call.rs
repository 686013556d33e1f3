//! Sending a request: the one place where all of them leave, and are observed.

use std::time::Instant;

use aws_sdk_dynamodb::Error as SdkError;
use futures_util::{TryFutureExt, future::Either};
use tracing::{Instrument, Span, field::Empty};

use super::inputs::Sends;
use crate::{
    error::Error,
    schema::EntitySchema,
    table::{Observed, Table, counted},
};

/// What is sent, for those who observe it.
#[derive(Debug, Clone, Copy)]
pub(in crate::operation) struct Call {
    pub(in crate::operation) operation: &'static str,
    pub(in crate::operation) entity: &'static str,
    /// DynamoDB's name of the index that is read; `None` for the table itself.
    pub(in crate::operation) index: Option<&'static str>,
}

/// Sends a request. Where nobody observes it, it is the SDK's and nothing more: no `async fn`, which would hold the input
/// once for itself and once for the SDK.
pub(in crate::operation) fn send<I: Sends>(
    input: I,
    call: Call,
    table: &Table,
) -> impl Future<Output = Result<I::Output, SdkError>> + Send {
    let span = call.span(table);
    if span.is_disabled() && table.observer().is_none() {
        return Either::Left(input.send_to(table.client()).map_err(Into::into));
    }
    Either::Right(Box::pin(observe(input, call, table, span)))
}

async fn observe<I: Sends>(input: I, call: Call, table: &Table, span: Span) -> Result<I::Output, SdkError> {
    let named = input.named();
    let begin = Instant::now();
    let sending = input.with_capacity().send_to(table.counting_client());
    let (answer, attempts) = counted(sending.instrument(span.clone())).await;
    let duration = begin.elapsed();
    let (items, capacity, error) = match &answer {
        Ok(output) => (I::items(named, output), I::capacity(output), None),
        Err(failure) => (0, None, Some(I::code(failure))),
    };
    let Call { operation, entity, index } = call;
    let observed =
        Observed { operation, entity, index, table: table.name(), items, capacity, attempts, duration, error };
    span.record("items", items);
    span.record("capacity", capacity);
    span.record("attempts", attempts);
    span.record("error", error);
    if let Some(observer) = table.observer() {
        // What it logs belongs to the request.
        span.in_scope(|| observer.observe(&observed));
    }
    answer.map_err(Into::into)
}

impl Call {
    /// A request for the items of several entities, which may all be one.
    pub(in crate::operation) fn of(
        operation: &'static str,
        schemas: impl Iterator<Item = &'static EntitySchema>,
    ) -> Self {
        let mut names = schemas.map(|schema| schema.name);
        let first = names.next().unwrap_or("nothing");
        let entity = if names.all(|name| name == first) { first } else { "several entities" };
        Self { operation, entity, index: None }
    }

    /// An error of the SDK.
    pub(in crate::operation) fn failed(self, table: &Table, error: SdkError) -> Error {
        let Self { operation, entity, .. } = self;
        Error::Request { operation, entity, table: table.name().to_owned(), source: Box::new(error) }
    }

    /// The span of the request; disabled where nobody asks for it. Nothing in it may be of a key or a value.
    fn span(self, table: &Table) -> Span {
        tracing::info_span!(
            target: "dynaent",
            "dynamodb",
            operation = self.operation,
            entity = self.entity,
            index = self.index,
            table = table.name(),
            items = Empty,
            capacity = Empty,
            attempts = Empty,
            error = Empty,
        )
    }
}
