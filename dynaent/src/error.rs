//! Everything that can go wrong, as values to match on.

mod attribute;
mod condition;
mod item;
mod key;
mod service;
mod text;
mod transaction;

pub use self::{
    attribute::{AttributeError, AttributeProblem},
    condition::ConditionProblem,
    item::{Current, ItemError, ItemKey},
    key::{KeyError, KeyProblem},
    transaction::{Cause, Reason, TransactionItem, TransactionProblem},
};
use self::{
    service::{is_busy, service_message},
    text::{Names, identifiers, list, list_names, of, overlap},
    transaction::failures,
};

/// The result of an operation.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{Result, Table};
///
/// async fn likes(table: &Table, id: &str) -> Result<u32> {
///     Ok(Comment::get().comment_id(id).send(table).await?.map_or(0, |comment| comment.likes))
/// }
/// assert_eq!(likes(&table, "c1").await?, 3);
/// # Ok(()) });
/// ```
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong with an operation.
///
/// [`AlreadyExists`](Self::AlreadyExists), [`NotFound`](Self::NotFound), [`ConditionFailed`](Self::ConditionFailed),
/// [`Conflict`](Self::Conflict), [`Cancelled`](Self::Cancelled), [`Request`](Self::Request),
/// [`Unprocessed`](Self::Unprocessed) and [`NotActive`](Self::NotActive) are answers of DynamoDB,
/// [`Item`](Self::Item) and [`UnknownItem`](Self::UnknownItem) are about what it returned, and [`Source`](Self::Source) and
/// [`Rewrite`](Self::Rewrite) come from what the caller gave; all others are raised before anything is sent, those of a part
/// of a batch before that part is.
///
/// ```
/// use dynaent::Error;
///
/// fn status(error: &Error) -> u16 {
///     match error {
///         Error::AlreadyExists { .. } | Error::Conflict { .. } => 409,
///         Error::ConditionFailed { .. } => 412,
///         Error::NotFound { .. } => 404,
///         Error::Request { .. } => 503,
///         _ => 400,
///     }
/// }
/// # assert_eq!(status(&Error::Limit { entity: "Comment" }), 400);
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `create` found an item with the same primary key. Nothing was written.
    #[error("{entity} already exists: {key}")]
    AlreadyExists {
        /// The entity's name.
        entity: &'static str,
        /// The primary key that is taken.
        key: ItemKey,
        /// The item that is there.
        current: Current,
    },
    /// The condition of a write does not hold. Nothing was written.
    #[error("cannot {operation} {entity}: its condition does not hold of the item with {key}")]
    ConditionFailed {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The item's primary key.
        key: ItemKey,
        /// The item as it is, if there is one.
        current: Current,
    },
    /// Somebody else has written the item since it was read: its version is another one. Nothing was written.
    #[error("cannot {operation} {entity}: the item with {key} has another version than the one that was read")]
    Conflict {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The item's primary key.
        key: ItemKey,
        /// The item as it is, if there is one.
        current: Current,
    },
    /// `patch` or `remove` found no item with this primary key. Nothing was written.
    #[error("cannot {operation} {entity}: there is no item with {key}")]
    NotFound {
        /// The operation: `patch` or `remove`.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The primary key that was not found.
        key: ItemKey,
    },
    /// A value cannot be part of a key.
    #[error("{0}")]
    Key(Box<KeyError>),
    /// Attributes of an item cannot be written; all of them are named.
    #[error("{entity} cannot be written: {}", list(failed))]
    Attributes {
        /// The entity's name.
        entity: &'static str,
        /// The attributes, and what is wrong with each.
        failed: Vec<AttributeError>,
    },
    /// A change, or a new item, has some of an index's composites but not all that one side of its key needs.
    #[error(
        "{entity} cannot {operation} with the key of index `{index}` left incomplete: it also needs {}",
        Names(missing)
    )]
    IncompleteIndex {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index.
        index: &'static str,
        /// The attributes that are missing.
        missing: Vec<&'static str>,
    },
    /// One update changes an attribute twice, or an attribute and what is inside it.
    #[error("{entity}: {}", overlap(one, other))]
    Overlap {
        /// The entity's name.
        entity: &'static str,
        /// The attribute, as in `address.lines[2]`.
        one: String,
        /// The other one, which may be the same.
        other: String,
    },
    /// An update has some of the attributes that another one is computed from, but not all.
    #[error("{entity} cannot be changed with `{attribute}` left behind: it is also computed from {}", Names(missing))]
    IncompleteComputation {
        /// The entity's name.
        entity: &'static str,
        /// The attribute that is computed.
        attribute: &'static str,
        /// The attributes that are missing: set them too, or tell them with `known` or `from`.
        missing: Vec<&'static str>,
    },
    /// `raw` names a stored field in an update that the model keeps itself.
    #[error("{entity}: {field:?} is kept by the model, so an update cannot change it with `raw`: use its handle")]
    OwnField {
        /// The entity's name.
        entity: &'static str,
        /// The stored field.
        field: String,
    },
    /// A condition, a filter or an update that DynamoDB would refuse.
    #[error("{entity}: an expression cannot be sent: {problem}")]
    Condition {
        /// The entity's name.
        entity: &'static str,
        /// What is wrong with it.
        problem: Box<ConditionProblem>,
    },
    /// A transaction that DynamoDB would refuse.
    #[error("the transaction cannot be sent: {problem}")]
    Transaction {
        /// What is wrong with it.
        problem: Box<TransactionProblem>,
    },
    /// DynamoDB has cancelled a transaction: none of its operations was made. A reason for each of them, in order.
    #[error("the transaction was cancelled: {}", failures(reasons))]
    Cancelled {
        /// What was in the way of each operation; of most, nothing.
        reasons: Vec<Reason>,
    },
    /// The item is larger than DynamoDB's 400 KB.
    #[error("{entity} is too large: the item has {size} bytes, DynamoDB takes at most {limit}")]
    TooLarge {
        /// The entity's name.
        entity: &'static str,
        /// The size in bytes, names and values together.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// `between` with a lower bound above the upper one.
    #[error("{entity}: the range of index `{index}` is empty: its lower bound {lower:?} sorts after {upper:?}")]
    EmptyRange {
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index.
        index: &'static str,
        /// The lower bound as it would stand in the key.
        lower: String,
        /// The upper bound as it would stand in the key.
        upper: String,
    },
    /// `limit(0)`.
    #[error("{entity}: a page holds at least one item: `limit` must not be 0")]
    Limit {
        /// The entity's name.
        entity: &'static str,
    },
    /// A cursor that is damaged, or belongs to another query.
    #[error("{entity}: the cursor cannot be used for index `{index}`: {reason}")]
    Cursor {
        /// The entity's name.
        entity: &'static str,
        /// The access pattern of the index, or `scan`.
        index: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A checkpoint of other work than that which is to go on.
    #[error("{entity}: the checkpoint cannot be used: {reason}")]
    Checkpoint {
        /// The entity's name.
        entity: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The function that rewrites items has failed with one: its error is the source.
    #[error("{entity} with {key} cannot be rewritten: {source}")]
    Rewrite {
        /// The entity's name.
        entity: &'static str,
        /// The item's primary key.
        key: ItemKey,
        /// What the function says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A text that was not sealed by these [`Cursors`](crate::Cursors): unsigned, cut, changed, or of another key or
    /// context.
    #[error("the cursor was not given out here: {reason}")]
    ForgedCursor {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A key that is too short to sign cursors with.
    #[error("a key that signs cursors has at least {least} bytes, this one has {length}")]
    CursorKey {
        /// Its length in bytes.
        length: usize,
        /// The least there must be.
        least: usize,
    },
    /// A key that is not one of the entity, or whose text is no value of an attribute.
    #[error("{entity} has no key like this: {field} is {found:?}{}", of(attribute))]
    ForeignKey {
        /// The entity's name.
        entity: &'static str,
        /// The key field.
        field: &'static str,
        /// What it holds: all of it, or where it cannot be read as the attribute, the part in question.
        found: String,
        /// The attribute, if it is the one that cannot be read.
        attribute: Option<&'static str>,
    },
    /// A stored item of this entity cannot be read.
    #[error("{0}")]
    Item(Box<ItemError>),
    /// The request failed: the SDK's error is the source.
    #[error("{operation} of {entity} on table `{table}` failed: {}", service_message(source))]
    Request {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The table's name.
        table: String,
        /// What the SDK says.
        source: Box<aws_sdk_dynamodb::Error>,
    },
    /// An item that is of none of the entities that a service has: another one's, of another version, under the key of
    /// another service, or without the attributes that tell.
    #[error("the item is of no entity of the service: {}, and its key is {key}", identifiers(entity, version))]
    UnknownItem {
        /// What the item says that it is.
        entity: Option<String>,
        /// Of which version.
        version: Option<String>,
        /// Its key in the table, which names the service.
        key: ItemKey,
    },
    /// No index has all of what was given at the beginning of its key.
    #[error("{entity}: no index serves a search by {}: `allow_scan()` would read the whole table", list_names(given))]
    NoIndex {
        /// The entity's name.
        entity: &'static str,
        /// The attributes that were given.
        given: Vec<String>,
    },
    /// A segment of a scan that there is not, or that is to be divided again.
    #[error(
        "{entity}: segment {segment} of {of} cannot be read: segments are counted from 0, up to 1,000,000 of them, and none is \
         divided again"
    )]
    Segment {
        /// The entity's name.
        entity: &'static str,
        /// The segment.
        segment: u32,
        /// Of how many.
        of: u32,
    },
    /// DynamoDB has left parts of a batch unprocessed, time after time.
    #[error(
        "{operation} of {entity} on table `{table}`: DynamoDB left {} parts of a batch unprocessed, again and again, such as the \
         item with {}",
        keys.len(),
        keys.first().map_or_else(String::new, ItemKey::to_string)
    )]
    Unprocessed {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// The table's name.
        table: String,
        /// The primary keys that were left.
        keys: Vec<ItemKey>,
    },
    /// An operation that cannot be in a batch.
    #[error("the {operation} of {entity} cannot be in a batch: {reason}")]
    Batch {
        /// The operation.
        operation: &'static str,
        /// The entity's name.
        entity: &'static str,
        /// Why not, and what to do instead.
        reason: &'static str,
    },
    /// The stream or the iterator failed from which a batch is taken.
    #[error("the source of the batch failed: {0}")]
    Source(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Entities that are to share a table disagree on its key fields, or on those of an index, or on whether the index is
    /// local or global.
    #[error("`{first}` and `{second}` cannot share a table: the key fields of {index} differ")]
    KeyFields {
        /// The name of the entity that came first.
        first: &'static str,
        /// The name of the entity that disagrees.
        second: &'static str,
        /// The index, in words.
        index: String,
    },
    /// Entities that are to share a table disagree on the type of a key field.
    #[error(
        "`{first}` and `{second}` cannot share a table: the key field `{field}` is text in one and a number in the other"
    )]
    KeyType {
        /// The name of the entity that came first.
        first: &'static str,
        /// The name of the entity that disagrees.
        second: &'static str,
        /// The field.
        field: &'static str,
    },
    /// Entities that are to share a table disagree on what an index holds: all attributes, some, or only the keys.
    #[error("`{first}` and `{second}` cannot share a table: the projections of index `{index}` differ")]
    Projections {
        /// The name of the entity that came first.
        first: &'static str,
        /// The name of the entity that disagrees.
        second: &'static str,
        /// The index's name.
        index: &'static str,
    },
    /// Entities that are to share a table disagree on the attribute by which items expire; a table has one.
    #[error(
        "`{first}` and `{second}` cannot share a table: items expire by `{}` in one and by `{}` in the other",
        fields[0],
        fields[1]
    )]
    ExpiryFields {
        /// The name of the entity that came first.
        first: &'static str,
        /// The name of the entity that disagrees.
        second: &'static str,
        /// The field of each.
        fields: [&'static str; 2],
    },
    /// Entities that are to share a table need more of something than DynamoDB allows.
    #[error("the table would have {count} {what}, DynamoDB allows at most {limit}")]
    TableLimit {
        /// What there is too much of, in words.
        what: String,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A table that is there, or was created, cannot be used yet, and waiting for it has ended.
    #[error("table `{table}` cannot be used: {state}")]
    NotActive {
        /// The table's name.
        table: String,
        /// What is in the way, in words.
        state: String,
    },
    /// The embedded engine, a table or a request cannot be set up.
    #[error("setting up failed: {0}")]
    Setup(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Whether the same request may succeed when it is sent again, after a while: DynamoDB was busy with other requests,
    /// and did not do it. A cancelled transaction is so if all of its failures are; those are not retried by the SDK.
    /// Other requests that are throttled have been, as often as the client is configured to.
    ///
    /// That is what the last try was answered. An earlier one of the SDK's own may have been done and its answer lost. So
    /// what must not be done twice needs a condition, a version, or a token:
    ///
    /// ```
    /// # use dynaent::{Entity, Error, Table, TransactWrite};
    /// # #[derive(Debug, Clone, PartialEq, Entity)]
    /// # #[entity(service = "bank", name = "Account", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Account { id: String, balance: u32 }
    /// async fn transfer(table: &Table, token: &str, from: &str, to: &str, amount: u32) -> dynaent::Result<()> {
    ///     let a = Account::attributes();
    ///     loop {
    ///         let sent = TransactWrite::new()
    ///             .item(Account::patch().id(from).subtract(a.balance, amount).condition(a.balance.gte(amount)))
    ///             .item(Account::patch().id(to).add(a.balance, amount))
    ///             .client_token(token)
    ///             .send(table)
    ///             .await;
    ///         match sent {
    ///             Ok(_) => return Ok(()),
    ///             Err(error) if error.is_retryable() => {} // wait here, longer each time, and not for ever
    ///             Err(error) => return Err(error),
    ///         }
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Cancelled { reasons } => {
                let mut failures = reasons.iter().filter(|reason| reason.is_failure()).peekable();
                failures.peek().is_some() && failures.all(Reason::is_retryable)
            }
            Self::Request { source, .. } => is_busy(source),
            Self::Unprocessed { .. } => true,
            _ => false,
        }
    }

    pub(crate) fn setup(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Setup(Box::new(error))
    }
}
