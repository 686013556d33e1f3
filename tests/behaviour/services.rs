//! Services: all entities of a table as one enum.

use std::collections::HashSet;

use aws_lambda_events::event::dynamodb::EventRecord;
use aws_sdk_dynamodb::types::StreamViewType;
use dynaent::{Change, Entity, Error, Expiry, KeyComposites, Service, Table, TableDefinition};
use dynoxide::{Database, server};
use serde_json::json;
use tokio::net::TcpListener;

use crate::{
    fixtures::{Article, Comment, CommentV2},
    harness::{Engine, both_ways, item, put_raw, query_raw, s, stored},
};

both_ways! {
    any_item_is_decoded_as_its_entity,
    an_unknown_item_says_what_it_is,
    an_item_that_cannot_be_read_is_an_error,
    a_scan_reads_all_entities,
    a_scan_of_a_service_can_be_filtered,
    a_scan_goes_on_where_a_page_ended,
    an_index_can_be_scanned,
    an_index_of_keys_can_be_scanned,
    a_scan_of_an_index_takes_no_key,
    segments_hold_all_items_once,
    segments_that_are_not_there_are_refused,
    expired_items_are_not_scanned,
    the_table_of_a_service_serves_all_of_its_entities,
    images_of_a_stream_are_a_change,
    two_services_with_one_name_for_an_entity_share_a_table,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Blog {
    Article(Article),
    Comment(Comment),
    CommentV2(CommentV2),
}

/// Knows less of the same table.
#[derive(Debug, Clone, PartialEq, Service)]
enum Press {
    Article(Article),
}

fn article(id: &str) -> Article {
    Article { article_id: id.into(), title: format!("On {id}") }
}

async fn blog(engine: &Engine) -> Table {
    let table = engine.table::<Blog>().await;
    for id in ["a1", "a2"] {
        Article::put().item(article(id)).send(&table).await.expect("put");
    }
    for id in ["c1", "c2", "c3"] {
        Comment::put().item(Comment::new(id, "a1", id)).send(&table).await.expect("put");
    }
    CommentV2::put().comment_id("c1").article_id("a1").body("new").send(&table).await.expect("put");
    table
}

async fn any_item_is_decoded_as_its_entity(engine: Engine) {
    let table = blog(&engine).await;
    let decoded = stored(&table).await.into_iter().map(|item| Blog::decode(item).expect("an item of the service"));
    let decoded: Vec<Blog> = decoded.collect();
    let count = |is: fn(&Blog) -> bool| decoded.iter().filter(|item| is(item)).count();
    assert_eq!(count(|item| matches!(item, Blog::Article(_))), 2);
    assert_eq!(count(|item| matches!(item, Blog::Comment(_))), 3);
    assert_eq!(count(|item| matches!(item, Blog::CommentV2(comment) if comment.body == "new")), 1);
    assert_eq!(Blog::from(article("a1")), decoded[0]);
}

async fn an_unknown_item_says_what_it_is(engine: Engine) {
    let table = blog(&engine).await;
    let comment = stored(&table).await.into_iter().find(|item| item["__edb_e__"] == s("Comment")).expect("a comment");
    let error = Press::decode(comment).expect_err("no comments in the press");
    assert!(matches!(&error, Error::UnknownItem { entity: Some(entity), .. } if entity == "Comment"), "{error:?}");
    assert_eq!(
        error.to_string(),
        r#"the item is of no entity of the service: it names "Comment" of version "1", and its key is pk "$blog#commentid_c1", sk "$comment_1""#
    );
    let error = Blog::decode(item([("pk", s("x"))])).expect_err("nothing known");
    assert_eq!(
        error.to_string(),
        r#"the item is of no entity of the service: it names nothing of version nothing, and its key is pk "x""#
    );
}

async fn an_item_that_cannot_be_read_is_an_error(engine: Engine) {
    let table = blog(&engine).await;
    let mut broken = stored(&table).await.remove(0);
    broken.remove("title");
    let error = Blog::decode(broken.clone()).expect_err("it lacks its title");
    assert!(matches!(&error, Error::Item(item) if item.entity == "Article"), "{error}");
    put_raw(&table, broken).await;
    assert!(matches!(Blog::scan().all(&table).await, Err(Error::Item(_))));
}

async fn a_scan_reads_all_entities(engine: Engine) {
    let table = blog(&engine).await;
    put_raw(&table, item([("pk", s("x")), ("sk", s("y")), ("__edb_e__", s("Tag")), ("__edb_v__", s("1"))])).await;
    let page = Blog::scan().send(&table).await.expect("scan");
    assert_eq!((page.items.len(), page.foreign), (6, 1));
    let page = Press::scan().consistent().send(&table).await.expect("scan");
    assert_eq!((page.items.len(), page.foreign), (2, 5));
    // An entity's own scan leaves the others to DynamoDB.
    let page = Article::scan().send(&table).await.expect("scan");
    assert_eq!((page.items.len(), page.foreign), (2, 0));
    assert!(Press::scan().first(&table).await.expect("scan").is_some());
}

async fn a_scan_of_a_service_can_be_filtered(engine: Engine) {
    let table = blog(&engine).await;
    let c = Comment::attributes();
    let page = Blog::scan().filter(c.text.eq("c2")).send(&table).await.expect("scan");
    let comments = page.items.iter().filter(|item| matches!(item, Blog::Comment(_))).count();
    assert_eq!((page.items.len(), comments, page.foreign), (4, 1, 0));
    let a = Article::attributes();
    let page = Blog::scan().filter(c.text.eq("c2")).filter(a.title.ne("On a1")).send(&table).await.expect("scan");
    assert_eq!(page.items.len(), 3);
}

async fn a_scan_goes_on_where_a_page_ended(engine: Engine) {
    let table = blog(&engine).await;
    let (mut cursor, mut found) = (None, Vec::new());
    loop {
        let page = Blog::scan().limit(4).after(cursor).send(&table).await.expect("scan");
        assert!(page.items.len() <= 4);
        found.extend(page.items);
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(found.len(), 6);
    assert_eq!(Blog::scan().limit(1).all(&table).await.expect("scan"), found);
    let error = engine.unsent(Blog::scan().after("no cursor!").send(&table)).await;
    assert!(matches!(error, Err(Error::Cursor { .. })), "{error:?}");
}

async fn an_index_can_be_scanned(engine: Engine) {
    let table = blog(&engine).await;
    put_raw(&table, item([("pk", s("only")), ("sk", s("in the table"))])).await;
    let scan = || Comment::query().by_article().scan();
    assert_eq!(scan().request("app").expect("a request").index_name(), Some("gsi1"));
    let comments = scan().all(&table).await.expect("scan");
    let ids: HashSet<_> = comments.iter().map(|comment| comment.comment_id.as_str()).collect();
    assert_eq!(ids, HashSet::from(["c1", "c2", "c3"]));
    let page = scan().limit(2).send(&table).await.expect("scan");
    let rest = scan().after(page.cursor).all(&table).await.expect("scan");
    assert_eq!(page.items.len() + rest.len(), 3);
    // A cursor of the table's own scan is of another index.
    let other = Comment::scan().limit(1).send(&table).await.expect("scan").cursor;
    let error = engine.unsent(scan().after(other).send(&table)).await;
    assert!(matches!(error, Err(Error::Cursor { index: "by_article", .. })), "{error:?}");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "disk", name = "File", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_owner, gsi = "gsi1", pk = [owner], sk = [name], projection = keys_only)]
struct File {
    id: String,
    owner: Option<String>,
    name: String,
    size: u64,
}

async fn an_index_of_keys_can_be_scanned(engine: Engine) {
    let table = engine.table::<File>().await;
    for (id, owner) in [("1", Some("ada")), ("2", None), ("3", Some("bob"))] {
        File::put().id(id).owner(owner.map(str::to_owned)).name(id).size(7_u64).send(&table).await.expect("put");
    }
    let keys: Vec<KeyComposites<File>> = File::query().by_owner().scan().all(&table).await.expect("scan");
    assert_eq!(keys.len(), 2);
    let mut files = File::query().by_owner().scan().hydrate().all(&table).await.expect("scan");
    files.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(files.iter().map(|file| (file.id.as_str(), file.size)).collect::<Vec<_>>(), [("1", 7), ("3", 7)]);
}

async fn a_scan_of_an_index_takes_no_key(engine: Engine) {
    let table = engine.table::<Blog>().await;
    let scan = crate::fixtures::Order::query().by_place().customer("ada").scan();
    let error = engine.unsent(scan.send(&table)).await.expect_err("the customer would be ignored");
    assert!(matches!(&error, Error::Key(key) if key.attribute == Some("customer")), "{error}");
}

async fn segments_hold_all_items_once(engine: Engine) {
    let table = blog(&engine).await;
    let mut found = Vec::new();
    for segment in 0..3 {
        found.extend(Blog::scan().segment(segment, 3).all(&table).await.expect("scan"));
    }
    let all = Blog::scan().all(&table).await.expect("scan");
    assert_eq!(found.len(), all.len());
    assert!(all.iter().all(|item| found.contains(item)));
    let before = engine.sent();
    let parallel = Blog::scan().in_parallel(3).all(&table).await.expect("scan");
    assert_eq!(engine.sent() - before, 3);
    assert_eq!(parallel, found);
    let comments = Comment::query().by_article().scan().in_parallel(2).all(&table).await.expect("scan");
    assert_eq!(comments.len(), 3);
}

async fn segments_that_are_not_there_are_refused(engine: Engine) {
    let table = engine.table::<Blog>().await;
    for (segment, of) in [(3, 3), (0, 0), (0, 1_000_001)] {
        let error = engine.unsent(Blog::scan().segment(segment, of).send(&table)).await;
        assert!(matches!(error, Err(Error::Segment { .. })), "{segment} of {of}: {error:?}");
    }
    let error = engine.unsent(Blog::scan().in_parallel(0).all(&table)).await;
    assert!(matches!(error, Err(Error::Segment { of: 0, .. })), "{error:?}");
    let error = engine.unsent(Blog::scan().segment(0, 2).in_parallel(2).all(&table)).await;
    assert!(matches!(error, Err(Error::Segment { .. })), "{error:?}");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "web", name = "Session", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Session {
    id: String,
    #[attr(ttl)]
    until: Expiry,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Web {
    Session(Session),
}

async fn expired_items_are_not_scanned(engine: Engine) {
    let table = engine.table::<Web>().await;
    Session::put().id("old").until(Expiry::at(1_000_000_000)).send(&table).await.expect("put");
    let hour = std::time::Duration::from_secs(3600);
    Session::put().id("new").until(Expiry::after(hour)).send(&table).await.expect("put");
    let all = Web::scan().all(&table).await.expect("scan");
    assert!(matches!(all.as_slice(), [Web::Session(session)] if session.id == "new"), "{all:?}");
    assert_eq!(Web::scan().with_expired().all(&table).await.expect("scan").len(), 2);
}

async fn the_table_of_a_service_serves_all_of_its_entities(engine: Engine) {
    let table = engine.table::<Blog>().await;
    let description = table.client().describe_table().table_name(table.name()).send().await.expect("a table");
    let indexes = description.table.expect("a description").global_secondary_indexes.expect("indexes");
    assert_eq!(indexes.iter().filter_map(|index| index.index_name()).collect::<Vec<_>>(), ["gsi1"]);
    let input = Comment::query().by_article().article_id("a1").request("app").expect("a request");
    assert_eq!(query_raw(&table, input).await.count(), 0);
}

/// What the engine's stream holds is what Lambda is handed.
#[tokio::test]
async fn records_of_a_stream_are_changes() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let engine = Engine::at(listener.local_addr().expect("an address"));
    let database = Database::memory().expect("an engine in memory");
    tokio::spawn(server::serve_on(listener, database.clone()));
    let table = engine.absent_table();
    let definition = TableDefinition::of::<Blog>().expect("a table").stream(StreamViewType::NewAndOldImages);
    definition.create(&table).await.expect("created");
    Article::put().item(article("a1")).send(&table).await.expect("put");
    let a = Article::attributes();
    Article::patch().article_id("a1").set(a.title, "New").send(&table).await.expect("patch");
    Article::remove().article_id("a1").send(&table).await.expect("remove");

    macro_rules! ask {
        ($method:ident, $request:tt) => {{
            let request = serde_json::from_value(json!($request)).expect("a request");
            serde_json::to_value(database.$method(request).expect("an answer")).expect("JSON")
        }};
    }
    let streams = ask!(list_streams, { "TableName": table.name() });
    let arn = &streams["Streams"][0]["StreamArn"];
    let stream = ask!(describe_stream, { "StreamArn": arn });
    let shard = &stream["StreamDescription"]["Shards"][0]["ShardId"];
    let iterator =
        ask!(get_shard_iterator, { "StreamArn": arn, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON" });
    let records = ask!(get_records, { "ShardIterator": iterator["ShardIterator"] });
    let records: Vec<EventRecord> = serde_json::from_value(records["Records"].clone()).expect("Lambda's records");
    let changes: Vec<Change<Blog>> =
        records.into_iter().map(|record| Change::of_record(record).expect("a change")).collect();
    let titles = changes.iter().map(|Change { before, after }| {
        [before, after].map(|image| match image {
            Some(Blog::Article(article)) => article.title.as_str(),
            _ => "",
        })
    });
    assert_eq!(titles.collect::<Vec<_>>(), [["", "On a1"], ["On a1", "New"], ["New", ""]]);
    assert!(changes[0].is_insertion() && changes[2].is_deletion());
}

async fn images_of_a_stream_are_a_change(engine: Engine) {
    let table = blog(&engine).await;
    let images: Vec<_> = stored(&table).await;
    let (one, other) = (images[0].clone(), images[1].clone());
    let change = Change::<Blog>::of(Some(one.clone()), Some(other)).expect("a change");
    assert_eq!(change.before, Some(Blog::Article(article("a1"))));
    assert!(!change.is_insertion() && !change.is_deletion());
    let deletion = Change::<Blog>::of(Some(one.clone()), Some(item([]))).expect("a change");
    assert!(deletion.is_deletion() && deletion.after.is_none());
    let insertion = Change::<Blog>::of(None, Some(one)).expect("a change");
    assert!(insertion.is_insertion());
    let unknown = Change::<Press>::of(None, Some(item([("__edb_e__", s("Comment")), ("__edb_v__", s("1"))])));
    assert!(matches!(unknown, Err(Error::UnknownItem { .. })), "{unknown:?}");
}

/// Entities of two services, which differ in nothing but that. Where the name of one service begins the other's, the
/// keys begin alike.
mod neighbours {
    use dynaent::{Entity, Service};

    macro_rules! service {
        ($module:ident $name:literal) => {
            pub mod $module {
                use super::*;

                #[derive(Debug, Clone, PartialEq, Entity)]
                #[entity(service = $name, name = "User", version = "1")]
                #[index(primary, pk = [id], sk = [])]
                #[index(by_role, gsi = "gsi1", pk = [role], sk = [id])]
                #[index(ids_by_name, gsi = "gsi2", pk = [name], sk = [id], projection = keys_only)]
                pub struct User {
                    pub id: String,
                    pub role: String,
                    pub name: String,
                }

                #[derive(Debug, Clone, PartialEq, Service)]
                pub enum Users {
                    User(User),
                }

                impl User {
                    pub fn new(id: &str, role: &str) -> Self {
                        Self { id: id.into(), role: role.into(), name: id.into() }
                    }
                }
            }
        };
    }

    service!(shop "shop");
    service!(shopping "shopping");
}

async fn two_services_with_one_name_for_an_entity_share_a_table(engine: Engine) {
    use neighbours::{shop, shopping};

    let table = engine.table::<shop::User>().await;
    shop::User::put().item(shop::User::new("u1", "buyer")).send(&table).await.expect("put");
    for id in ["u1", "u2"] {
        shopping::User::put().item(shopping::User::new(id, "buyer")).send(&table).await.expect("put");
    }
    let before = stored(&table).await;

    let own = vec![shop::User::new("u1", "buyer")];
    assert_eq!(shop::User::scan().all(&table).await.expect("scan"), own);
    assert_eq!(shop::User::scan().count(&table).await.expect("count"), 1);
    assert_eq!(shopping::User::scan().count(&table).await.expect("count"), 2);
    assert_eq!(shop::User::query().by_role().scan().all(&table).await.expect("scan"), own);
    assert_eq!(shop::User::query().by_role().scan().count(&table).await.expect("count"), 1);
    assert_eq!(shop::User::query().ids_by_name().scan().hydrate().all(&table).await.expect("scan"), own);
    // DynamoDB leaves the others out.
    assert_eq!(shop::User::scan().send(&table).await.expect("scan").foreign, 0);
    assert_eq!(shop::User::query().ids_by_name().scan().send(&table).await.expect("scan").foreign, 0);

    let page = shop::Users::scan().send(&table).await.expect("scan");
    assert_eq!((page.items, page.foreign), (vec![shop::Users::User(own[0].clone())], 2));
    assert_eq!(shopping::Users::scan().count(&table).await.expect("count"), 2);
    let u = shop::User::attributes();
    let buyers = shop::Users::scan().filter(u.role.eq("buyer")).all(&table).await.expect("scan");
    assert_eq!(buyers.len(), 1);

    let theirs = before.iter().find(|item| item["pk"] == s("$shopping#id_u2")).expect("an item").clone();
    assert!(shopping::Users::decode(theirs.clone()).is_ok());
    let error = shop::Users::decode(theirs.clone()).expect_err("not of the shop");
    assert_eq!(
        error.to_string(),
        r#"the item is of no entity of the service: it names "User" of version "1", and its key is pk "$shopping#id_u2", sk "$user_1""#
    );
    assert!(matches!(Change::<shop::Users>::of(None, Some(theirs)), Err(Error::UnknownItem { .. })));

    let done = shop::User::rewrite(|user: shop::User| shop::User { role: "seller".into(), ..user });
    assert_eq!(done.send(&table).await.expect("it is rewritten").rewritten, 1);
    let kept = |items: &[dynaent::Item]| -> Vec<_> {
        items.iter().filter(|item| item["pk"] != s("$shop#id_u1")).cloned().collect()
    };
    assert_eq!(kept(&stored(&table).await), kept(&before));
}
