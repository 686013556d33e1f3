//! `BatchGet`: any number of items, of one entity or many.

use aws_sdk_dynamodb::operation::batch_get_item::BatchGetItemInput;
use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};

use crate::{
    error::Result,
    operation::{
        send::{
            batch_get::{Asked, answers, chunks, input},
            batch_options::{Options, option_setters},
            request::unbuilt,
        },
        single::{
            Reads, Whole,
            gets::{Gets, Got},
        },
    },
    table::Table,
};

/// Reads any number of items, of one entity or many, in as few requests as they fit into.
///
/// It takes gets in a tuple, an array or a `Vec`, and gives what is found in the same form and order. As for a get alone,
/// an item that has expired, or is of another entity, is `None`. An item that is asked for twice is read once. DynamoDB
/// takes 100 in a request; what it leaves unprocessed is asked for again, after a while.
///
/// Of one entity alone, its `batch_get` also reads what a stream asks for, and gives a stream.
///
/// ```
/// # use dynaent::{BatchGet, Entity, Table};
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Article", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Article { id: String }
/// # #[derive(Debug, Clone, PartialEq, Entity)]
/// # #[entity(service = "blog", name = "Comment", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Comment { id: String }
/// # async fn demo(table: &Table, ids: &[String]) -> dynaent::Result<()> {
/// let comments: Vec<_> = ids.iter().map(|id| Comment::get().id(id)).collect();
/// let (article, comments) = BatchGet::new((Article::get().id("a1"), comments)).concurrency(4).send(table).await?;
/// let article: Option<Article> = article;
/// let comments: Vec<Option<Comment>> = comments;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing is read until `send` is awaited"]
pub struct BatchGet<'a, G> {
    pub(super) gets: G,
    pub(super) options: Options<'a>,
}

impl BatchGet<'_, ()> {
    /// Reads these.
    pub fn new<'a, W: Whole>(gets: W) -> BatchGet<'a, <W::Operation as Reads>::Own>
    where
        W::Operation: Reads,
    {
        BatchGet::over(gets.into_operation().own())
    }
}

impl<'a, G> BatchGet<'a, G> {
    pub(super) fn over(gets: G) -> Self {
        Self { gets, options: Options::default() }
    }

    option_setters!();
}

impl<'a, G: Reads> BatchGet<'a, G> {
    /// The requests, without sending them. The table is that of all gets that name no other. What DynamoDB leaves
    /// unprocessed of them is the caller's matter.
    ///
    /// # Errors
    /// If a key cannot be built.
    pub fn requests(self, table: impl Into<String>) -> BoxStream<'a, Result<BatchGetItemInput>> {
        let (asked, _) = asked(self.gets, &table.into());
        requests(asked)
    }

    /// Reads the items.
    ///
    /// # Errors
    /// Before anything is sent, if a key cannot be built. If a request fails, an item cannot be read, or DynamoDB leaves
    /// keys unprocessed in all attempts.
    pub async fn send(self, table: &Table) -> Result<G::Found> {
        let (asked, reading) = asked(self.gets, table.name());
        let answers: Vec<_> = answers(asked, self.options, "batch get", table.clone()).try_collect().await?;
        G::read(reading, &mut Got::new(answers.into_iter().flatten().map(|(item, ())| item)))
    }
}

/// What gets ask for, and what is needed to read the answers.
fn asked<'a, G: Reads>(gets: G, table: &str) -> (BoxStream<'a, Result<Asked<()>>>, G::Reading) {
    let mut asked = Gets::default();
    let reading = gets.prepare(table, &mut asked);
    let asked = match asked.into_inputs() {
        Ok(inputs) => stream::iter(inputs).map(|(request, input)| Asked::of(request.schema, input, ())).boxed(),
        Err(error) => stream::iter([Err(error)]).boxed(),
    };
    (asked, reading)
}

/// The requests for all that is asked.
pub(super) fn requests<'a, T: Send + 'a>(
    asked: BoxStream<'a, Result<Asked<T>>>,
) -> BoxStream<'a, Result<BatchGetItemInput>> {
    let request = |chunk: Result<Vec<Asked<T>>>| input(&chunk?, None)?.build().map_err(unbuilt);
    chunks(asked).map(request).boxed()
}
