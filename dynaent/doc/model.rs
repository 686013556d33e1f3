use std::collections::{BTreeMap, BTreeSet};

use dynaent::{Collection, Document, Entity, Expiry, Service};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "myapp", name = "Comment", version = "1")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id], collection = "discussion")]
pub struct Comment {
    #[attr(rename = "commentID", read_only)]
    pub comment_id: String,
    #[attr(rename = "articleID", read_only)]
    pub article_id: String,
    pub text: String,
    #[attr(default)]
    pub likes: u32,
    pub tags: Option<BTreeSet<String>>,
    pub note: Option<String>,
    #[attr(ttl)]
    pub expires: Option<Expiry>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "myapp", name = "Article", version = "1")]
#[index(primary, pk = [article_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [], collection = "discussion")]
#[index(by_author, gsi = "gsi2", pk = [author], sk = [year, article_id], projection = keys_only)]
pub struct Article {
    #[attr(rename = "articleID")]
    pub article_id: String,
    pub author: String,
    #[attr(padding(4, "0"))]
    pub year: u16,
    pub title: String,
    #[attr(default)]
    pub links: Vec<String>,
    #[attr(default)]
    pub titles: BTreeMap<String, String>,
    pub image: Option<Image>,
    #[attr(version)]
    pub version: u64,
}

#[derive(Debug, Clone, PartialEq, Document)]
pub struct Image {
    pub url: String,
    pub caption: Option<String>,
}

#[derive(Debug, Collection)]
#[collection(name = "discussion")]
pub struct Discussion {
    pub articles: Vec<Article>,
    pub comments: Vec<Comment>,
}

#[derive(Debug, PartialEq, Service)]
pub enum Blog {
    Article(Article),
    Comment(Comment),
}
