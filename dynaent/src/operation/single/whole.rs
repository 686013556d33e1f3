//! Operations on one item that are ready to be made: what takes operations, such as a transaction, asks for that.

use crate::{
    entity::Entity,
    operation::{
        read::Get,
        unfinished::WholeKey,
        write::{Begin, Delete, Guard, Put, Update},
    },
};

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

// Several are whole if each one is.

impl<W: Whole> Whole for Vec<W> {
    type Operation = Vec<W::Operation>;

    fn into_operation(self) -> Self::Operation {
        self.into_iter().map(W::into_operation).collect()
    }
}

impl<W: Whole, const N: usize> Whole for [W; N] {
    type Operation = [W::Operation; N];

    fn into_operation(self) -> Self::Operation {
        self.map(W::into_operation)
    }
}

macro_rules! tuples {
    (up_to [$($name:ident)*]) => {
        impl<$($name: Whole),*> Whole for ($($name,)*) {
            type Operation = ($($name::Operation,)*);

            #[allow(non_snake_case)]
            fn into_operation(self) -> Self::Operation {
                let ($($name,)*) = self;
                ($($name.into_operation(),)*)
            }
        }
    };
    (up_to [$($name:ident)*] $next:ident $($more:ident)*) => {
        tuples!(up_to [$($name)*]);
        tuples!(up_to [$($name)* $next] $($more)*);
    };
}

tuples!(up_to [A] B C D F G H I J K L M N P Q R);

// A key that waits is never complete, which `WholeKey` has the words for.
impl<E: Entity, S: WholeKey> Waiting<S> for Get<E> {
    type Operation = Self;

    fn finished(self) -> Self {
        self
    }
}

impl<E: Entity, B: Begin<E>, S: WholeKey> Waiting<S> for Update<E, B> {
    type Operation = Self;

    fn finished(self) -> Self {
        self
    }
}

impl<E: Entity, G: Guard, S: WholeKey> Waiting<S> for Delete<E, G> {
    type Operation = Self;

    fn finished(self) -> Self {
        self
    }
}
