//! The builders that are the same for every entity but for their types: inherent methods must stand in the user's
//! crate, so that no call site needs an import. `__builders!` writes them there; what they do is in `operation`.

use crate::key::{KeyOperation, PartOf};

/// An operation that has been given the next composite of its key.
pub fn given<Q: KeyOperation, T>(mut operation: Q, value: impl PartOf<T>) -> Q {
    operation.give(value);
    operation
}

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

/// The types `Keys` and `Draft` of an entity. Takes, for each attribute that a builder must be given, its name and the
/// name of its type parameter; then the setters of all composites.
#[doc(hidden)]
#[macro_export]
macro_rules! __builders {
    ($($missing:ident $parameter:ident),*; $($composite:ident)*) => {
        // One by one: rustc would spell what comes by `*` with its whole path.
        use $crate::__private::{
            Addend, Always, Answering, Assign, Attr, BoxStream, Computable, Condition, Consistent, Counts, Deref,
            Element, Entity, Filtered, FnOnce, InOrder, InOrderOf, Into, IsSet, KeyOperation, List, New, Old, OnItem,
            Option, Outcome, Page, PhantomData, Place, Projected, Put, QueryInput, QueryInputBuilder, Querying,
            Ready, Removable, Result, Scans, Send, Sequential, StartAfter, String, Subtrahend, Sync, Table,
            UpdatedNew, UpdatedOld, Upsert, Values, Waiting, Whole, Writes,
        };

        /// The access patterns of `query()`.
        #[must_use = "choose an access pattern"]
        pub struct AccessPatterns(pub(super) ());

        /// An operation that is being given its key: `S` names the composite it waits for.
        #[must_use = "nothing is done until the key is complete, and the request is sent and awaited"]
        pub struct Keys<Q, S>(pub(super) Q, PhantomData<fn() -> S>);

        impl<Q, S> Keys<Q, S> {
            pub(super) const fn __waiting(operation: Q) -> Self {
                Self(operation, PhantomData)
            }

            pub(super) fn __start() -> Self
            where
                Q: OnItem,
            {
                Self::__waiting(Q::start())
            }

            /// Reads every item of the index instead; see `Query::scan`.
            pub fn scan(self) -> Q::Scan
            where
                Q: Scans,
            {
                self.0.scanned()
            }
        }

        // What is not here yet says why.
        impl<Q: KeyOperation, S> Deref for Keys<Q, S> {
            type Target = Later<Q, S>;

            fn deref(&self) -> &Later<Q, S> {
                &Later(PhantomData)
            }
        }

        // What an operation on a key that waits for `S` cannot be given yet, or cannot do.
        #[doc(hidden)]
        pub struct Later<Q, S>(PhantomData<fn() -> (Q, S)>);

        impl<Q, S> Later<Q, S> {
            $(
                pub fn $composite<V>(&self, _: V) -> Keys<Q, S>
                where
                    S: InOrder,
                {
                    S::never()
                }
            )*
        }

        impl<Q: KeyOperation, S> Deref for Later<Q, S> {
            type Target = Q::Unfinished<S>;

            fn deref(&self) -> &Q::Unfinished<S> {
                Q::unfinished(self)
            }
        }

        impl<Q, S> Element for Keys<Q, S> {}

        impl<Q: Waiting<S>, S> Whole for Keys<Q, S> {
            type Operation = Q::Operation;

            fn into_operation(self) -> Q::Operation {
                self.0.finished()
            }
        }

        impl<Q: Querying, S> Keys<Q, S> {
            /// The most items that one request reads; see `Query::limit`.
            pub fn limit(self, limit: u32) -> Q
            where
                S: Ready,
            {
                self.0.limited(limit)
            }

            /// Reads from the highest sort key to the lowest; see `Query::descending`.
            pub fn descending(self) -> Q
            where
                S: Ready,
            {
                self.0.backwards()
            }

            /// Reads what was last written; see `Query::consistent`.
            pub fn consistent(self) -> Q
            where
                S: Ready,
                Q::Kind: Consistent,
            {
                self.0.read_consistently()
            }

            /// Begins where another page ended; see `Query::after`.
            pub fn after(self, cursor: impl Into<StartAfter>) -> Q
            where
                S: Ready,
            {
                self.0.starting_after(cursor)
            }

            /// Returns only the items of which this holds; see `Query::filter`.
            pub fn filter<F, const N: usize>(self, filter: Condition<F>) -> Q
            where
                S: Ready,
                Q: Filtered<F, N>,
            {
                self.0.filtered(filter)
            }

            /// Returns items that have expired too; see `Query::with_expired`.
            pub fn with_expired(self) -> Q
            where
                S: Ready,
            {
                self.0.including_expired()
            }

            /// Changes the SDK's input at the end; see `Query::customize`.
            pub fn customize(self, change: impl FnOnce(QueryInputBuilder) -> QueryInputBuilder + Send + Sync + 'static) -> Q
            where
                S: Ready,
            {
                self.0.customized(change)
            }

            /// Gets whole items where the index holds parts of them; see `Query::hydrate`.
            pub fn hydrate(self) -> Q::Hydrated
            where
                S: Ready,
                Q::Kind: Projected,
            {
                self.0.hydrated()
            }

            /// Reads a collection's items one after the other; see `CollectionQuery::in_order`.
            pub fn in_order<T>(self) -> Q::InOrder<T>
            where
                S: Ready,
                T: InOrderOf<Q::Of>,
            {
                self.0.ordered()
            }

            /// The request, without sending it; see `Query::request`.
            pub fn request(self, table: impl Into<String>) -> Result<QueryInput>
            where
                S: Ready,
            {
                self.0.into_input(table.into())
            }

            /// Reads one page; see `Query::send`.
            pub fn send(self, table: &Table) -> Answering<'_, Result<Q::Page>>
            where
                S: Ready,
            {
                self.0.page(table)
            }

            /// Reads all pages; see `Query::all`.
            pub fn all(self, table: &Table) -> Answering<'_, Result<Q::All>>
            where
                S: Ready,
            {
                self.0.every(table)
            }

            /// The pages as a stream; see `Query::pages`.
            pub fn pages(self, table: &Table) -> BoxStream<'static, Result<Q::Page>>
            where
                S: Ready,
            {
                self.0.stream(table)
            }

            /// The items as a stream; see `Query::items`.
            pub fn items(self, table: &Table) -> BoxStream<'static, Result<Q::Item>>
            where
                S: Ready,
                Q: Sequential,
            {
                self.0.each(table)
            }

            /// Reads the first `count` items; see `Query::take`.
            pub fn take(self, count: usize, table: &Table) -> Answering<'_, Result<Page<Q::Item>>>
            where
                S: Ready,
                Q: Sequential,
            {
                self.0.some_items(count, table)
            }

            /// How many items there are; see `Query::count`.
            pub fn count(self, table: &Table) -> Answering<'_, Result<usize>>
            where
                S: Ready,
                Q: Counts,
            {
                self.0.counted(table)
            }

            /// Reads the first item; see `Query::first`.
            pub fn first(self, table: &Table) -> Answering<'_, Result<Option<Q::Item>>>
            where
                S: Ready,
                Q: Sequential,
            {
                self.0.first_item(table)
            }
        }

        /// A whole item that is being made. Its parameters are what it must be given: the name in `missing`, until it is.
        #[must_use = "nothing is written until `send` is awaited"]
        pub struct Draft<W: Writes, $($parameter = missing::$missing),*> {
            pub(super) values: <W::Entity as Entity>::Values,
            state: PhantomData<fn() -> (W, $($parameter),*)>,
        }

        impl<W: Writes, $($parameter),*> Draft<W, $($parameter),*> {
            pub(super) fn __state(values: <W::Entity as Entity>::Values) -> Self {
                Self { values, state: PhantomData }
            }

            /// Takes every attribute from a whole value, in place of what was given before.
            pub fn item(self, item: W::Entity) -> W {
                W::of_item(item)
            }

            /// The request, without sending it; an error if the item cannot be written as it is.
            pub fn request(self, table: impl Into<String>) -> Result<W::Input>
            where
                Self: Whole,
            {
                self.__whole().into_input(table.into())
            }

            /// Writes the item; for `create`, `Error::AlreadyExists` if the primary key is taken.
            pub fn send(self, table: &Table) -> Answering<'_, Result<W::Answer>>
            where
                Self: Whole,
            {
                self.__whole().execute(table)
            }

            /// As `send`, with a condition that does not hold as an outcome and not as an error.
            pub fn send_if(self, table: &Table) -> Answering<'_, Result<Outcome<W::Answer, W::Entity>>>
            where
                Self: Whole,
            {
                self.__whole().execute_if(table)
            }

            /// Writes the item only if this holds of the one that is there.
            pub fn condition(self, condition: Condition<W::Entity>) -> W
            where
                Self: Whole,
            {
                self.__whole().only_if(condition)
            }

            /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
            pub fn customize(self, change: impl FnOnce(W::Builder) -> W::Builder + Send + Sync + 'static) -> W
            where
                Self: Whole,
            {
                self.__whole().customized(change)
            }

            fn __whole(self) -> W {
                W::of_values(self.values)
            }
        }

        impl<W: Writes, $($parameter),*> Element for Draft<W, $($parameter),*> {}

        impl<W: Writes, $($parameter: IsSet),*> Whole for Draft<W, $($parameter),*> {
            type Operation = W;

            fn into_operation(self) -> W {
                self.__whole()
            }
        }

        impl<E: Entity, $($parameter),*> Draft<Put<E, Always>, $($parameter),*> {
            /// Makes `send` give the item that was replaced, if there was one.
            pub fn return_old(self) -> Put<E, Always, Old>
            where
                Self: Whole,
            {
                self.__whole().return_old()
            }
        }

        impl<E: Entity, $($parameter),*> Draft<Upsert<E>, $($parameter),*> {
            /// Makes `send` give the item as it is after the upsert.
            pub fn return_new(self) -> Upsert<E, New>
            where
                Self: Whole,
            {
                self.__whole().return_new()
            }

            /// Makes `send` give the item as it was before the upsert, if there was one.
            pub fn return_old(self) -> Upsert<E, Old>
            where
                Self: Whole,
            {
                self.__whole().return_old()
            }

            /// Makes `send` give what was changed, as it is after the upsert.
            pub fn return_updated(self) -> Upsert<E, UpdatedNew>
            where
                Self: Whole,
            {
                self.__whole().return_updated()
            }

            /// Makes `send` give what was changed, as it was before the upsert.
            pub fn return_updated_old(self) -> Upsert<E, UpdatedOld>
            where
                Self: Whole,
            {
                self.__whole().return_updated_old()
            }

            /// Sets an attribute where the item lacks it; see [`Upsert::set_if_not_exists`].
            pub fn set_if_not_exists<T, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, value: impl Assign<T>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().set_if_not_exists(attribute, value)
            }

            /// Adds to a number, or members to a set; see [`Upsert::add`].
            pub fn add<T, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, value: impl Addend<E, T>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().add(attribute, value)
            }

            /// Subtracts from a number; see [`Upsert::subtract`].
            pub fn subtract<T, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, value: impl Subtrahend<E, T>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().subtract(attribute, value)
            }

            /// Puts elements at the end of a list; see [`Upsert::append`].
            pub fn append<T: List, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, elements: impl Values<T::Element>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().append(attribute, elements)
            }

            /// Puts elements at the beginning of a list; see [`Upsert::prepend`].
            pub fn prepend<T: List, X: Computable, P: Place>(self, attribute: Attr<E, T, X, P>, elements: impl Values<T::Element>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().prepend(attribute, elements)
            }

            /// Removes an attribute; see [`Upsert::remove`].
            pub fn remove<T, X: Removable, P: Place>(self, attribute: Attr<E, T, X, P>) -> Upsert<E>
            where
                Self: Whole,
            {
                self.__whole().remove(attribute)
            }
        }
    };
}
