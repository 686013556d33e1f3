//! The models of `coming-from-the-sdk.md`, which shows them at its beginning.

use dynaent::{Entity, Table};

/// An article: the head of its partition.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Article", version = "1", casing = "none")]
#[index(primary, pk(template = "ARTICLE#${article_id}"), sk(template = "META"))]
pub struct Article {
    /// Its id.
    pub article_id: String,
    /// How many comments it has.
    pub comments: u32,
}

/// A comment on an article.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1", casing = "none")]
#[index(primary, pk(template = "ARTICLE#${article_id}"), sk(template = "COMMENT#${comment_id}"))]
#[index(by_author, gsi = "gsi1", pk(template = "AUTHOR#${author}"), sk(template = "ON#${article_id}#${comment_id}"))]
pub struct Comment {
    /// The article's id.
    pub article_id: String,
    /// Its own, which sorts.
    pub comment_id: String,
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
}

/// An empty table of theirs.
///
/// # Panics
/// If the engine does not start.
pub async fn table() -> Table {
    let local = Table::local::<(Article, Comment)>().await.expect("a table");
    let table = Table::new(local.client().clone(), "app");
    table.create_if_absent::<(Article, Comment)>().await.expect("a table of that name");
    table
}
