//! The requests as Dynaent makes them.

use aws_sdk_dynamodb::operation::{put_item::PutItemInput, query::QueryInput, update_item::UpdateItemInput};
use dynaent::{Result, Table, begins_with};

use crate::model::Post;

/// Puts a post where there is none yet.
///
/// # Errors
/// If the post cannot be written as it is.
pub fn create(post: Post) -> Result<PutItemInput> {
    Post::create().item(post).request("app")
}

/// Reads a stored post.
///
/// # Errors
/// If the item cannot be read.
pub fn decode(item: dynaent::__private::Item) -> Result<Option<Post>> {
    dynaent::__private::decode(item)
}

/// Queries the posts of one day whose slug begins with a text.
///
/// # Errors
/// If the key cannot be built.
pub fn query(tenant: &str, blog: &str, day: &str, slug: &str) -> Result<QueryInput> {
    Post::query().primary().tenant(tenant).blog(blog).day(day).slug(begins_with(slug)).request("app")
}

/// Changes the author, and with it the author's index, and whether the post is published.
///
/// # Errors
/// If the key cannot be built.
pub fn patch([tenant, blog, day, slug]: [&str; 4], author: &str, published: bool) -> Result<UpdateItemInput> {
    let p = Post::attributes();
    Post::patch()
        .tenant(tenant)
        .blog(blog)
        .day(day)
        .slug(slug)
        .set(p.author, author)
        .set(p.published, published)
        .request("app")
}

/// Creates a post, and gives it back.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub async fn send_create(table: &Table, post: Post) -> Result<Post> {
    Post::create().item(post).send(table).await
}

/// Reads a post.
///
/// # Errors
/// If it cannot be read.
pub async fn send_get(table: &Table, [tenant, blog, day, slug]: [&str; 4]) -> Result<Option<Post>> {
    Post::get().tenant(tenant).blog(blog).day(day).slug(slug).send(table).await
}

/// Reads a page of posts of one day.
///
/// # Errors
/// If they cannot be read.
pub async fn send_query(table: &Table, [tenant, blog, day, slug]: [&str; 4], limit: u32) -> Result<Vec<Post>> {
    let query = Post::query().primary().tenant(tenant).blog(blog).day(day).slug(begins_with(slug));
    Ok(query.limit(limit).send(table).await?.items)
}

/// Changes a post that is there.
///
/// # Errors
/// If it is not there, or cannot be written.
pub async fn send_patch(table: &Table, key: [&str; 4], author: &str, published: bool) -> Result<()> {
    let [tenant, blog, day, slug] = key;
    let p = Post::attributes();
    let patch = Post::patch().tenant(tenant).blog(blog).day(day).slug(slug);
    patch.set(p.author, author).set(p.published, published).send(table).await
}
