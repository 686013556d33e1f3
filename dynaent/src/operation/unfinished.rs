//! What cannot be done, only there to say why: what an operation can once its key is complete, before it is; and filters
//! of operations on one item, which would else be taken for an iterator's.

use std::{future::Pending, marker::PhantomData};

use aws_sdk_dynamodb::operation::{delete_item::DeleteItemInput, get_item::GetItemInput, update_item::UpdateItemInput};

use super::{Begin, Delete, Get, Guard, New, Old, Put, Update, UpdatedNew, UpdatedOld};
use crate::{
    entity::Entity,
    error::Result,
    expression::{Assign, Attr},
    table::Table,
};

/// The key of an operation on one item, complete. Implemented by nothing: a key that still waits for a composite is not.
#[diagnostic::on_unimplemented(
    message = "the key is incomplete: `{Self}` has not been given",
    label = "`{Self}` is still missing"
)]
pub trait WholeKey {
    /// What a call gives that cannot be made.
    #[doc(hidden)]
    fn never<T>() -> T;
}

/// What stands for operations whose key waits for `S`: one type each, so that none seems to do what another does.
macro_rules! unfinished {
    ($($name:ident<$($parameter:ident),*>;)*) => {$(
        #[derive(Debug)]
        pub struct $name<$($parameter,)* S>(PhantomData<fn() -> ($($parameter,)* S)>);

        impl<$($parameter,)* S> $name<$($parameter,)* S> {
            pub(super) const fn of<T>(_: &T) -> &Self {
                &Self(PhantomData)
            }
        }
    )*};
}

unfinished! {
    UnfinishedGet<E>;
    UnfinishedUpdate<E, G>;
    UnfinishedDelete<E, G>;
}

/// A method that takes values of any type.
macro_rules! method {
    ($name:ident($($value:ident),*) -> $answer:ty) => {
        #[doc(hidden)]
        pub fn $name<$($value),*>(&self, $(_: $value),*) -> $answer
        where
            S: WholeKey,
        {
            S::never()
        }
    };
}

impl<E: Entity, S> UnfinishedGet<E, S> {
    method!(consistent() -> Get<E>);
    method!(with_expired() -> Get<E>);
    method!(customize(V) -> Get<E>);
    method!(request(V) -> Result<GetItemInput>);

    #[doc(hidden)]
    pub fn send(&self, _: &Table) -> Pending<Result<Option<E>>>
    where
        S: WholeKey,
    {
        S::never()
    }
}

impl<E: Entity, G: Begin<E>, S> UnfinishedUpdate<E, G, S> {
    method!(set_from(V, W) -> Update<E, G>);
    method!(set_if_not_exists(V, W) -> Update<E, G>);
    method!(add(V, W) -> Update<E, G>);
    method!(add_with_default(V, W, D) -> Update<E, G>);
    method!(subtract(V, W) -> Update<E, G>);
    method!(subtract_with_default(V, W, D) -> Update<E, G>);
    method!(append(V, W) -> Update<E, G>);
    method!(prepend(V, W) -> Update<E, G>);
    method!(remove(V) -> Update<E, G>);
    method!(delete(V, W) -> Update<E, G>);
    method!(known(V, W) -> Update<E, G>);
    method!(from(V) -> Update<E, G>);
    method!(changes(V, W) -> Update<E, G>);
    method!(condition(V) -> Update<E, G>);
    method!(customize(V) -> Update<E, G>);
    method!(return_new() -> Update<E, G, New>);
    method!(return_old() -> Update<E, G, Old>);
    method!(return_updated() -> Update<E, G, UpdatedNew>);
    method!(return_updated_old() -> Update<E, G, UpdatedOld>);
    method!(request(V) -> Result<UpdateItemInput>);
    method!(send(V) -> Pending<Result<()>>);
    method!(send_if(V) -> Pending<Result<()>>);

    // Of a value such as `None`, only the attribute tells the type.
    #[doc(hidden)]
    pub fn set<T, X, P>(&self, _: Attr<E, T, X, P>, _: impl Assign<T>) -> Update<E, G>
    where
        S: WholeKey,
    {
        S::never()
    }
}

impl<E: Entity, G: Guard, S> UnfinishedDelete<E, G, S> {
    method!(from(V) -> Delete<E, G>);
    method!(condition(V) -> Delete<E, G>);
    method!(customize(V) -> Delete<E, G>);
    method!(return_old() -> Delete<E, G, Old>);
    method!(request(V) -> Result<DeleteItemInput>);
    method!(send(V) -> Pending<Result<()>>);
    method!(send_if(V) -> Pending<Result<()>>);
}

/// The filter of an operation on one item. Implemented by nothing.
#[diagnostic::on_unimplemented(
    message = "an operation on one item has no filter",
    label = "is for queries and scans",
    note = "what must hold of an item for it to be written or deleted is its `condition`"
)]
pub trait NoFilter {}

macro_rules! unfiltered {
    ($(($($generics:tt)*) $operation:ty;)*) => {$(
        impl<$($generics)*> $operation {
            #[doc(hidden)]
            pub fn filter<F: NoFilter>(self, _: F) -> Self {
                self
            }
        }
    )*};
}

unfiltered! {
    (E) Get<E>;
    (E, G: Begin<E>, A) Update<E, G, A>;
    (E, G, A) Delete<E, G, A>;
    (E, G, A) Put<E, G, A>;
}
