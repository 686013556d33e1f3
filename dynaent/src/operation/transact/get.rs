//! `TransactGet`: several items as they are at one moment.

use aws_sdk_dynamodb::{
    operation::{
        get_item::GetItemInput,
        transact_get_items::{TransactGetItemsInput, builders::TransactGetItemsInputBuilder},
    },
    types::{self, TransactGetItem},
};

use super::{
    cancelled::failed,
    gets_one::GetsOne,
    on_table::OnTable,
    target::{Target, call_of, check},
};
use crate::{
    entity::{Entity, Expired},
    error::{Error, Result},
    operation::{
        Get, Whole, call,
        custom::Custom,
        plan::Demand,
        request::{Request, unbuilt},
    },
    table::Table,
    value::Item,
};

/// The gets of a transaction, before it is sent.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Gets {
    items: Vec<TransactGetItem>,
    targets: Vec<Target>,
    failed: Option<Error>,
}

/// The answers to the gets of a transaction.
#[doc(hidden)]
#[derive(Debug)]
pub struct Got(std::vec::IntoIter<Option<Item>>);

/// What a [`TransactGet`] reads: one get, or a tuple, an array or a `Vec` of such, also in each other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not read an item",
    label = "is no get of an item",
    note = "here go gets by the primary key: `Comment::get().comment_id(…)`; in a tuple, an array or a `Vec`"
)]
pub trait TransactReads {
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
        impl<$($generics)*> TransactReads for $get {
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

impl<G: TransactReads> TransactReads for Vec<G> {
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

impl<G: TransactReads, const N: usize> TransactReads for [G; N] {
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
        impl<$($name: TransactReads),*> TransactReads for ($($name,)*) {
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

/// Reads up to a hundred items, of one entity or many, as they are at one moment: no write falls between two of them.
///
/// It takes gets in a tuple, an array or a `Vec`, and gives what is found in the same form and order. As for a get alone,
/// an item that has expired, or is of another entity, is `None`. What is read is always what was last written, whether
/// `consistent` or not. It costs twice as much as consistent gets do.
///
/// ```
/// # use dynaent::{Entity, Table, TransactGet};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Article { id: String }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Comment { id: String }
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// let gets = (Article::get().id("a1"), ["c1", "c2"].map(|id| Comment::get().id(id)));
/// let (article, [first, second]) = TransactGet::new(gets).send(table).await?;
/// let article: Option<Article> = article;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `send` is awaited"]
pub struct TransactGet<G> {
    gets: G,
    custom: Custom<TransactGetItemsInputBuilder>,
}

impl TransactGet<()> {
    /// Reads these.
    pub fn new<W: Whole>(gets: W) -> TransactGet<<W::Operation as TransactReads>::Own>
    where
        W::Operation: TransactReads,
    {
        TransactGet { gets: gets.into_operation().own(), custom: Custom::default() }
    }
}

impl<G: TransactReads> TransactGet<G> {
    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(TransactGetItemsInputBuilder) -> TransactGetItemsInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }

    /// The request, without sending it. The table is that of all gets that name no other.
    ///
    /// # Errors
    /// As [`send`](Self::send), as far as it is known before anything is sent.
    pub fn request(self, table: impl Into<String>) -> Result<TransactGetItemsInput> {
        let mut gets = Gets::default();
        self.gets.prepare(&table.into(), &mut gets);
        self.custom.apply(gets.input()?.0).build().map_err(unbuilt)
    }

    /// Reads the items.
    ///
    /// # Errors
    /// Before anything is sent: if a key cannot be built, and [`Error::Transaction`] if there is no get, or more than a
    /// hundred, or two are of one item. If DynamoDB cancels the transaction, [`Error::Cancelled`]; if the request fails,
    /// [`Error::Request`], and if an item cannot be read, [`Error::Item`].
    pub async fn send(self, table: &Table) -> Result<G::Found> {
        let mut gets = Gets::default();
        let reading = self.gets.prepare(table.name(), &mut gets);
        let (input, targets) = gets.input()?;
        let call = call_of("read transaction", &targets);
        let output = call::send(self.custom.apply(input), call, table).await;
        let output = output.map_err(|error| failed(call, targets, table, error))?;
        let items: Vec<_> = output.responses.into_iter().flatten().map(|response| response.item).collect();
        G::read(reading, &mut Got(items.into_iter()))
    }
}

impl Gets {
    /// Takes a get; the first error is kept until the request is built.
    fn add<G: GetsOne>(&mut self, get: G, table: &str) {
        let request = Request { operation: "get", schema: <G::Entity as Entity>::SCHEMA };
        if let Err(error) = get.into_input(table).and_then(|input| self.push(request, input)) {
            self.failed.get_or_insert(error);
        }
    }

    fn push(&mut self, request: Request, input: GetItemInput) -> Result<()> {
        self.targets.push(Target::new(request, input.table_name.as_ref(), input.key.as_ref()));
        let get = types::Get::builder()
            .set_table_name(input.table_name)
            .set_key(input.key)
            .set_projection_expression(input.projection_expression)
            .set_expression_attribute_names(input.expression_attribute_names)
            .build()
            .map_err(unbuilt)?;
        self.items.push(TransactGetItem::builder().get(get).build());
        Ok(())
    }

    /// The SDK's input, checked against DynamoDB's limits, and what is needed to tell why it failed.
    fn input(self) -> Result<(TransactGetItemsInputBuilder, Vec<(Target, Demand)>)> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        check(self.targets.iter())?;
        let input = TransactGetItemsInput::builder().set_transact_items(Some(self.items));
        Ok((input, self.targets.into_iter().map(|target| (target, Demand::NOTHING)).collect()))
    }
}
