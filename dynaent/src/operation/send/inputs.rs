//! The SDK's requests: how each is sent, and what its answer tells of its size and its cost.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    Client,
    config::http::HttpResponse,
    error::{ProvideErrorMetadata, SdkError},
    operation::{
        batch_get_item::{BatchGetItemError, BatchGetItemOutput, builders::BatchGetItemInputBuilder},
        batch_write_item::{BatchWriteItemError, BatchWriteItemOutput, builders::BatchWriteItemInputBuilder},
        delete_item::{DeleteItemError, DeleteItemOutput, builders::DeleteItemInputBuilder},
        get_item::{GetItemError, GetItemOutput, builders::GetItemInputBuilder},
        put_item::{PutItemError, PutItemOutput, builders::PutItemInputBuilder},
        query::{QueryError, QueryOutput, builders::QueryInputBuilder},
        scan::{ScanError, ScanOutput, builders::ScanInputBuilder},
        transact_get_items::{TransactGetItemsError, TransactGetItemsOutput, builders::TransactGetItemsInputBuilder},
        transact_write_items::{
            TransactWriteItemsError, TransactWriteItemsOutput, builders::TransactWriteItemsInputBuilder,
        },
        update_item::{UpdateItemError, UpdateItemOutput, builders::UpdateItemInputBuilder},
    },
    types::{ConsumedCapacity, ReturnConsumedCapacity, WriteRequest},
};

/// A request that can be sent.
pub(in crate::operation) trait Sends: Send {
    /// The answer.
    type Output: Send;
    /// Why there is none.
    type Failure: Into<aws_sdk_dynamodb::Error> + Send;

    fn send_to(self, client: &Client) -> impl Future<Output = Result<Self::Output, Self::Failure>> + Send;

    /// Asks for the consumed capacity, unless the user has said what to ask for.
    fn with_capacity(self) -> Self;

    /// How many items it writes.
    fn named(&self) -> usize;

    /// How many items were written, of as many as it names, or came.
    fn items(named: usize, output: &Self::Output) -> usize;

    /// The capacity units that it has used up.
    fn capacity(output: &Self::Output) -> Option<f64>;

    /// The code of the error.
    fn code(failure: &Self::Failure) -> &str;
}

macro_rules! sends {
    ($($input:ty, $output:ty, $error:ty, $named:expr, $items:expr;)*) => {$(
        impl Sends for $input {
            type Output = $output;
            type Failure = SdkError<$error, HttpResponse>;

            fn send_to(self, client: &Client) -> impl Future<Output = Result<$output, Self::Failure>> + Send {
                self.send_with(client)
            }

            fn with_capacity(self) -> Self {
                match self.get_return_consumed_capacity() {
                    Some(_) => self,
                    None => self.return_consumed_capacity(ReturnConsumedCapacity::Total),
                }
            }

            fn named(&self) -> usize {
                let named: fn(&Self) -> usize = $named;
                named(self)
            }

            fn items(named: usize, output: &$output) -> usize {
                let items: fn(usize, &$output) -> usize = $items;
                items(named, output)
            }

            fn capacity(output: &$output) -> Option<f64> {
                units(output.consumed_capacity())
            }

            fn code(failure: &Self::Failure) -> &str {
                code(failure)
            }
        }
    )*};
}

sends! {
    PutItemInputBuilder, PutItemOutput, PutItemError, |_| 1, |named, _| named;
    UpdateItemInputBuilder, UpdateItemOutput, UpdateItemError, |_| 1, |named, _| named;
    DeleteItemInputBuilder, DeleteItemOutput, DeleteItemError, |_| 1, |named, _| named;
    GetItemInputBuilder, GetItemOutput, GetItemError, |_| 0, |_, output| output.item().into_iter().count();
    QueryInputBuilder, QueryOutput, QueryError, |_| 0, |_, output| count(output.count);
    ScanInputBuilder, ScanOutput, ScanError, |_| 0, |_, output| count(output.count);
    TransactWriteItemsInputBuilder, TransactWriteItemsOutput, TransactWriteItemsError,
        |input| input.get_transact_items().iter().flatten().count(), |named, _| named;
    TransactGetItemsInputBuilder, TransactGetItemsOutput, TransactGetItemsError,
        |_| 0, |_, output| output.responses().iter().filter_map(|response| response.item()).count();
    BatchGetItemInputBuilder, BatchGetItemOutput, BatchGetItemError,
        |_| 0, |_, output| output.responses().into_iter().flat_map(HashMap::values).map(Vec::len).sum();
    BatchWriteItemInputBuilder, BatchWriteItemOutput, BatchWriteItemError,
        |input| writes(input.get_request_items().as_ref()),
        |named, output| named.saturating_sub(writes(output.unprocessed_items()));
}

/// The SDK counts items as `i32`.
fn count(items: i32) -> usize {
    usize::try_from(items).unwrap_or_default()
}

/// The writes of a batch, of all tables.
fn writes(tables: Option<&HashMap<String, Vec<WriteRequest>>>) -> usize {
    tables.into_iter().flat_map(HashMap::values).map(Vec::len).sum()
}

/// The sum over all tables; nothing if DynamoDB did not say.
fn units<'a>(consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) -> Option<f64> {
    consumed.into_iter().filter_map(ConsumedCapacity::capacity_units).reduce(|sum, units| sum + units)
}

/// DynamoDB's code; where it did not answer, what happened instead.
fn code<E: ProvideErrorMetadata>(failure: &SdkError<E, HttpResponse>) -> &str {
    match failure {
        SdkError::ConstructionFailure(_) => "ConstructionFailure",
        SdkError::TimeoutError(_) => "TimeoutError",
        SdkError::DispatchFailure(_) => "DispatchFailure",
        SdkError::ResponseError(_) => "ResponseError",
        _ => failure.code().unwrap_or("ServiceError"),
    }
}
