//! The same requests in hand-written code: as fast as the SDK's types allow, with the same keys, names and conditions.

mod tools;

use std::{collections::HashMap, error::Error};

use aws_sdk_dynamodb::{
    Client,
    error::BuildError,
    operation::{
        put_item::PutItemInput,
        query::QueryInput,
        update_item::{UpdateItemInput, builders::UpdateItemInputBuilder},
    },
    types::{AttributeValue, ReturnValuesOnConditionCheckFailure},
};

use self::tools::{DecodeError, key, read_number, read_text, text};
use crate::model::Post;

type Item = HashMap<String, AttributeValue>;

fn pk(tenant: &str, blog: &str) -> String {
    key("$press", &[("#tenant_", tenant), ("#blog_", blog)])
}

fn sk(day: &str, slug: &str) -> String {
    key("$post_1", &[("#day_", day), ("#slug_", slug)])
}

fn by_author_pk(author: &str) -> String {
    key("$press", &[("#author_", author)])
}

/// The primary key of a post.
#[must_use]
pub fn primary_key([tenant, blog, day, slug]: [&str; 4]) -> Item {
    HashMap::from([("pk".to_owned(), text(pk(tenant, blog))), ("sk".to_owned(), text(sk(day, slug)))])
}

fn item(post: Post) -> Item {
    let mut item = Item::with_capacity(17);
    let likes = post.likes.to_string();
    item.insert("pk".to_owned(), text(pk(&post.tenant, &post.blog)));
    item.insert("sk".to_owned(), text(sk(&post.day, &post.slug)));
    item.insert("gsi1pk".to_owned(), text(by_author_pk(&post.author)));
    item.insert("gsi1sk".to_owned(), text(sk(&post.day, &post.slug)));
    item.insert("lsi1sk".to_owned(), text(key("$post_1", &[("#likes_", &likes)])));
    item.insert("__edb_e__".to_owned(), text("post"));
    item.insert("__edb_v__".to_owned(), text("1"));
    item.insert("tenant".to_owned(), text(post.tenant));
    item.insert("blog".to_owned(), text(post.blog));
    item.insert("day".to_owned(), text(post.day));
    item.insert("slug".to_owned(), text(post.slug));
    item.insert("author".to_owned(), text(post.author));
    item.insert("likes".to_owned(), AttributeValue::N(likes));
    item.insert("published".to_owned(), AttributeValue::Bool(post.published));
    if let Some(subtitle) = post.subtitle {
        item.insert("subtitle".to_owned(), text(subtitle));
    }
    item.insert("tags".to_owned(), AttributeValue::L(post.tags.into_iter().map(AttributeValue::S).collect()));
    item.insert("score".to_owned(), AttributeValue::N(post.score.to_string()));
    item
}

/// Puts a post where there is none yet.
///
/// # Errors
/// None but the SDK's.
pub fn create(post: Post) -> Result<PutItemInput, BuildError> {
    PutItemInput::builder()
        .table_name("app")
        .set_item(Some(item(post)))
        .condition_expression("attribute_not_exists(#0)")
        .set_expression_attribute_names(Some(HashMap::from([("#0".to_owned(), "pk".to_owned())])))
        // So that a failure tells what is there.
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        .build()
}

/// Reads a stored post.
///
/// # Errors
/// If the item is not a post.
pub fn decode(item: Item) -> Result<Post, DecodeError> {
    let (mut tenant, mut blog, mut day, mut slug, mut author) = (None, None, None, None, None);
    let (mut likes, mut published, mut subtitle, mut tags, mut score) = (None, None, None, None, None);
    for (name, value) in item {
        match name.as_str() {
            "tenant" => tenant = read_text("tenant", value)?,
            "blog" => blog = read_text("blog", value)?,
            "day" => day = read_text("day", value)?,
            "slug" => slug = read_text("slug", value)?,
            "author" => author = read_text("author", value)?,
            "likes" => likes = read_number("likes", &value)?,
            "published" => match value {
                AttributeValue::Bool(flag) => published = Some(flag),
                _ => return Err(DecodeError::Type("published")),
            },
            "subtitle" => match value {
                AttributeValue::S(text) => subtitle = Some(text),
                AttributeValue::Null(_) => {}
                _ => return Err(DecodeError::Type("subtitle")),
            },
            "tags" => match value {
                AttributeValue::L(list) => {
                    let text = |value| match value {
                        AttributeValue::S(text) => Ok(text),
                        _ => Err(DecodeError::Type("tags")),
                    };
                    tags = Some(list.into_iter().map(text).collect::<Result<Vec<_>, _>>()?);
                }
                _ => return Err(DecodeError::Type("tags")),
            },
            "score" => score = read_number("score", &value)?,
            _ => {}
        }
    }
    Ok(Post {
        tenant: tenant.ok_or(DecodeError::Missing("tenant"))?,
        blog: blog.ok_or(DecodeError::Missing("blog"))?,
        day: day.ok_or(DecodeError::Missing("day"))?,
        slug: slug.ok_or(DecodeError::Missing("slug"))?,
        author: author.ok_or(DecodeError::Missing("author"))?,
        likes: likes.ok_or(DecodeError::Missing("likes"))?,
        published: published.ok_or(DecodeError::Missing("published"))?,
        subtitle,
        tags: tags.ok_or(DecodeError::Missing("tags"))?,
        score: score.ok_or(DecodeError::Missing("score"))?,
    })
}

/// Queries the posts of one day whose slug begins with a text.
///
/// # Errors
/// None but the SDK's.
pub fn query(tenant: &str, blog: &str, day: &str, slug: &str) -> Result<QueryInput, BuildError> {
    let names = HashMap::from([("#0".to_owned(), "pk".to_owned()), ("#1".to_owned(), "sk".to_owned())]);
    let values = HashMap::from([(":0".to_owned(), text(pk(tenant, blog))), (":1".to_owned(), text(sk(day, slug)))]);
    QueryInput::builder()
        .table_name("app")
        .key_condition_expression("#0 = :0 AND begins_with(#1, :1)")
        .set_expression_attribute_names(Some(names))
        .set_expression_attribute_values(Some(values))
        .build()
}

/// Changes the author, and with it the author's index, and whether the post is published.
///
/// # Errors
/// None but the SDK's.
pub fn patch(
    [tenant, blog, day, slug]: [&str; 4],
    author: &str,
    published: bool,
) -> Result<UpdateItemInput, BuildError> {
    let mut names = HashMap::with_capacity(11);
    let mut values = Item::with_capacity(10);
    let mut set = |name: &str, placeholder: &str, field: &str, value| {
        names.insert(name.to_owned(), field.to_owned());
        values.insert(placeholder.to_owned(), value);
    };
    set("#0", ":0", "author", text(author));
    set("#1", ":1", "published", AttributeValue::Bool(published));
    set("#2", ":2", "tenant", text(tenant));
    set("#3", ":3", "blog", text(blog));
    set("#4", ":4", "day", text(day));
    set("#5", ":5", "slug", text(slug));
    // An item that had no author enters the index: its sort key goes along.
    set("#6", ":6", "gsi1sk", text(sk(day, slug)));
    set("#7", ":7", "gsi1pk", text(by_author_pk(author)));
    set("#8", ":8", "__edb_e__", text("post"));
    set("#9", ":9", "__edb_v__", text("1"));
    names.insert("#10".to_owned(), "pk".to_owned());
    patched(UpdateItemInput::builder(), primary_key([tenant, blog, day, slug]))
        .set_expression_attribute_names(Some(names))
        .set_expression_attribute_values(Some(values))
        .build()
}

fn patched(input: UpdateItemInputBuilder, key: Item) -> UpdateItemInputBuilder {
    input
        .table_name("app")
        .set_key(Some(key))
        .update_expression(
            "SET #0 = :0, #1 = :1, #2 = :2, #3 = :3, #4 = :4, #5 = :5, #6 = :6, #7 = :7, #8 = :8, #9 = :9",
        )
        .condition_expression("attribute_exists(#10)")
}

type Answer<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Creates a post, and gives it back.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub async fn send_create(client: &Client, post: Post) -> Answer<Post> {
    let input = create(post.clone())?;
    client
        .put_item()
        .set_table_name(input.table_name)
        .set_item(input.item)
        .set_condition_expression(input.condition_expression)
        .set_expression_attribute_names(input.expression_attribute_names)
        .set_return_values_on_condition_check_failure(input.return_values_on_condition_check_failure)
        .send()
        .await?;
    Ok(post)
}

/// Reads a post.
///
/// # Errors
/// If it cannot be read.
pub async fn send_get(client: &Client, key: [&str; 4]) -> Answer<Option<Post>> {
    let output = client.get_item().table_name("app").set_key(Some(primary_key(key))).send().await?;
    Ok(output.item.map(decode).transpose()?)
}

/// Reads a page of posts of one day.
///
/// # Errors
/// If they cannot be read.
pub async fn send_query(client: &Client, [tenant, blog, day, slug]: [&str; 4], limit: u32) -> Answer<Vec<Post>> {
    let input = query(tenant, blog, day, slug)?;
    let output = client
        .query()
        .set_table_name(input.table_name)
        .set_key_condition_expression(input.key_condition_expression)
        .set_expression_attribute_names(input.expression_attribute_names)
        .set_expression_attribute_values(input.expression_attribute_values)
        .limit(limit.try_into()?)
        .send()
        .await?;
    Ok(output.items.unwrap_or_default().into_iter().map(decode).collect::<Result<_, _>>()?)
}

/// Changes a post that is there.
///
/// # Errors
/// If it is not there, or cannot be written.
pub async fn send_patch(client: &Client, key: [&str; 4], author: &str, published: bool) -> Answer<()> {
    let input = patch(key, author, published)?;
    client
        .update_item()
        .set_table_name(input.table_name)
        .set_key(input.key)
        .set_update_expression(input.update_expression)
        .set_condition_expression(input.condition_expression)
        .set_expression_attribute_names(input.expression_attribute_names)
        .set_expression_attribute_values(input.expression_attribute_values)
        .send()
        .await?;
    Ok(())
}
