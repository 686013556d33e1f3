//! Comments on articles: the reference example.
//!
//! ```text
//! cargo run --example comments                                        # embedded engine, in memory
//! cargo run --example comments -- --file comments.db                  # embedded engine, kept in a file
//! cargo run --example comments -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example comments --features aws -- --table app
//! ```

mod support;

use std::process::ExitCode;

use dynaent::{Entity, Error, Table, gte};
use ulid::Ulid;

// Quick start: model
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "myapp", name = "Comment", version = "1")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
pub struct Comment {
    #[attr(rename = "commentID", read_only, default = Ulid::generate().to_string())]
    pub comment_id: String,
    #[attr(rename = "articleID", read_only)]
    pub article_id: String,
    pub text: String,
}

async fn add_comment(table: &Table, article_id: &str, text: &str) -> dynaent::Result<Comment> {
    Comment::create().article_id(article_id).text(text).send(table).await
}

async fn comments(table: &Table, article_id: &str) -> dynaent::Result<Vec<Comment>> {
    Comment::query().by_article().article_id(article_id).all(table).await
}
// Quick start: end

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

async fn run() -> support::Outcome {
    let table = support::args::table::<Comment>().await?;

    println!("Three comments on `rust-2024`, one on `dynamo-101`:");
    let first = add_comment(&table, "rust-2024", "Let chains, at last.").await?;
    let second = add_comment(&table, "rust-2024", "What about generators?").await?;
    let third = add_comment(&table, "rust-2024", "Migration took an hour.").await?;
    let other = add_comment(&table, "dynamo-101", "So there are no joins.").await?;
    list(&comments(&table, "rust-2024").await?);
    support::grid::print(&table, &["gsi1"]).await?;

    println!("\nA page of two, newest first, then the rest:");
    let newest = || Comment::query().by_article().article_id("rust-2024").descending().limit(2);
    let page = newest().send(&table).await?;
    list(&page.items);
    println!("  -- cursor --");
    list(&newest().after(page.cursor).send(&table).await?.items);

    println!("\nFrom the second one on:");
    let from_second = Comment::query().by_article().article_id("rust-2024").comment_id(gte(&second.comment_id));
    list(&from_second.all(&table).await?);

    println!("\nOne comment, edited:");
    let found = Comment::get().comment_id(&first.comment_id).send(&table).await?;
    list(found.as_slice());
    let c = Comment::attributes();
    let edited = Comment::patch().comment_id(&first.comment_id).set(c.text, "Let chains. Finally.").return_new();
    list(&[edited.send(&table).await?]);

    println!("\nWhat is refused:");
    // `.set(c.article_id, "elsewhere")` does not compile: this attribute is `ReadOnly`.
    println!("  moving a comment to another article: does not compile, `article_id` is read-only");
    match Comment::create().item(Comment { text: "Overwritten?".into(), ..second.clone() }).send(&table).await {
        Err(Error::AlreadyExists { key, .. }) => println!("  creating it again: {key} already exists"),
        other => println!("  creating it again: {other:?}"),
    }
    match Comment::patch().comment_id("no-such-id").set(c.text, "?").send(&table).await {
        Err(error @ Error::NotFound { .. }) => println!("  editing what is not there: {error}"),
        other => println!("  editing what is not there: {other:?}"),
    }

    println!("\nDeleted, all four; what is left:");
    for comment in [first, second, third, other] {
        Comment::remove().comment_id(comment.comment_id).send(&table).await?;
    }
    list(&comments(&table, "rust-2024").await?);
    Ok(())
}

fn list(comments: &[Comment]) {
    if comments.is_empty() {
        println!("  (none)");
    }
    for Comment { comment_id, article_id, text } in comments {
        println!("  {comment_id}  {article_id:<11} {text}");
    }
}
