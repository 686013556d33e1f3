//! What transactions and batches can read: one item by its primary key.

use aws_sdk_dynamodb::operation::get_item::GetItemInput;

use crate::{
    entity::{Entity, Expired},
    error::Result,
    operation::read::Get,
};

/// A get of one item: [`Get`], or one [`OnTable`](super::OnTable).
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not read an item",
    label = "is no get of an item",
    note = "here goes a get by the primary key: `Comment::get().comment_id(…)`"
)]
pub trait GetsOne {
    /// The item's entity.
    type Entity: Entity;

    /// The get itself: by way of this name, a mistake in it is told once, and not of all that it leads to.
    #[doc(hidden)]
    type Own;

    #[doc(hidden)]
    fn into_input(self, table: &str) -> Result<GetItemInput>;

    #[doc(hidden)]
    fn expired(&self) -> Expired;
}

impl<E: Entity> GetsOne for Get<E> {
    type Entity = E;
    type Own = Self;

    fn into_input(self, table: &str) -> Result<GetItemInput> {
        self.request(table)
    }

    fn expired(&self) -> Expired {
        self.expired_items()
    }
}
