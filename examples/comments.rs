//! x
use dynaent::{Entity, Table, begins_with};
use ulid::Ulid;

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

#[tokio::main]
async fn main() -> dynaent::Result<()> {
    let table = Table::local::<Comment>().await?;
    let a = add_comment(&table, "a1", "hi").await?;
    add_comment(&table, "a1", "ho").await?;
    println!("{:#?}", comments(&table, "a1").await?);
    println!("{:?}", Comment::get().comment_id(&a.comment_id).send(&table).await?);
    let c = Comment::attributes();
    println!("{:?}", Comment::patch().comment_id(&a.comment_id).set(c.text, "edited").return_new().send(&table).await?);
    println!("{}", Comment::create().item(a.clone()).send(&table).await.unwrap_err());
    println!("{}", Comment::patch().comment_id("nope").set(c.text, "x").send(&table).await.unwrap_err());
    println!(
        "{:?}",
        Comment::query()
            .by_article()
            .article_id("a1")
            .comment_id(begins_with("01"))
            .descending()
            .limit(1)
            .send(&table)
            .await?
    );
    Comment::remove().comment_id(a.comment_id).send(&table).await?;
    println!("{:?}", Comment::scan().all(&table).await?);
    Ok(())
}
