//! The builders that are the same for every entity but for their types: inherent methods must stand in the user's
//! crate, so that no call site needs an import. `__builders!` writes them there; what they do is in `operation`.

use std::pin::Pin;

use aws_sdk_dynamodb::operation::{put_item::PutItemInput, update_item::UpdateItemInput};

use crate::{
    entity::Entity,
    error::Result,
    operation::{Guard, Put, Query, Reading, Upsert},
    page::Page,
    table::Table,
};

/// An attribute that a builder has been given.
#[derive(Debug)]
pub enum Given {}

/// An attribute that a builder has been given, or not.
#[diagnostic::on_unimplemented(
    message = "not every required attribute has been set; `{Self}` is still missing",
    label = "`{Self}` is still missing"
)]
pub trait IsSet {}

impl IsSet for Given {}

/// The key of an operation on one item, complete. Implemented by nothing: a key that still waits for a composite is not.
#[diagnostic::on_unimplemented(
    message = "the key is incomplete: `{Self}` has not been given",
    label = "`{Self}` is still missing"
)]
pub trait WholeKey {}

/// The future of an operation whose builder must be complete. Boxed, because the type of an `async fn` would repeat
/// what the builder lacks with each mention of the future.
pub type Answering<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// As [`Query::send`]. Boxed here, where rustc shows once and not for each entity that the future is `Send`.
pub fn read_page<E: Entity, K: Reading<E>>(query: Query<E, K>, table: &Table) -> Answering<'_, Result<Page<K::Item>>> {
    Box::pin(query.send(table))
}

/// As [`Query::all`].
pub fn read_all<E: Entity, K: Reading<E>>(query: Query<E, K>, table: &Table) -> Answering<'_, Result<Vec<K::Item>>> {
    Box::pin(query.all(table))
}

/// As [`Query::first`].
pub fn read_first<E: Entity, K: Reading<E>>(
    query: Query<E, K>,
    table: &Table,
) -> Answering<'_, Result<Option<K::Item>>> {
    Box::pin(query.first(table))
}

/// An operation that writes a whole item.
pub trait Writes: Sized {
    /// The item's entity.
    type Entity: Entity;
    /// The SDK's input.
    type Input;
    /// What `send` gives.
    type Answer;

    /// The operation on a whole value.
    fn of_item(item: Self::Entity) -> Self;
    /// The operation on the values that a builder was given.
    fn of_values(values: <Self::Entity as Entity>::Values) -> Self;
    /// As `request`.
    fn into_input(self, table: String) -> Result<Self::Input>;
    /// As `send`.
    fn execute(self, table: &Table) -> Answering<'_, Result<Self::Answer>>;
}

impl<E: Entity, G: Guard> Writes for Put<E, G> {
    type Entity = E;
    type Input = PutItemInput;
    type Answer = E;

    fn of_item(item: E) -> Self {
        Self::of(Ok(item))
    }

    fn of_values(values: E::Values) -> Self {
        Self::of(E::from_values(values, &mut |_| ()))
    }

    fn into_input(self, table: String) -> Result<PutItemInput> {
        self.request(table)
    }

    fn execute(self, table: &Table) -> Answering<'_, Result<E>> {
        Box::pin(self.send(table))
    }
}

impl<E: Entity> Writes for Upsert<E> {
    type Entity = E;
    type Input = UpdateItemInput;
    type Answer = ();

    fn of_item(item: E) -> Self {
        Self::of(Ok(item), Vec::new())
    }

    fn of_values(values: E::Values) -> Self {
        let mut defaulted = Vec::new();
        let entity = E::from_values(values, &mut |attribute| defaulted.push(attribute));
        Self::of(entity, defaulted)
    }

    fn into_input(self, table: String) -> Result<UpdateItemInput> {
        self.request(table)
    }

    fn execute(self, table: &Table) -> Answering<'_, Result<()>> {
        Box::pin(self.send(table))
    }
}

/// The types `Keys` and `Draft` of an entity. Takes, for each attribute that a builder must be given, its name and the
/// name of its type parameter.
#[doc(hidden)]
#[macro_export]
macro_rules! __builders {
    ($($missing:ident $parameter:ident),*) => {
        use ::core::{future::{Pending, pending}, marker::PhantomData};
        use $crate::__private::{
            Always, Answering, Assign, Attr, Consistent, Delete, Entity, Get, IsSet, KeyOperation, New, Old, Page, PartOf, Put, Query, QueryInput,
            Reading, Ready, Result, StartAfter, Table, Update, Upsert, WholeKey, Writes, read_all, read_first, read_page,
        };

        /// The access patterns of `query()`.
        #[must_use = "choose an access pattern"]
        pub struct AccessPatterns(pub(super) ());

        /// An operation that is being given its key: `S` names the composite it waits for.
        #[must_use = "the key is not complete"]
        pub struct Keys<Q, S>(pub(super) Q, PhantomData<fn() -> S>);

        impl<Q, S> Keys<Q, S> {
            pub(super) const fn waiting(operation: Q) -> Self {
                Self(operation, PhantomData)
            }

            pub(super) fn given<T>(mut self, value: impl PartOf<T>) -> Q
            where
                Q: KeyOperation,
            {
                self.0.give(value);
                self.0
            }
        }

        // What can be done once the key is complete, before it is: only there to say what is missing.
        impl<E: Entity, S> Keys<Get<E>, S> {
            #[doc(hidden)]
            pub fn send(self, _: &Table) -> Pending<Result<Option<E>>>
            where
                S: WholeKey,
            {
                pending()
            }
        }

        impl<E: Entity, G, S> Keys<Update<E, G>, S> {
            #[doc(hidden)]
            pub fn send(self, _: &Table) -> Pending<Result<()>>
            where
                S: WholeKey,
            {
                pending()
            }

            #[doc(hidden)]
            pub fn set<T, X>(self, _: Attr<E, T, X>, _: impl Assign<T>) -> Update<E, G>
            where
                S: WholeKey,
            {
                // No state is a whole key.
                self.0
            }
        }

        impl<E: Entity, G, S> Keys<Delete<E, G>, S> {
            #[doc(hidden)]
            pub fn send(self, _: &Table) -> Pending<Result<()>>
            where
                S: WholeKey,
            {
                pending()
            }
        }

        impl<E: Entity, K: Reading<E>, S> Keys<Query<E, K>, S> {
            /// The most items that one request reads; see [`Query::limit`].
            pub fn limit(self, limit: u32) -> Query<E, K>
            where
                S: Ready,
            {
                self.0.limit(limit)
            }

            /// Reads from the highest sort key to the lowest; see [`Query::descending`].
            pub fn descending(self) -> Query<E, K>
            where
                S: Ready,
            {
                self.0.descending()
            }

            /// Reads what was last written; see [`Query::consistent`].
            pub fn consistent(self) -> Query<E, K>
            where
                S: Ready,
                K: Consistent,
            {
                self.0.consistent()
            }

            /// Begins where another page ended; see [`Query::after`].
            pub fn after(self, cursor: impl Into<StartAfter>) -> Query<E, K>
            where
                S: Ready,
            {
                self.0.after(cursor)
            }

            /// The request, without sending it; see [`Query::request`].
            pub fn request(self, table: impl Into<String>) -> Result<QueryInput>
            where
                S: Ready,
            {
                self.0.request(table)
            }

            /// Reads one page; see [`Query::send`].
            pub fn send(self, table: &Table) -> Answering<'_, Result<Page<K::Item>>>
            where
                S: Ready,
            {
                read_page(self.0, table)
            }

            /// Reads all pages; see [`Query::all`].
            pub fn all(self, table: &Table) -> Answering<'_, Result<Vec<K::Item>>>
            where
                S: Ready,
            {
                read_all(self.0, table)
            }

            /// Reads the first item; see [`Query::first`].
            pub fn first(self, table: &Table) -> Answering<'_, Result<Option<K::Item>>>
            where
                S: Ready,
            {
                read_first(self.0, table)
            }
        }

        /// A whole item that is being made. A type parameter for each attribute that it must be given, in the order of
        /// the struct: its name in `missing`, until it is.
        #[must_use = "nothing is written until `send` is awaited"]
        pub struct Draft<W: Writes, $($parameter = missing::$missing),*> {
            pub(super) values: <W::Entity as Entity>::Values,
            state: PhantomData<fn() -> (W, $($parameter),*)>,
        }

        impl<W: Writes, $($parameter),*> Draft<W, $($parameter),*> {
            pub(super) fn start() -> Self {
                Self::state(Default::default())
            }

            pub(super) fn state(values: <W::Entity as Entity>::Values) -> Self {
                Self { values, state: PhantomData }
            }

            /// Takes every attribute from a whole value, in place of what was given before.
            pub fn item(self, item: W::Entity) -> W {
                W::of_item(item)
            }

            /// The request, without sending it; an error if the item cannot be written as it is.
            pub fn request(self, table: impl Into<String>) -> Result<W::Input>
            where
                $($parameter: IsSet),*
            {
                W::of_values(self.values).into_input(table.into())
            }

            /// Writes the item; for `create`, `Error::AlreadyExists` if the primary key is taken.
            pub fn send(self, table: &Table) -> Answering<'_, Result<W::Answer>>
            where
                $($parameter: IsSet),*
            {
                W::of_values(self.values).execute(table)
            }
        }

        impl<E: Entity, $($parameter),*> Draft<Put<E, Always>, $($parameter),*> {
            /// Makes `send` give the item that was replaced, if there was one.
            pub fn return_old(self) -> Put<E, Always, Old>
            where
                $($parameter: IsSet),*
            {
                <Put<E, Always> as Writes>::of_values(self.values).return_old()
            }
        }

        impl<E: Entity, $($parameter),*> Draft<Upsert<E>, $($parameter),*> {
            /// Makes `send` give the item as it is after the upsert.
            pub fn return_new(self) -> Upsert<E, New>
            where
                $($parameter: IsSet),*
            {
                <Upsert<E> as Writes>::of_values(self.values).return_new()
            }
        }
    };
}
