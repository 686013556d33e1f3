//! What cannot be done, only there to say why: what an operation can once its key is complete, before it is; and filters
//! of operations on one item, which would else be taken for an iterator's.

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

/// The filter of an operation on one item. Implemented by nothing.
#[diagnostic::on_unimplemented(
    message = "an operation on one item has no filter",
    label = "is for queries and scans",
    note = "what must hold of an item for it to be written or deleted is its `condition`"
)]
pub trait NoFilter {}

macro_rules! unfiltered {
    (($($generics:tt)*) $operation:ty) => {
        impl<$($generics)*> $operation {
            #[doc(hidden)]
            pub fn filter<F: $crate::operation::NoFilter>(self, _: F) -> Self {
                self
            }
        }
    };
}

/// What stands for an operation whose key waits for `S`: a type of its own, so that it does not seem to do what another does.
macro_rules! unfinished {
    ($name:ident<$($parameter:ident),*>) => {
        #[derive(Debug)]
        pub struct $name<$($parameter,)* S>(std::marker::PhantomData<fn() -> ($($parameter,)* S)>);

        impl<$($parameter,)* S> $name<$($parameter,)* S> {
            pub(super) const fn of<T>(_: &T) -> &Self {
                &Self(std::marker::PhantomData)
            }
        }
    };
}

/// A method of it that takes values of any type.
macro_rules! unfinished_method {
    ($name:ident($($value:ident),*) -> $answer:ty) => {
        #[doc(hidden)]
        pub fn $name<$($value),*>(&self, $(_: $value),*) -> $answer
        where
            S: $crate::operation::WholeKey,
        {
            S::never()
        }
    };
}

pub(super) use unfiltered;
pub(super) use unfinished;
pub(super) use unfinished_method;
