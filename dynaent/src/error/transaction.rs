//! What is wrong with transactions, and why they are cancelled.

use std::fmt;

use super::{Current, ItemKey};

/// What is wrong with a transaction that is not sent.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Error, TransactWrite, TransactionProblem};
///
/// let twice = TransactWrite::new().item(Comment::delete().comment_id("c1")).item(Comment::remove().comment_id("c1"));
/// let Err(Error::Transaction { problem, .. }) = twice.request("app") else { panic!("DynamoDB refuses it") };
/// assert!(matches!(*problem, TransactionProblem::SameItem { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TransactionProblem {
    /// Nothing is in it.
    #[error("it has no operations")]
    Empty,
    /// More operations than DynamoDB takes.
    #[error("it has {count} operations, DynamoDB takes at most {limit}")]
    TooMany {
        /// How many there are.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// Two operations on one item.
    #[error("{first} and {second} are on one item, with {key}: DynamoDB takes one operation on each")]
    SameItem {
        /// The operation that came first.
        first: TransactionItem,
        /// The other one.
        second: TransactionItem,
        /// The item's primary key.
        key: ItemKey,
    },
    /// More bytes than DynamoDB takes.
    #[error("what it writes has {size} bytes, DynamoDB takes at most {limit}")]
    TooLarge {
        /// The size in bytes, names and values together.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A token that is empty or too long.
    #[error("the client token has {length} characters, DynamoDB takes from 1 to {limit}")]
    Token {
        /// How many characters it has.
        length: usize,
        /// The limit.
        limit: usize,
    },
}

/// An operation of a transaction.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Error, TransactWrite, TransactionProblem};
///
/// let twice = TransactWrite::new().item(Comment::delete().comment_id("c1")).item(Comment::remove().comment_id("c1"));
/// let Err(Error::Transaction { problem, .. }) = twice.request("app") else { panic!("DynamoDB refuses it") };
/// let TransactionProblem::SameItem { first, second, .. } = *problem else { panic!("one item is in it twice") };
/// assert_eq!((first.operation, second.operation, second.position), ("delete", "remove", 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransactionItem {
    /// The operation: a verb, or `check`.
    pub operation: &'static str,
    /// The entity's name.
    pub entity: &'static str,
    /// Its place in the transaction, counted from 0.
    pub position: usize,
}

impl fmt::Display for TransactionItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} (number {})", self.operation, self.entity, self.position + 1)
    }
}

/// What a transaction was cancelled for, as far as it is about one of its operations.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Cause, Error, TransactWrite};
///
/// let sent = TransactWrite::new().item(Comment::remove().comment_id("c9")).send(&table).await;
/// let Err(Error::Cancelled { reasons }) = sent else { panic!("there is no such comment") };
/// assert_eq!((reasons[0].operation, &reasons[0].cause), ("remove", &Cause::NotFound));
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reason {
    /// The operation: a verb, or `check`.
    pub operation: &'static str,
    /// The entity's name.
    pub entity: &'static str,
    /// The item's primary key.
    pub key: ItemKey,
    /// What was in the way; [`Cause::None`] if nothing was.
    pub cause: Cause,
    /// The item as it is, if it was a condition that failed, and there is one.
    pub current: Current,
    /// What DynamoDB says.
    pub message: Option<String>,
}

impl Reason {
    /// Whether the transaction was cancelled for this operation.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{Error, TransactWrite};
    ///
    /// let (good, bad) = (Comment::remove().comment_id("c1"), Comment::remove().comment_id("c9"));
    /// let sent = TransactWrite::new().item(good).item(bad).send(&table).await;
    /// let Err(Error::Cancelled { reasons }) = sent else { panic!("there is no comment `c9`") };
    /// assert_eq!(reasons.iter().filter(|reason| reason.is_failure()).count(), 1);
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.cause != Cause::None
    }

    /// Whether the same operation may succeed when it is sent again.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{Error, TransactWrite};
    ///
    /// let sent = TransactWrite::new().item(Comment::remove().comment_id("c9")).send(&table).await;
    /// let Err(Error::Cancelled { reasons }) = sent else { panic!("there is no such comment") };
    /// assert!(!reasons[0].is_retryable()); // a busy table would be another matter
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self.cause, Cause::Contention | Cause::Throttled | Cause::OverCapacity)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} with {}: {}", self.operation, self.entity, self.key, self.cause)?;
        match (&self.cause, &self.message) {
            (Cause::Invalid | Cause::Other(_), Some(message)) => write!(f, ": {message}"),
            _ => Ok(()),
        }
    }
}

/// Why an operation could not be part of its transaction.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Cause, Error, TransactWrite};
///
/// let taken = Comment::create().comment_id("c1").article_id("a1").text("First?");
/// let sent = TransactWrite::new().item(taken).send(&table).await;
/// let Err(Error::Cancelled { reasons }) = sent else { panic!("there is a comment `c1`") };
/// assert_eq!(reasons[0].cause, Cause::AlreadyExists);
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// It could: another operation is to blame.
    None,
    /// `create` found an item with the same primary key.
    AlreadyExists,
    /// `patch`, `remove` or a check found no item with this primary key.
    NotFound,
    /// Its condition does not hold.
    ConditionFailed,
    /// The item has another `version` than the one that was read.
    Conflict,
    /// Another request was writing the item at the same time (`TransactionConflict`).
    Contention,
    /// Too many requests (`ThrottlingError`).
    Throttled,
    /// The table or an index is over its capacity (`ProvisionedThroughputExceeded`).
    OverCapacity,
    /// Items with one partition key, in a table with local indexes, would be over 10 GB
    /// (`ItemCollectionSizeLimitExceeded`).
    CollectionTooLarge,
    /// DynamoDB refuses it as it is (`ValidationError`).
    Invalid,
    /// An item with the same primary key is there already (`DuplicateItem`).
    Duplicate,
    /// A code of DynamoDB's that this library does not know.
    Other(String),
}

impl Cause {
    /// DynamoDB's code.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Cause;
    ///
    /// assert_eq!(Cause::AlreadyExists.code(), "ConditionalCheckFailed");
    /// assert_eq!(Cause::Contention.code(), "TransactionConflict");
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::None => "None",
            Self::AlreadyExists | Self::NotFound | Self::ConditionFailed | Self::Conflict => "ConditionalCheckFailed",
            Self::Contention => "TransactionConflict",
            Self::Throttled => "ThrottlingError",
            Self::OverCapacity => "ProvisionedThroughputExceeded",
            Self::CollectionTooLarge => "ItemCollectionSizeLimitExceeded",
            Self::Invalid => "ValidationError",
            Self::Duplicate => "DuplicateItem",
            Self::Other(code) => code,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "nothing is wrong with it",
            Self::AlreadyExists => "the item already exists",
            Self::NotFound => "there is no such item",
            Self::ConditionFailed => "its condition does not hold",
            Self::Conflict => "the item has another version than the one that was read",
            Self::Contention => "another request is writing the item",
            Self::Throttled => "too many requests",
            Self::OverCapacity => "the table is over its capacity",
            Self::CollectionTooLarge => "the items with this partition key are too large together",
            Self::Invalid => "DynamoDB refuses it",
            Self::Duplicate => "the item is there already",
            Self::Other(code) => code,
        })
    }
}

/// The reasons that are failures, one after the other.
pub(super) fn failures(reasons: &[Reason]) -> String {
    let failures = reasons.iter().filter(|reason| reason.is_failure());
    failures.map(Reason::to_string).collect::<Vec<_>>().join("; ")
}
