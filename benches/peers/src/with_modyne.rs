//! modyne: the key's text and every expression by hand, the item by serde. Its requests can be seen without being sent
//! only as parts of transactions, and queries not at all.

pub mod table;

use std::error::Error;

use aws_sdk_dynamodb::types::{Put, Update};
use modyne::{
    Aggregate, Entity, EntityDef, EntityExt, Item, ProjectionExt, ProjectionSet, QueryInput, QueryInputExt,
    expr::{self, KeyCondition},
    keys::FullKey,
    model::{ConditionalUpdate, Query},
};
use serde::{Deserialize, Serialize};

use self::table::{App, ByAuthor, ByLikes, Primary};
use crate::keys;

#[derive(Clone, Debug, EntityDef, Serialize, Deserialize)]
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

impl Entity for Post {
    type KeyInput<'a> = [&'a str; 4];
    type Table = App;
    type IndexKeys = (ByAuthor, ByLikes);

    fn primary_key([tenant, blog, day, slug]: [&str; 4]) -> Primary {
        Primary { pk: keys::pk(tenant, blog), sk: keys::sk(day, slug) }
    }

    fn full_key(&self) -> FullKey<Primary, Self::IndexKeys> {
        let by_author = ByAuthor { gsi1pk: keys::by_author_pk(&self.author), gsi1sk: keys::sk(&self.day, &self.slug) };
        FullKey {
            primary: Self::primary_key([&self.tenant, &self.blog, &self.day, &self.slug]),
            indexes: (by_author, ByLikes { lsi1sk: keys::by_likes_sk(self.likes) }),
        }
    }
}

pub fn put(post: Post, app: &App) -> Put {
    post.create().transact_with_return_on_fail().build(app)
}

pub fn update(key: [&str; 4], author: &str, published: bool, app: &App) -> Update {
    changed(key, author, published).transact().build(app)
}

fn changed(key: [&str; 4], author: &str, published: bool) -> ConditionalUpdate {
    let [tenant, blog, day, slug] = key;
    let set = expr::Update::new(
        "SET #author = :author, #published = :published, #tenant = :tenant, #blog = :blog, #day = :day, \
         #slug = :slug, #gsi1pk = :gsi1pk, #gsi1sk = :gsi1sk, #e = :e, #v = :v",
    )
    .name("#author", "author")
    .value(":author", author)
    .name("#published", "published")
    .value(":published", published)
    .name("#tenant", "tenant")
    .value(":tenant", tenant)
    .name("#blog", "blog")
    .value(":blog", blog)
    .name("#day", "day")
    .value(":day", day)
    .name("#slug", "slug")
    .value(":slug", slug)
    .name("#gsi1pk", "gsi1pk")
    .value(":gsi1pk", keys::by_author_pk(author))
    .name("#gsi1sk", "gsi1sk")
    .value(":gsi1sk", keys::sk(day, slug))
    .name("#e", "__edb_e__")
    .value(":e", "post")
    .name("#v", "__edb_v__")
    .value(":v", "1");
    let there = expr::Condition::new("attribute_exists(#pk)").name("#pk", "pk");
    Post::update(key).expression(set).condition(there)
}

struct OfDay<'a> {
    tenant: &'a str,
    blog: &'a str,
    day: &'a str,
    slug: &'a str,
}

impl QueryInput for OfDay<'_> {
    type Index = Primary;
    type Aggregate = Vec<Post>;

    fn key_condition(&self) -> KeyCondition<Primary> {
        KeyCondition::in_partition(keys::pk(self.tenant, self.blog)).begins_with(keys::sk(self.day, self.slug))
    }
}

pub fn query(tenant: &str, blog: &str, day: &str, slug: &str) -> Query<Primary> {
    OfDay { tenant, blog, day, slug }.query()
}

pub fn decode(item: Item) -> Option<Post> {
    Post::try_from_item(item).expect("a post")
}

type Answer<T> = Result<T, Box<dyn Error + Send + Sync>>;

// What follows is sent by the programs whose size benches/binary_size.sh measures.

#[allow(dead_code)]
pub async fn send_create(app: &App, post: Post) -> Answer<Post> {
    post.clone().create().execute(app).await?;
    Ok(post)
}

#[allow(dead_code)]
pub async fn send_get(app: &App, key: [&str; 4]) -> Answer<Option<Post>> {
    Ok(Post::get(key).execute(app).await?.item.map(Post::from_item).transpose()?)
}

#[allow(dead_code)]
pub async fn send_query(app: &App, [tenant, blog, day, slug]: [&str; 4], limit: u32) -> Answer<Vec<Post>> {
    let mut page = Vec::new();
    let output = query(tenant, blog, day, slug).limit(limit).execute(app).await?;
    page.reduce(output.items.unwrap_or_default())?;
    Ok(page)
}

#[allow(dead_code)]
pub async fn send_patch(app: &App, key: [&str; 4], author: &str, published: bool) -> Answer<()> {
    changed(key, author, published).execute(app).await?;
    Ok(())
}
