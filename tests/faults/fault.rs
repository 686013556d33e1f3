//! What may happen to requests.

/// What may happen to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// 400 `ThrottlingException`.
    Throttled,
    /// 400 `ProvisionedThroughputExceededException`.
    OverCapacity,
    /// 500, and nothing was done.
    ServerError,
    /// 500, although it was done.
    ServerErrorAfterwards,
    /// 503, from something that does not speak JSON.
    Unavailable,
    /// No connection: nothing was done.
    Refused,
    /// No answer, and nothing was done.
    TimedOut,
    /// No answer, although it was done.
    TimedOutAfterwards,
    /// The connection ends before the answer, although it was done.
    Reset,
    /// The answer's text ends in the middle, although it was done.
    CutOff,
    /// The answer's body ends in an error, although it was done.
    BrokenOff,
    /// The answer takes a while.
    Late,
    /// The answer takes longer than the SDK waits for it.
    TooLate,
    /// The SDK gets no answer and goes on; and then it is done after all.
    Straggler,
    /// A write meets a transaction: 400 `TransactionConflictException`.
    ItemContention,
    /// A transaction meets another one, and is cancelled.
    Contention,
    /// 400 `TransactionInProgressException`.
    InProgress,
    /// A page ends before its limit.
    ShortPage,
    /// A page has no items, and leads on.
    EmptyPage,
    /// Some requests of a batch are left unprocessed.
    SomeUnprocessed,
    /// All but one.
    OneProcessed,
    /// All of them.
    AllUnprocessed,
}

use Fault::*;

impl Fault {
    /// What may happen to every request.
    pub const ANY: [Self; 13] = [
        Throttled,
        OverCapacity,
        ServerError,
        ServerErrorAfterwards,
        Unavailable,
        Refused,
        TimedOut,
        TimedOutAfterwards,
        Reset,
        CutOff,
        BrokenOff,
        Late,
        TooLate,
    ];
    pub const PAGES: [Self; 2] = [ShortPage, EmptyPage];
    pub const BATCHES: [Self; 3] = [SomeUnprocessed, OneProcessed, AllUnprocessed];
    pub const TRANSACTIONS: [Self; 2] = [Contention, InProgress];

    /// What may happen to this operation, and not to every one.
    pub fn particular(operation: &str) -> &'static [Self] {
        match operation {
            "PutItem" | "UpdateItem" | "DeleteItem" => &[ItemContention],
            "TransactWriteItems" => &Self::TRANSACTIONS,
            "TransactGetItems" => &[Contention],
            "Query" | "Scan" => &Self::PAGES,
            "BatchGetItem" | "BatchWriteItem" => &Self::BATCHES,
            _ => &[],
        }
    }

    pub fn is_write(operation: &str) -> bool {
        matches!(operation, "PutItem" | "UpdateItem" | "DeleteItem" | "TransactWriteItems")
    }
}
