//! The SDK's fluent builders, and serde_dynamo for items.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    operation::{put_item::PutItemInput, query::QueryInput, update_item::UpdateItemInput},
    types::{AttributeValue, ReturnValuesOnConditionCheckFailure},
};
use serde::{Deserialize, Serialize};

use crate::keys;

pub type Item = HashMap<String, AttributeValue>;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Post {
    pub tenant: String,
    pub blog: String,
    pub day: String,
    pub slug: String,
    pub author: String,
    pub likes: u64,
    pub published: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    pub tags: Vec<String>,
    pub score: f64,
}

fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

pub fn put(post: Post) -> PutItemInput {
    let pk = keys::pk(&post.tenant, &post.blog);
    let sk = keys::sk(&post.day, &post.slug);
    let by_author_pk = keys::by_author_pk(&post.author);
    let by_likes_sk = keys::by_likes_sk(post.likes);
    let mut item: Item = serde_dynamo::to_item(post).expect("an item");
    item.insert("pk".to_owned(), text(pk));
    item.insert("sk".to_owned(), text(sk.clone()));
    item.insert("gsi1pk".to_owned(), text(by_author_pk));
    item.insert("gsi1sk".to_owned(), text(sk));
    item.insert("lsi1sk".to_owned(), text(by_likes_sk));
    item.insert("__edb_e__".to_owned(), text("post"));
    item.insert("__edb_v__".to_owned(), text("1"));
    PutItemInput::builder()
        .table_name("app")
        .set_item(Some(item))
        .condition_expression("attribute_not_exists(#pk)")
        .expression_attribute_names("#pk", "pk")
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        .build()
        .expect("a request")
}

pub fn update([tenant, blog, day, slug]: [&str; 4], author: &str, published: bool) -> UpdateItemInput {
    UpdateItemInput::builder()
        .table_name("app")
        .key("pk", text(keys::pk(tenant, blog)))
        .key("sk", text(keys::sk(day, slug)))
        .update_expression(
            "SET #author = :author, #published = :published, #tenant = :tenant, #blog = :blog, #day = :day, \
             #slug = :slug, #gsi1pk = :gsi1pk, #gsi1sk = :gsi1sk, #e = :e, #v = :v",
        )
        .condition_expression("attribute_exists(#pk)")
        .expression_attribute_names("#pk", "pk")
        .expression_attribute_names("#author", "author")
        .expression_attribute_values(":author", text(author))
        .expression_attribute_names("#published", "published")
        .expression_attribute_values(":published", AttributeValue::Bool(published))
        .expression_attribute_names("#tenant", "tenant")
        .expression_attribute_values(":tenant", text(tenant))
        .expression_attribute_names("#blog", "blog")
        .expression_attribute_values(":blog", text(blog))
        .expression_attribute_names("#day", "day")
        .expression_attribute_values(":day", text(day))
        .expression_attribute_names("#slug", "slug")
        .expression_attribute_values(":slug", text(slug))
        .expression_attribute_names("#gsi1pk", "gsi1pk")
        .expression_attribute_values(":gsi1pk", text(keys::by_author_pk(author)))
        .expression_attribute_names("#gsi1sk", "gsi1sk")
        .expression_attribute_values(":gsi1sk", text(keys::sk(day, slug)))
        .expression_attribute_names("#e", "__edb_e__")
        .expression_attribute_values(":e", text("post"))
        .expression_attribute_names("#v", "__edb_v__")
        .expression_attribute_values(":v", text("1"))
        .build()
        .expect("a request")
}

pub fn query(tenant: &str, blog: &str, day: &str, slug: &str) -> QueryInput {
    QueryInput::builder()
        .table_name("app")
        .key_condition_expression("#pk = :pk AND begins_with(#sk, :sk)")
        .expression_attribute_names("#pk", "pk")
        .expression_attribute_values(":pk", text(keys::pk(tenant, blog)))
        .expression_attribute_names("#sk", "sk")
        .expression_attribute_values(":sk", text(keys::sk(day, slug)))
        .build()
        .expect("a request")
}

pub fn decode(item: Item) -> Post {
    serde_dynamo::from_item(item).expect("a post")
}
