//! Operations on another table than that of the transaction or the batch they are in.

use aws_sdk_dynamodb::operation::get_item::GetItemInput;

use super::{gets_one::GetsOne, whole::Whole};
use crate::{entity::Expired, error::Result, table::Table};

/// An operation of a transaction or a batch on another table than the others: any write, check or get.
///
/// The table is one that the same client reaches: in the same account and region.
///
/// ```
/// # use dynaent::{Entity, OnTable, Table, TransactWrite};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Comment { id: String, text: String }
/// # async fn demo(table: &Table, archive: &Table, comment: Comment) -> dynaent::Result<()> {
/// TransactWrite::new()
///     .item(Comment::remove().id(&comment.id))
///     .item(OnTable::new(archive, Comment::create().item(comment)))
///     .send(table)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing is done until the transaction or the batch is sent"]
pub struct OnTable<O> {
    table: String,
    operation: O,
}

impl<O> OnTable<O> {
    /// The operation, on this table.
    pub fn new(table: &Table, operation: impl Whole<Operation = O>) -> Self {
        Self { table: table.name().to_owned(), operation: operation.into_operation() }
    }

    pub(in crate::operation) fn into_parts(self) -> (String, O) {
        (self.table, self.operation)
    }
}

impl<O> Whole for OnTable<O> {
    type Operation = Self;

    fn into_operation(self) -> Self {
        self
    }
}

impl<G: GetsOne> GetsOne for OnTable<G> {
    type Entity = G::Entity;
    type Own = Self;

    fn into_input(self, _: &str) -> Result<GetItemInput> {
        self.operation.into_input(&self.table)
    }

    fn expired(&self) -> Expired {
        self.operation.expired()
    }
}
