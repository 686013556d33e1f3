//! The entities of the tests.

use dynaent::{Entity, KeyPart};
use ulid::Ulid;

/// The comment model. `by_article` is a partition that articles share.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
pub struct Comment {
    #[attr(rename = "commentID", read_only, default = Ulid::generate().to_string())]
    pub comment_id: String,
    #[attr(rename = "articleID", read_only)]
    pub article_id: String,
    pub text: String,
}

impl Comment {
    pub fn new(comment_id: &str, article_id: &str, text: &str) -> Self {
        Self { comment_id: comment_id.into(), article_id: article_id.into(), text: text.into() }
    }
}

/// The next version of the comment, in the same partitions.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "2")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
pub struct CommentV2 {
    #[attr(rename = "commentID")]
    pub comment_id: String,
    #[attr(rename = "articleID")]
    pub article_id: String,
    pub body: String,
}

/// Lives in the partitions of its comments.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Article", version = "1")]
#[index(primary, pk = [article_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [])]
pub struct Article {
    #[attr(rename = "articleID")]
    pub article_id: String,
    pub title: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, KeyPart)]
#[key_part(rename_all = "snake_case")]
pub enum Status {
    Open,
    InTransit,
    Done,
}

/// Ten attributes, two global indexes (one of them sparse) and a local one.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [customer], sk = [order_id])]
#[index(by_status, gsi = "gsi1", pk = [status], sk = [placed_on, order_id])]
#[index(by_courier, gsi = "gsi2", pk = [courier], sk = [order_id])]
#[index(by_place, lsi = "lsi1", pk = [customer], sk = [country, city, order_id])]
pub struct Order {
    pub customer: String,
    pub order_id: String,
    pub status: Status,
    pub placed_on: String,
    pub country: String,
    pub city: String,
    #[attr(read_only, default = "web")]
    pub channel: String,
    #[attr(default)]
    pub priority: u8,
    pub courier: Option<String>,
    pub note: Option<String>,
}

/// An open order of a customer, placed on the first of May.
pub fn order(customer: &str, order_id: &str) -> Order {
    Order {
        customer: customer.into(),
        order_id: order_id.into(),
        status: Status::Open,
        placed_on: "2026-05-01".into(),
        country: "DE".into(),
        city: "Bonn".into(),
        channel: "shop".into(),
        priority: 3,
        courier: None,
        note: None,
    }
}

/// The table has no sort key, and neither has the index.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Setting", version = "1")]
#[index(primary, pk = [name])]
#[index(by_owner, gsi = "gsi1", pk = [owner])]
pub struct Setting {
    pub name: String,
    pub owner: Option<String>,
    pub value: String,
}

/// Shares the table of [`Setting`].
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Flag", version = "1")]
#[index(primary, pk = [name])]
#[index(by_owner, gsi = "gsi1", pk = [owner])]
pub struct Flag {
    pub name: String,
    pub owner: String,
}

/// Three texts in the sort key: of the table, and in another order and casing of an index.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "library", name = "Slot", version = "1")]
#[index(primary, pk = [room], sk = [row, shelf, place])]
#[index(by_shelf, gsi = "gsi1", pk = [room], sk(composite = [shelf, place, row], casing = "none"))]
pub struct Slot {
    pub room: String,
    pub row: String,
    pub shelf: String,
    pub place: String,
}

impl Slot {
    pub fn new(room: &str, row: &str, shelf: &str, place: &str) -> Self {
        Self { room: room.into(), row: row.into(), shelf: shelf.into(), place: place.into() }
    }
}

/// Neighbours of [`Slot`]'s: what stands right before and after them in the table.
macro_rules! neighbours {
    ($($name:ident $entity:literal $version:literal;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "library", name = $entity, version = $version)]
        #[index(primary, pk = [room], sk = [row])]
        #[index(by_shelf, gsi = "gsi1", pk = [room], sk(composite = [row], casing = "none"))]
        pub struct $name {
            pub room: String,
            pub row: String,
        }
    )*};
}

neighbours! {
    Sloth "Sloth" "1";
    Slop "Slop" "1";
    SlotV0 "Slot" "0";
    SlotV10 "Slot" "10";
    SlotV2 "Slot" "2";
}
