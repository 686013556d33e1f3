//! `TransactGet`: several items as they are at one moment.

use aws_sdk_dynamodb::{
    operation::transact_get_items::{TransactGetItemsInput, builders::TransactGetItemsInputBuilder},
    types::{self, TransactGetItem},
};

use super::{
    cancelled::failed,
    target::{Target, call_of, check},
};
use crate::{
    error::Result,
    operation::{
        send::{call, custom::Custom, request::unbuilt},
        single::{
            Reads, Whole,
            gets::{Gets, Got},
        },
        write::plan::Demand,
    },
    table::Table,
};

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
    pub fn new<W: Whole>(gets: W) -> TransactGet<<W::Operation as Reads>::Own>
    where
        W::Operation: Reads,
    {
        TransactGet { gets: gets.into_operation().own(), custom: Custom::default() }
    }
}

impl<G: Reads> TransactGet<G> {
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
        self.custom.apply(input(gets)?.0).build().map_err(unbuilt)
    }

    /// Reads the items.
    ///
    /// # Errors
    /// Before anything is sent: if a key cannot be built, and [`Error::Transaction`](crate::Error::Transaction) if there is
    /// no get, or more than a hundred, or two are of one item. If DynamoDB cancels the transaction,
    /// [`Error::Cancelled`](crate::Error::Cancelled); if the request fails, [`Error::Request`](crate::Error::Request), and if
    /// an item cannot be read, [`Error::Item`](crate::Error::Item).
    pub async fn send(self, table: &Table) -> Result<G::Found> {
        let mut gets = Gets::default();
        let reading = self.gets.prepare(table.name(), &mut gets);
        let (input, targets) = input(gets)?;
        let call = call_of("read transaction", &targets);
        let output = call::send(self.custom.apply(input), call, table).await;
        let output = output.map_err(|error| failed(call, targets, table, error))?;
        let items = output.responses.into_iter().flatten().map(|response| response.item);
        G::read(reading, &mut Got::new(items))
    }
}

/// The SDK's input, checked against DynamoDB's limits, and what is needed to tell why it failed.
fn input(gets: Gets) -> Result<(TransactGetItemsInputBuilder, Vec<(Target, Demand)>)> {
    let (mut items, mut targets) = (Vec::new(), Vec::new());
    for (request, input) in gets.into_inputs()? {
        targets.push(Target::new(request, input.table_name.as_ref(), input.key.as_ref()));
        let get = types::Get::builder()
            .set_table_name(input.table_name)
            .set_key(input.key)
            .set_projection_expression(input.projection_expression)
            .set_expression_attribute_names(input.expression_attribute_names)
            .build()
            .map_err(unbuilt)?;
        items.push(TransactGetItem::builder().get(get).build());
    }
    check(targets.iter())?;
    let input = TransactGetItemsInput::builder().set_transact_items(Some(items));
    Ok((input, targets.into_iter().map(|target| (target, Demand::NOTHING)).collect()))
}
