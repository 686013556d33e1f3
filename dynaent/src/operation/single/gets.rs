//! Several gets at once, and what their answers are read as.

use aws_sdk_dynamodb::operation::get_item::GetItemInput;

use super::{gets_one::GetsOne, on_table::OnTable};
use crate::{
    entity::{Entity, Expired},
    error::{Error, Result},
    operation::{read::Get, send::request::Request},
    value::Item,
};

/// Several gets, before they are sent.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Gets {
    inputs: Vec<(Request, GetItemInput)>,
    failed: Option<Error>,
}

impl Gets {
    /// Takes a get; the first error is kept.
    fn add<G: GetsOne>(&mut self, get: G, table: &str) {
        let request = Request { operation: "get", schema: <G::Entity as Entity>::SCHEMA };
        match get.into_input(table) {
            Ok(input) => self.inputs.push((request, input)),
            Err(error) => {
                self.failed.get_or_insert(error);
            }
        }
    }

    /// What is got, and of which entity.
    pub(in crate::operation) fn into_inputs(self) -> Result<Vec<(Request, GetItemInput)>> {
        self.failed.map_or(Ok(self.inputs), Err)
    }
}

/// The answers to several gets.
#[doc(hidden)]
#[derive(Debug)]
pub struct Got(std::vec::IntoIter<Option<Item>>);

impl Got {
    pub(in crate::operation) fn new(items: impl Iterator<Item = Option<Item>>) -> Self {
        Self(items.collect::<Vec<_>>().into_iter())
    }
}

/// What a [`TransactGet`](super::TransactGet) or a [`BatchGet`](super::BatchGet) reads: one get, or a tuple, an array or a
/// `Vec` of such, also in each other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not read an item",
    label = "is no get of an item",
    note = "here go gets by the primary key: `Comment::get().comment_id(…)`; in a tuple, an array or a `Vec`"
)]
pub trait Reads {
    /// What is found, in the same order: `None` for an item that is not there.
    type Found;
    /// What is needed to read the answers.
    #[doc(hidden)]
    type Reading: Send;
    /// The gets themselves: by way of this name, a mistake in one is told once, and not of all that it leads to.
    #[doc(hidden)]
    type Own;

    #[doc(hidden)]
    fn own(self) -> Self::Own;

    #[doc(hidden)]
    fn prepare(self, table: &str, gets: &mut Gets) -> Self::Reading;

    #[doc(hidden)]
    fn read(reading: Self::Reading, got: &mut Got) -> Result<Self::Found>;
}

macro_rules! one {
    ($(($($generics:tt)*) $get:ty;)*) => {$(
        impl<$($generics)*> Reads for $get {
            type Found = Option<<Self as GetsOne>::Entity>;
            type Reading = Expired;
            type Own = Self;

            fn own(self) -> Self {
                self
            }

            fn prepare(self, table: &str, gets: &mut Gets) -> Expired {
                let expired = self.expired();
                gets.add(self, table);
                expired
            }

            fn read(expired: Expired, got: &mut Got) -> Result<Self::Found> {
                let item = got.0.next().flatten().filter(|item| !item.is_empty());
                item.map_or(Ok(None), |item| Get::read(item, expired))
            }
        }
    )*};
}

one! {
    (E: Entity) Get<E>;
    (G: GetsOne) OnTable<G>;
}

impl<G: Reads> Reads for Vec<G> {
    type Found = Vec<G::Found>;
    type Reading = Vec<G::Reading>;
    type Own = Vec<G::Own>;

    fn own(self) -> Self::Own {
        self.into_iter().map(G::own).collect()
    }

    fn prepare(self, table: &str, gets: &mut Gets) -> Self::Reading {
        self.into_iter().map(|get| get.prepare(table, gets)).collect()
    }

    fn read(reading: Self::Reading, got: &mut Got) -> Result<Self::Found> {
        reading.into_iter().map(|reading| G::read(reading, got)).collect()
    }
}

impl<G: Reads, const N: usize> Reads for [G; N] {
    type Found = [G::Found; N];
    type Reading = [G::Reading; N];
    type Own = [G::Own; N];

    fn own(self) -> Self::Own {
        self.map(G::own)
    }

    fn prepare(self, table: &str, gets: &mut Gets) -> Self::Reading {
        self.map(|get| get.prepare(table, gets))
    }

    fn read(reading: Self::Reading, got: &mut Got) -> Result<Self::Found> {
        let found: Vec<_> = reading.into_iter().map(|reading| G::read(reading, got)).collect::<Result<_>>()?;
        let count = found.len();
        found.try_into().map_err(|_| Error::Setup(format!("{count} answers to {N} gets").into()))
    }
}

macro_rules! tuples {
    (all $($name:ident)*) => {
        impl<$($name: Reads),*> Reads for ($($name,)*) {
            type Found = ($($name::Found,)*);
            type Reading = ($($name::Reading,)*);
            type Own = ($($name::Own,)*);

            #[allow(non_snake_case)]
            fn own(self) -> Self::Own {
                let ($($name,)*) = self;
                ($($name.own(),)*)
            }

            #[allow(non_snake_case)]
            fn prepare(self, table: &str, gets: &mut Gets) -> Self::Reading {
                let ($($name,)*) = self;
                ($($name.prepare(table, gets),)*)
            }

            #[allow(non_snake_case)]
            fn read(reading: Self::Reading, got: &mut Got) -> Result<Self::Found> {
                let ($($name,)*) = reading;
                Ok(($($name::read($name, got)?,)*))
            }
        }
    };
    (up_to [$($name:ident)*]) => {
        tuples!(all $($name)*);
    };
    (up_to [$($name:ident)*] $next:ident $($more:ident)*) => {
        tuples!(all $($name)*);
        tuples!(up_to [$($name)* $next] $($more)*);
    };
}

tuples!(up_to [A] B C D F G H I J K L M N P Q R);
