//! The record that everything here is measured with: ten attributes, and five key fields in three indexes.

use dynaent::Entity;

/// A post of a blog.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "press", name = "post", version = "1")]
#[index(primary, pk = [tenant, blog], sk = [day, slug])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [day, slug])]
#[index(by_likes, lsi = "lsi1", pk = [tenant, blog], sk = [likes])]
pub struct Post {
    pub tenant: String,
    pub blog: String,
    pub day: String,
    pub slug: String,
    pub author: String,
    pub likes: u64,
    pub published: bool,
    pub subtitle: Option<String>,
    pub tags: Vec<String>,
    pub score: f64,
}

impl Post {
    /// A post of usual size.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            tenant: "Acme-Publishing".to_owned(),
            blog: "Engineering".to_owned(),
            day: "2026-11-22".to_owned(),
            slug: "Rust-macros-that-cost-nothing".to_owned(),
            author: "ada.lovelace@example.com".to_owned(),
            likes: 18_446,
            published: true,
            subtitle: Some("What a derive may emit, and what it should not".to_owned()),
            tags: ["rust", "dynamodb", "macros", "single-table", "performance"].map(str::to_owned).into(),
            score: 4.75,
        }
    }
}
