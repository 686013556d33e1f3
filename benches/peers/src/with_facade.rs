//! dynamodb-facade: the key's text by hand in its macro, the item by serde, expressions of its builders.

use aws_sdk_dynamodb::{
    operation::{
        put_item::builders::PutItemFluentBuilder, query::builders::QueryFluentBuilder,
        update_item::builders::UpdateItemFluentBuilder,
    },
    types::ReturnValuesOnConditionCheckFailure,
};
use dynamodb_facade::{
    DynamoDBItem, DynamoDBItemOp, Item, KeyId, StringAttribute, Update, attribute_definitions, dynamodb_item,
    index_definitions, table_definitions,
};
use serde::{Deserialize, Serialize};

use crate::keys;

attribute_definitions! {
    Pk { "pk": StringAttribute }
    Sk { "sk": StringAttribute }
    ByAuthorPk { "gsi1pk": StringAttribute }
    ByAuthorSk { "gsi1sk": StringAttribute }
    ByLikesSk { "lsi1sk": StringAttribute }
    EntityName { "__edb_e__": StringAttribute }
    EntityVersion { "__edb_v__": StringAttribute }
}

table_definitions! {
    App {
        type PartitionKey = Pk;
        type SortKey = Sk;
        fn table_name() -> String { "app".to_owned() }
    }
}

index_definitions! {
    #[table = App]
    ByAuthor {
        type PartitionKey = ByAuthorPk;
        type SortKey = ByAuthorSk;
        fn index_name() -> String { "gsi1".to_owned() }
    }
    #[table = App]
    ByLikes {
        type PartitionKey = Pk;
        type SortKey = ByLikesSk;
        fn index_name() -> String { "lsi1".to_owned() }
    }
}

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

dynamodb_item! {
    #[table = App]
    Post {
        #[partition_key]
        Pk {
            fn attribute_id(&self) -> (&'id str, &'id str) { (&self.tenant, &self.blog) }
            fn attribute_value(id) -> String { keys::pk(id.0, id.1) }
        }
        #[sort_key]
        Sk {
            fn attribute_id(&self) -> (&'id str, &'id str) { (&self.day, &self.slug) }
            fn attribute_value(id) -> String { keys::sk(id.0, id.1) }
        }
        ByAuthorPk {
            fn attribute_id(&self) -> &'id str { &self.author }
            fn attribute_value(id) -> String { keys::by_author_pk(id) }
        }
        ByAuthorSk {
            fn attribute_id(&self) -> (&'id str, &'id str) { (&self.day, &self.slug) }
            fn attribute_value(id) -> String { keys::sk(id.0, id.1) }
        }
        ByLikesSk {
            fn attribute_id(&self) -> u64 { self.likes }
            fn attribute_value(id) -> String { keys::by_likes_sk(id) }
        }
        EntityName { const VALUE: &'static str = "post"; }
        EntityVersion { const VALUE: &'static str = "1"; }
    }
}

/// The item is made of a reference: there is no put of an owned value.
pub fn put(post: &Post) -> PutItemFluentBuilder {
    post.put()
        .not_exists()
        .into_inner()
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
}

pub fn update([tenant, blog, day, slug]: [&str; 4], author: &str, published: bool) -> UpdateItemFluentBuilder {
    let set = Update::combine([
        Update::set("author", author),
        Update::set("published", published),
        Update::set("tenant", tenant),
        Update::set("blog", blog),
        Update::set("day", day),
        Update::set("slug", slug),
        Update::set("gsi1pk", keys::by_author_pk(author)),
        Update::set("gsi1sk", keys::sk(day, slug)),
        Update::set("__edb_e__", "post"),
        Update::set("__edb_v__", "1"),
    ]);
    Post::update_by_id(KeyId::pk((tenant, blog)).sk((day, slug)), set).exists().return_none().into_inner()
}

pub fn query(tenant: &str, blog: &str, day: &str, slug: &str) -> QueryFluentBuilder {
    Post::query(Post::key_condition((tenant, blog)).sk_begins_with(keys::sk(day, slug))).into_inner()
}

pub fn decode(item: Item<App>) -> Post {
    Post::try_from_item(item).expect("a post")
}

/// A stored item, as it comes out of a raw request.
pub fn stored(post: &Post) -> Item<App> {
    post.to_item()
}
