//! Operations on one item that are ready to be made: what takes operations, such as a transaction, asks for that.

use super::{Begin, Delete, Get, Guard, Put, Update, unfinished::WholeKey};
use crate::entity::Entity;

/// A builder of an operation on one item that has been given all that it needs.
#[diagnostic::on_unimplemented(
    message = "this is no operation on one item",
    label = "neither writes nor reads one item by its primary key"
)]
pub trait Whole {
    /// What it builds.
    #[doc(hidden)]
    type Operation;

    /// The operation.
    #[doc(hidden)]
    fn into_operation(self) -> Self::Operation;
}

/// An operation on one item whose key waits for `S`.
#[diagnostic::on_unimplemented(
    message = "this is no operation on one item",
    label = "neither writes nor reads one item by its primary key"
)]
pub trait Waiting<S> {
    /// The operation itself. By way of this name, a mistake in an operation is told once, and not of all that it leads to.
    #[doc(hidden)]
    type Operation;

    /// The operation, if its key were complete.
    #[doc(hidden)]
    fn finished(self) -> Self::Operation;
}

macro_rules! operations {
    ($(($($generics:tt)*) $operation:ty;)*) => {$(
        impl<$($generics)*> Whole for $operation {
            type Operation = Self;

            fn into_operation(self) -> Self {
                self
            }
        }
    )*};
}

operations! {
    (E: Entity) Get<E>;
    (E: Entity, G: Guard, A) Put<E, G, A>;
    (E: Entity, B: Begin<E>, A) Update<E, B, A>;
    (E: Entity, G: Guard, A) Delete<E, G, A>;
}

// A key that waits is never complete, which `WholeKey` has the words for.
macro_rules! waiting {
    ($(($($generics:tt)*) $operation:ty;)*) => {$(
        impl<$($generics)*, S: WholeKey> Waiting<S> for $operation {
            type Operation = Self;

            fn finished(self) -> Self {
                self
            }
        }
    )*};
}

waiting! {
    (E: Entity) Get<E>;
    (E: Entity, B: Begin<E>) Update<E, B>;
    (E: Entity, G: Guard) Delete<E, G>;
}
