//! What an update can once its key is complete, before it is: only there to say what is missing.

use std::future::Pending;

use aws_sdk_dynamodb::operation::update_item::UpdateItemInput;

use super::{Begin, Update};
use crate::{
    entity::Entity,
    error::Result,
    expression::{Assign, Attr},
    operation::{
        unfinished::{WholeKey, unfiltered, unfinished, unfinished_method},
        write::answer::{New, Old, UpdatedNew, UpdatedOld},
    },
};

unfinished!(UnfinishedUpdate<E, G>);

impl<E: Entity, G: Begin<E>, S> UnfinishedUpdate<E, G, S> {
    unfinished_method!(set_from(V, W) -> Update<E, G>);
    unfinished_method!(set_from_with_default(V, W, D) -> Update<E, G>);
    unfinished_method!(set_if_not_exists(V, W) -> Update<E, G>);
    unfinished_method!(add(V, W) -> Update<E, G>);
    unfinished_method!(add_with_default(V, W, D) -> Update<E, G>);
    unfinished_method!(subtract(V, W) -> Update<E, G>);
    unfinished_method!(subtract_with_default(V, W, D) -> Update<E, G>);
    unfinished_method!(append(V, W) -> Update<E, G>);
    unfinished_method!(prepend(V, W) -> Update<E, G>);
    unfinished_method!(remove(V) -> Update<E, G>);
    unfinished_method!(delete(V, W) -> Update<E, G>);
    unfinished_method!(known(V, W) -> Update<E, G>);
    unfinished_method!(from(V) -> Update<E, G>);
    unfinished_method!(changes(V, W) -> Update<E, G>);
    unfinished_method!(condition(V) -> Update<E, G>);
    unfinished_method!(customize(V) -> Update<E, G>);
    unfinished_method!(return_new() -> Update<E, G, New>);
    unfinished_method!(return_old() -> Update<E, G, Old>);
    unfinished_method!(return_updated() -> Update<E, G, UpdatedNew>);
    unfinished_method!(return_updated_old() -> Update<E, G, UpdatedOld>);
    unfinished_method!(request(V) -> Result<UpdateItemInput>);
    unfinished_method!(send(V) -> Pending<Result<()>>);
    unfinished_method!(send_if(V) -> Pending<Result<()>>);

    // Of a value such as `None`, only the attribute tells the type.
    #[doc(hidden)]
    pub fn set<T, X, P>(&self, _: Attr<E, T, X, P>, _: impl Assign<T>) -> Update<E, G>
    where
        S: WholeKey,
    {
        S::never()
    }
}

unfiltered!((E, G: Begin<E>, A) Update<E, G, A>);
