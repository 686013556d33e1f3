//! What the SDK's errors tell.

use std::iter;

use aws_sdk_dynamodb::{Error, error::ProvideErrorMetadata};

/// Whether DynamoDB has done nothing, for it had too much to do, or something else to do with the item.
pub(super) fn is_busy(error: &Error) -> bool {
    const BUSY: [&str; 6] = [
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ReplicatedWriteConflictException",
        "ThrottlingException",
        "TransactionConflictException",
        "TransactionInProgressException",
    ];
    error.code().is_some_and(|code| BUSY.contains(&code))
}

/// The service's code and message. For what never got an answer, such as a refused connection, the causes one by one:
/// the SDK's own text is only `unhandled error`.
pub(super) fn service_message(error: &Error) -> String {
    match (error.code(), error.message()) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(code), None) => code.to_owned(),
        _ => {
            let causes = iter::successors(std::error::Error::source(error), |cause| cause.source());
            let causes: Vec<_> = causes.map(ToString::to_string).collect();
            if causes.is_empty() { error.to_string() } else { causes.join(": ") }
        }
    }
}
