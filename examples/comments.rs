//! Comments on articles: the reference example.
//!
//! ```text
//! cargo run --example comments                                        # embedded engine, in memory
//! cargo run --example comments -- --file comments.db                  # embedded engine, kept in a file
//! cargo run --example comments -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example comments --features aws -- --table app
//! ```

use std::process::ExitCode;

use dynaent::{Entity, Error, Table, gte};
use ulid::Ulid;

// README: model
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
// README: end

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let table = args::table().await?;

    println!("Three comments on `rust-2024`, one on `dynamo-101`:");
    let first = add_comment(&table, "rust-2024", "Let chains, at last.").await?;
    let second = add_comment(&table, "rust-2024", "What about generators?").await?;
    let third = add_comment(&table, "rust-2024", "Migration took an hour.").await?;
    let other = add_comment(&table, "dynamo-101", "So there are no joins.").await?;
    list(&comments(&table, "rust-2024").await?);

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

/// The command line: which table the example runs on.
mod args {
    use aws_sdk_dynamodb::{Client, Config, config};
    use dynaent::Table;

    use super::Comment;

    const USAGE: &str = "usage: comments [--file PATH] [--endpoint URL] [--table NAME]";

    pub(super) async fn table() -> Result<Table, Box<dyn std::error::Error>> {
        let (mut file, mut endpoint, mut name) = (None, None, None);
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            let slot = match argument {
                lexopt::Arg::Long("file") => &mut file,
                lexopt::Arg::Long("endpoint") => &mut endpoint,
                lexopt::Arg::Long("table") => &mut name,
                lexopt::Arg::Long("help") => return Err(USAGE.into()),
                other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
            };
            *slot = Some(parser.value()?.into_string().map_err(|_| "arguments must be UTF-8")?);
        }
        let table = match (file, endpoint, name) {
            (None, None, None) => return Ok(Table::local::<Comment>().await?),
            (Some(file), None, None) => return Ok(Table::local_file::<Comment>(file).await?),
            (None, Some(endpoint), name) => Table::new(server(&endpoint)?, name.as_deref().unwrap_or("app")),
            (None, None, Some(name)) => on_aws(name).await?,
            _ => return Err(format!("--file goes without --endpoint and --table\n{USAGE}").into()),
        };
        table.create_if_absent::<Comment>().await?;
        Ok(table)
    }

    /// A client for a server on this machine, which takes any credentials.
    fn server(endpoint: &str) -> Result<Client, Box<dyn std::error::Error>> {
        if !endpoint.starts_with("http://") {
            return Err("--endpoint takes an http:// address; for TLS and AWS, build with `--features aws`".into());
        }
        let config = Config::builder()
            .behavior_version(config::BehaviorVersion::latest())
            .region(config::Region::new("us-east-1"))
            .credentials_provider(config::Credentials::new("local", "local", None, None, "example"))
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(endpoint);
        Ok(Client::from_conf(config.build()))
    }

    #[cfg(feature = "aws")]
    async fn on_aws(name: String) -> Result<Table, Box<dyn std::error::Error>> {
        Ok(Table::from_env(name).await)
    }

    #[cfg(not(feature = "aws"))]
    async fn on_aws(_: String) -> Result<Table, Box<dyn std::error::Error>> {
        Err("--table without --endpoint runs on AWS: build with `--features aws`".into())
    }
}
