//! What runs the examples of the library's documentation.

use std::{error::Error, pin::Pin};

use dynaent::Table;

use crate::model::{Article, Blog, Comment};

/// Runs an example, on a table that holds the article `a1`, and the comments `c1` and `c2` on it.
pub fn example<F>(body: impl FnOnce(Table) -> F)
where
    F: Future<Output = Result<(), Box<dyn Error>>> + 'static,
{
    let table = run(Box::pin(table())).expect("the example's table is made");
    run(Box::pin(body(table))).expect("the example works");
}

async fn table() -> dynaent::Result<Table> {
    let table = Table::local::<Blog>().await?;
    Article::create().article_id("a1").author("ada").year(2026).title("One table").send(&table).await?;
    Comment::create().comment_id("c1").article_id("a1").text("First!").likes(3).tags(["short"]).send(&table).await?;
    Comment::create().comment_id("c2").article_id("a1").text("Why one?").send(&table).await?;
    Ok(table)
}

// Behind a pointer, so that it is compiled once and not in each example.
fn run<T, E>(body: Pin<Box<dyn Future<Output = Result<T, E>>>>) -> Result<T, E> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(body)
}
