//! A blog: articles, comments and authors in one table.
//!
//! An article and its comments lie together in the table itself, so that its page is one request. In the first index lies
//! what an author wrote, articles and comments in one order of time; in the second one articles by their status.
//!
//! ```text
//! cargo run --example blog                                        # embedded engine, in memory
//! cargo run --example blog -- --file blog.db                      # embedded engine, kept in a file
//! cargo run --example blog -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example blog --features aws -- --table app
//! ```

mod support;

use std::process::ExitCode;

use dynaent::{Collection, CollectionPage, Cursor, Entity, Error, KeyPart, Page, Result, Service, Table, begins_with};

// -- The models ------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Author", version = "1")]
#[index(primary, pk = [author_id], sk = [])]
pub struct Author {
    pub author_id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Article", version = "1")]
#[index(primary, pk = [article_id], sk = [], collection = "discussion")]
#[index(by_author, gsi = "gsi1", pk = [author_id], sk = [posted, article_id], collection = "works", clustered)]
#[index(by_status, gsi = "gsi2", pk = [status], sk = [posted, article_id])]
pub struct Article {
    pub article_id: String,
    #[attr(read_only)]
    pub author_id: String,
    pub title: String,
    pub body: String,
    /// When it was last saved as a draft, or published. As text in UTC, it sorts.
    pub posted: String,
    #[attr(default = Status::Draft)]
    pub status: Status,
    #[attr(version)]
    pub revision: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "lowercase")]
pub enum Status {
    Draft,
    Published,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [article_id], sk = [posted, comment_id], collection = "discussion")]
#[index(by_author, gsi = "gsi1", pk = [author_id], sk = [posted, comment_id], collection = "works", clustered)]
pub struct Comment {
    pub article_id: String,
    pub comment_id: String,
    #[attr(read_only)]
    pub author_id: String,
    pub posted: String,
    pub text: String,
    #[attr(default)]
    pub likes: u32,
}

/// An article and its comments.
#[derive(Debug, Collection)]
#[collection(name = "discussion")]
pub struct Discussion {
    pub articles: Vec<Article>,
    pub comments: Vec<Comment>,
}

/// What an author wrote.
#[derive(Debug, Collection)]
#[collection(name = "works")]
pub struct Works {
    pub articles: Vec<Article>,
    pub comments: Vec<Comment>,
}

/// Everything in the table.
#[derive(Debug, Service)]
pub enum Blog {
    Author(Author),
    Article(Article),
    Comment(Comment),
}

// -- Writing ---------------------------------------------------------------------------------------------------------

async fn join(table: &Table, author_id: &str, name: &str) -> Result<Author> {
    Author::create().author_id(author_id).name(name).send(table).await
}

async fn write(table: &Table, id: &str, author_id: &str, posted: &str, title: &str) -> Result<Article> {
    let body = format!("All about {title}.");
    Article::create().article_id(id).author_id(author_id).posted(posted).title(title).body(body).send(table).await
}

/// Publishes a draft. `None` if it is none, or not that author's.
async fn publish(table: &Table, id: &str, author_id: &str, now: &str) -> Result<Option<Article>> {
    let a = Article::attributes();
    // Both indexes follow: the article moves to the published ones, and to its new place among the author's works.
    let publishing = Article::patch()
        .article_id(id)
        .set(a.status, Status::Published)
        .set(a.posted, now)
        .condition(a.status.eq(Status::Draft) & a.author_id.eq(author_id))
        .return_new();
    Ok(publishing.send_if(table).await?.applied())
}

/// Changes the text of an article, unless somebody else has changed it since it was read.
async fn edit(table: &Table, read: &Article, body: &str) -> Result<Article> {
    let a = Article::attributes();
    Article::patch().article_id(&read.article_id).from(read).set(a.body, body).return_new().send(table).await
}

async fn comment(table: &Table, article_id: &str, id: &str, author_id: &str, posted: &str) -> Result<Comment> {
    let create = Comment::create().article_id(article_id).comment_id(id).author_id(author_id).posted(posted);
    create.text(format!("{author_id} on {article_id}")).send(table).await
}

async fn like(table: &Table, it: &Comment) -> Result<Comment> {
    let c = Comment::attributes();
    // DynamoDB adds: no like is lost, however many come at once.
    let liking = Comment::patch().article_id(&it.article_id).posted(&it.posted).comment_id(&it.comment_id);
    liking.add(c.likes, 1).return_new().send(table).await
}

/// Removes a comment, if it is of that author.
async fn take_back(table: &Table, it: &Comment, author_id: &str) -> Result<bool> {
    let c = Comment::attributes();
    let removing = Comment::remove().article_id(&it.article_id).posted(&it.posted).comment_id(&it.comment_id);
    Ok(removing.condition(c.author_id.eq(author_id)).send_if(table).await?.is_applied())
}

/// Removes an article with its comments, itself last: a run that is cut short can be repeated.
async fn remove_article(table: &Table, id: &str) -> Result<()> {
    let Discussion { articles, comments } = Discussion::query().article_id(id).consistent().all(table).await?;
    for it in comments {
        Comment::delete().article_id(it.article_id).posted(it.posted).comment_id(it.comment_id).send(table).await?;
    }
    for it in articles {
        Article::delete().article_id(it.article_id).send(table).await?;
    }
    Ok(())
}

// -- Reading ---------------------------------------------------------------------------------------------------------

/// The page of an article: the article comes first, its comments follow, the oldest first.
async fn discussion(table: &Table, id: &str, after: Option<Cursor>) -> Result<CollectionPage<Discussion>> {
    Discussion::query().article_id(id).limit(3).after(after).send(table).await
}

/// The latest comments on an article, without the article.
async fn latest_comments(table: &Table, article_id: &str, count: u32) -> Result<Vec<Comment>> {
    let latest = Comment::query().primary().article_id(article_id).descending().limit(count);
    Ok(latest.send(table).await?.items)
}

/// What an author wrote, articles and comments in one order, the newest first.
async fn works(table: &Table, author_id: &str, after: Option<Cursor>) -> Result<Page<Blog>> {
    Works::query().author_id(author_id).descending().in_order().limit(3).after(after).send(table).await
}

/// The same, of one year and in a list for each kind.
async fn works_of_year(table: &Table, author_id: &str, year: &str) -> Result<Works> {
    Works::query().author_id(author_id).posted(begins_with(year)).all(table).await
}

async fn front_page(table: &Table) -> Result<Vec<Article>> {
    // One partition for all published articles serves a blog. For a newspaper, the month would go into its key.
    Ok(Article::query().by_status().status(Status::Published).descending().limit(10).send(table).await?.items)
}

async fn drafts(table: &Table) -> Result<Vec<Article>> {
    Article::query().by_status().status(Status::Draft).all(table).await
}

// -- The story -------------------------------------------------------------------------------------------------------

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

async fn run() -> support::Outcome {
    let table = support::args::table::<Blog>().await?;

    println!("Two authors, two articles, five comments.");
    join(&table, "ada", "Ada").await?;
    join(&table, "bob", "Bob").await?;
    write(&table, "keys", "ada", "2027-03-01T08:00", "keys").await?;
    write(&table, "pages", "bob", "2027-03-02T08:00", "pages").await?;
    let first = comment(&table, "keys", "c1", "bob", "2027-03-03T10:00").await?;
    let second = comment(&table, "keys", "c2", "ada", "2027-03-03T11:00").await?;
    comment(&table, "keys", "c3", "bob", "2027-03-05T09:00").await?;
    comment(&table, "pages", "c4", "ada", "2027-03-05T10:00").await?;
    comment(&table, "keys", "c5", "ada", "2028-01-01T00:00").await?;

    println!("\nDrafts, then published by their authors, and by nobody else:");
    print_articles(&drafts(&table).await?);
    let stranger = publish(&table, "keys", "bob", "2027-03-02T09:00").await?;
    println!("  bob publishes ada's draft: {}", if stranger.is_some() { "done" } else { "refused" });
    let keys = publish(&table, "keys", "ada", "2027-03-02T10:00").await?;
    print_articles(keys.as_slice());
    let again = publish(&table, "keys", "ada", "2027-03-02T11:00").await?;
    println!("  ada publishes it again: {}", if again.is_some() { "done" } else { "refused" });
    print_articles(publish(&table, "pages", "bob", "2027-03-04T08:00").await?.as_slice());

    support::grid::print(&table, &["gsi1", "gsi2"]).await?;

    println!("\nThe front page, newest first:");
    print_articles(&front_page(&table).await?);

    println!("\nThe page of an article, with its comments, in one request; then what follows:");
    let page = discussion(&table, "keys", None).await?;
    print_articles(&page.articles);
    print_comments(&page.comments);
    println!("  -- cursor --");
    print_comments(&discussion(&table, "keys", page.cursor).await?.comments);

    println!("\nThe two latest comments on it:");
    print_comments(&latest_comments(&table, "keys", 2).await?);

    println!("\nWhat ada wrote, newest first; then what follows:");
    let page = works(&table, "ada", None).await?;
    print_works(page.items);
    println!("  -- cursor --");
    print_works(works(&table, "ada", page.cursor).await?.items);

    println!("\nWhat ada wrote in 2027:");
    let Works { articles, comments } = works_of_year(&table, "ada", "2027").await?;
    print_articles(&articles);
    print_comments(&comments);

    println!("\nTwo likes:");
    like(&table, &first).await?;
    print_comments(&[like(&table, &first).await?]);

    println!("\nTwo edits of what was read once:");
    if let Some(read) = keys {
        println!("  revision {}", edit(&table, &read, "Keys, explained.").await?.revision);
        match edit(&table, &read, "Keys, explained twice.").await {
            Err(error @ Error::Conflict { .. }) => {
                let current = error.current::<Article>()?.map(|article| (article.revision, article.body));
                println!("  a conflict: it is now {current:?}");
            }
            other => println!("  {other:?}"),
        }
    }

    println!("\nA comment is taken back, by whoever wrote it:");
    println!("  by bob: {}", take_back(&table, &second, "bob").await?);
    println!("  by ada: {}", take_back(&table, &second, "ada").await?);

    println!("\nThe articles are removed, each with its comments. What is left of the table:");
    remove_article(&table, "keys").await?;
    remove_article(&table, "pages").await?;
    let left = Blog::scan().all(&table).await?;
    let authors = left.iter().filter(|item| matches!(item, Blog::Author(_))).count();
    println!("  {} items, {authors} of them authors", left.len());
    for author_id in ["ada", "bob"] {
        Author::remove().author_id(author_id).send(&table).await?;
    }
    Ok(())
}

fn print_articles(articles: &[Article]) {
    for Article { article_id, author_id, posted, status, revision, .. } in articles {
        println!("  {posted}  {article_id}, an article by {author_id} ({status:?}, revision {revision})");
    }
}

fn print_comments(comments: &[Comment]) {
    for Comment { comment_id, posted, text, likes, .. } in comments {
        println!("  {posted}    {comment_id}: {text} ({likes} likes)");
    }
}

fn print_works(works: Vec<Blog>) {
    for work in works {
        match work {
            Blog::Article(article) => print_articles(&[article]),
            Blog::Comment(comment) => print_comments(&[comment]),
            Blog::Author(_) => {}
        }
    }
}
