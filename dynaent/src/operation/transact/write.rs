//! `TransactWrite`: several writes, all of them made or none.

use aws_sdk_dynamodb::operation::transact_write_items::{
    TransactWriteItemsInput, builders::TransactWriteItemsInputBuilder,
};

use super::{
    cancelled::failed,
    check::{Check, Checked},
    step::{Append, Step, Transacts},
    target::{Target, call_of, check, refuse},
};
use crate::{
    error::{Result, TransactionProblem},
    expression::Condition,
    operation::{
        send::{call, custom::Custom, request::unbuilt},
        single::{GetsOne, Whole},
        write::{IfAbsent, IfExists, plan::Demand},
    },
    table::Table,
};

/// The most bytes that the items of a transaction may have.
const MAX_SIZE: usize = 4 * 1024 * 1024;
/// The most characters of a token.
const MAX_TOKEN: usize = 36;

/// Writes up to a hundred items, of one entity or many, and checks others: all of it is done, or nothing is.
///
/// Every operation is the one that it is alone, with its conditions, its version and the keys of its indexes. `send` gives
/// a tuple with an answer for each call, in order: the entity for `create` and `put`, as alone; a `Vec` for
/// [`items`](Self::items); nothing, `()`, for everything else, for DynamoDB returns no items from a transaction.
///
/// ```
/// # use dynaent::{Entity, Error, Table, TransactWrite};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Author", version = "1")]
/// # #[index(primary, pk = [name], sk = [])]
/// # struct Author { name: String }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Article { id: String, comments: u32 }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [article_id], sk = [id])]
/// # struct Comment { article_id: String, id: String, author: String }
/// # async fn demo(table: &Table) -> dynaent::Result<()> {
/// let a = Article::attributes();
/// let sent = TransactWrite::new()
///     .item(Comment::create().article_id("a1").id("c1").author("ada"))
///     .item(Article::patch().id("a1").add(a.comments, 1))
///     .must_exist(Author::get().name("ada"))
///     .send(table)
///     .await;
/// match sent {
///     Ok((comment, (), ())) => println!("{comment:?}"),
///     Err(Error::Cancelled { reasons }) => {
///         for reason in reasons.iter().filter(|reason| reason.is_failure()) {
///             println!("{reason}"); // check of Author with pk "$blog#name_ada", sk "$author_1": there is no such item
///         }
///     }
///     Err(error) => return Err(error),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing is written until `send` is awaited"]
pub struct TransactWrite<T = ()> {
    operations: T,
    token: Option<String>,
    custom: Custom<TransactWriteItemsInputBuilder>,
}

/// A transaction of the operations `T` and one more.
pub type With<T, O> = TransactWrite<<O as Append<T>>::Longer>;

impl TransactWrite {
    /// No operations yet.
    pub fn new() -> Self {
        Self { operations: (), token: None, custom: Custom::default() }
    }
}

impl Default for TransactWrite {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> TransactWrite<T> {
    /// One operation: a `create`, `put`, `upsert`, `update`, `patch`, `delete` or `remove` that has all it needs; a
    /// [`Check`], an [`AnyWrite`](super::AnyWrite), or one [`OnTable`](crate::OnTable).
    pub fn item<W: Whole>(self, operation: W) -> With<T, <W::Operation as Transacts>::Own>
    where
        W::Operation: Transacts<Own = W::Operation>,
        <W::Operation as Transacts>::Own: Append<T>,
    {
        self.append(operation.into_operation())
    }

    /// Operations of one kind, however many: they have one answer, a `Vec`.
    pub fn items<W: Whole>(
        self,
        operations: impl IntoIterator<Item = W>,
    ) -> With<T, Vec<<W::Operation as Transacts>::Own>>
    where
        W::Operation: Transacts<Own = W::Operation>,
        Vec<<W::Operation as Transacts>::Own>: Append<T>,
    {
        self.append(operations.into_iter().map(W::into_operation).collect::<Vec<_>>())
    }

    /// This must hold of an item, which stays as it is; see [`Check::that`].
    pub fn check<W: Whole, E>(self, get: W, condition: Condition<E>) -> With<T, Check<<W::Operation as GetsOne>::Own>>
    where
        W::Operation: GetsOne<Own = W::Operation> + Checked<E>,
        Check<<W::Operation as GetsOne>::Own>: Append<T>,
    {
        self.append(Check::that(get, condition))
    }

    /// There must be such an item; see [`Check::exists`].
    pub fn must_exist<W: Whole>(self, get: W) -> With<T, Check<<W::Operation as GetsOne>::Own, IfExists>>
    where
        W::Operation: GetsOne<Own = W::Operation>,
        Check<<W::Operation as GetsOne>::Own, IfExists>: Append<T>,
    {
        self.append(Check::exists(get))
    }

    /// There must be no such item; see [`Check::absent`].
    pub fn must_not_exist<W: Whole>(self, get: W) -> With<T, Check<<W::Operation as GetsOne>::Own, IfAbsent>>
    where
        W::Operation: GetsOne<Own = W::Operation>,
        Check<<W::Operation as GetsOne>::Own, IfAbsent>: Append<T>,
    {
        self.append(Check::absent(get))
    }

    fn append<O>(self, operation: O) -> With<T, O>
    where
        O: Append<T>,
    {
        TransactWrite { operations: operation.append_to(self.operations), token: self.token, custom: self.custom }
    }

    /// Names the transaction, in up to 36 characters. Sent again within ten minutes with the same operations, it is not
    /// made again, and succeeds; with others, it fails. Without a token, the SDK makes one for each `send`, which keeps its
    /// own retries from making it twice.
    ///
    /// What is different each time, such as a `default` that is a new id or an `updated_at`, makes the operations others:
    /// keep what `create` is given, or [`request`](Self::request)'s input.
    pub fn client_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap.
    pub fn customize(
        mut self,
        change: impl FnOnce(TransactWriteItemsInputBuilder) -> TransactWriteItemsInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.custom = self.custom.then(change);
        self
    }
}

impl<T: Transacts> TransactWrite<T> {
    /// The request, without sending it. The table is that of all operations that name no other.
    ///
    /// # Errors
    /// As [`send`](Self::send), as far as it is known before anything is sent.
    pub fn request(self, table: impl Into<String>) -> Result<TransactWriteItemsInput> {
        let mut steps = Vec::new();
        self.operations.prepare(&table.into(), &mut steps)?;
        let (input, _) = input(steps, self.token)?;
        self.custom.apply(input).build().map_err(unbuilt)
    }

    /// Makes all operations, or none.
    ///
    /// # Errors
    /// Before anything is sent: whatever an operation alone would be refused for, and
    /// [`Error::Transaction`](crate::Error::Transaction) if there is no operation, or more than a hundred, two are on one
    /// item, they write over 4 MB, or the token is empty or too long. If DynamoDB cancels the transaction,
    /// [`Error::Cancelled`](crate::Error::Cancelled), with a reason for each operation; else if the request fails,
    /// [`Error::Request`](crate::Error::Request).
    pub async fn send(self, table: &Table) -> Result<T::Answer> {
        let mut steps = Vec::new();
        let answer = self.operations.prepare(table.name(), &mut steps)?;
        let (input, sent) = input(steps, self.token)?;
        let call = call_of("write transaction", &sent);
        let output = call::send(self.custom.apply(input), call, table).await;
        output.map_err(|error| failed(call, sent, table, error))?;
        Ok(answer)
    }
}

/// The SDK's input, checked against DynamoDB's limits, and what is needed to tell why it failed.
fn input(steps: Vec<Step>, token: Option<String>) -> Result<(TransactWriteItemsInputBuilder, Vec<(Target, Demand)>)> {
    check(steps.iter().map(|step| &step.target))?;
    let size = steps.iter().map(|step| step.size).sum();
    if size > MAX_SIZE {
        return refuse(TransactionProblem::TooLarge { size, limit: MAX_SIZE });
    }
    let length = token.as_ref().map_or(1, |token| token.chars().count());
    if length == 0 || length > MAX_TOKEN {
        return refuse(TransactionProblem::Token { length, limit: MAX_TOKEN });
    }
    let (items, sent) = steps.into_iter().map(|step| (step.item, (step.target, step.demand))).unzip();
    let input = TransactWriteItemsInput::builder().set_transact_items(Some(items)).set_client_request_token(token);
    Ok((input, sent))
}
