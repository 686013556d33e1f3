//! Why a transaction was not made: the SDK's reasons as ours.

use aws_sdk_dynamodb::{Error as SdkError, types::CancellationReason};

use super::target::Target;
use crate::{
    error::{Cause, Current, Error, Reason},
    operation::{
        send::call::Call,
        write::{plan::Demand, refusal::Refusal},
    },
    table::Table,
};

/// The error of a transaction, of which these are the items and what was demanded of them.
pub(in crate::operation) fn failed(
    call: Call,
    steps: Vec<(Target, Demand)>,
    table: &Table,
    error: impl Into<SdkError>,
) -> Error {
    match error.into() {
        SdkError::TransactionCanceledException(cancelled)
            if cancelled.cancellation_reasons().len() == steps.len() && !steps.is_empty() =>
        {
            let reasons = cancelled.cancellation_reasons.unwrap_or_default();
            let reasons = steps.into_iter().zip(reasons).map(|((target, demand), said)| reason(target, demand, said));
            Error::Cancelled { reasons: reasons.collect() }
        }
        other => call.failed(table, other),
    }
}

fn reason(target: Target, demand: Demand, said: CancellationReason) -> Reason {
    let mut current = Current::default();
    let cause = match said.code.as_deref() {
        None | Some("None") => Cause::None,
        Some("ConditionalCheckFailed") => {
            let (refusal, item) = target.request.refusal(demand, said.item);
            current = item;
            match refusal {
                Refusal::Exists => Cause::AlreadyExists,
                Refusal::Absent => Cause::NotFound,
                Refusal::Conflict => Cause::Conflict,
                Refusal::Condition => Cause::ConditionFailed,
            }
        }
        Some("TransactionConflict") => Cause::Contention,
        Some("ThrottlingError") => Cause::Throttled,
        Some("ProvisionedThroughputExceeded") => Cause::OverCapacity,
        Some("ItemCollectionSizeLimitExceeded") => Cause::CollectionTooLarge,
        Some("ValidationError") => Cause::Invalid,
        Some("DuplicateItem") => Cause::Duplicate,
        Some(other) => Cause::Other(other.to_owned()),
    };
    let Target { request, key, .. } = target;
    Reason { operation: request.operation, entity: request.schema.name, key, cause, current, message: said.message }
}
