//! `get` and `scan`.

use dynaent::Error;

use crate::{
    fixtures::{Article, Comment, CommentV2, Order, Setting, order},
    harness::{Engine, both_ways, item, put_raw, s, tamper},
};

both_ways! {
    get_finds_by_the_whole_key,
    get_of_nothing_is_none,
    get_of_a_foreign_item_is_none,
    consistent_get_is_asked_for,
    keys_are_cased,
    scan_finds_every_item_of_the_entity_alone,
    scan_goes_over_many_pages,
    a_limit_of_zero_is_refused,
}

async fn get_finds_by_the_whole_key(on: Engine) {
    let table = on.table::<Order>().await;
    for id in ["1", "2"] {
        Order::create().item(order("ada", id)).send(&table).await.expect("create");
    }
    let found = Order::get().customer("ada").order_id("2").send(&table).await.expect("get");
    assert_eq!(found, Some(order("ada", "2")));
}

async fn get_of_nothing_is_none(on: Engine) {
    let table = on.table::<Setting>().await;
    assert_eq!(Setting::get().name("theme").send(&table).await.expect("get"), None);
}

/// Under the very key of a comment stands an item of another entity, of another version, or of no entity at all.
async fn get_of_a_foreign_item_is_none(on: Engine) {
    let table = on.table::<Comment>().await;
    let comment = Comment::create().comment_id("c1").article_id("a1").text("hi").send(&table).await.expect("create");
    let get = || Comment::get().comment_id("c1").send(&table);
    for (field, foreign) in [("__edb_e__", Some("Article")), ("__edb_v__", Some("2")), ("__edb_e__", None)] {
        tamper(&table, [(field, foreign.map(s))]).await;
        assert_eq!(get().await.expect("get"), None, "{field} {foreign:?}");
        // What it holds cannot make it an error either.
        tamper(&table, [("text", None)]).await;
        assert_eq!(get().await.expect("get"), None, "{field} {foreign:?}");
        Comment::put().item(comment.clone()).send(&table).await.expect("put");
        assert_eq!(get().await.expect("get"), Some(comment.clone()));
    }
}

async fn consistent_get_is_asked_for(on: Engine) {
    let table = on.table::<Setting>().await;
    Setting::create().name("theme").value("dark").send(&table).await.expect("create");
    let get = || Setting::get().name("theme");
    assert_eq!(get().request("app").expect("a request").consistent_read(), None);
    assert_eq!(get().consistent().request("app").expect("a request").consistent_read(), Some(true));
    assert!(get().consistent().send(&table).await.expect("get").is_some());
}

/// ElectroDB's default: keys are lower case, values stay as they are.
async fn keys_are_cased(on: Engine) {
    let table = on.table::<Comment>().await;
    let written = Comment::create().comment_id("ÄBc").article_id("A1").text("Hi").send(&table).await.expect("create");
    let read = Comment::get().comment_id("äbC").send(&table).await.expect("get");
    assert_eq!(read, Some(written));
}

async fn scan_finds_every_item_of_the_entity_alone(on: Engine) {
    let table = on.table::<(Comment, CommentV2, Article)>().await;
    let mut comments = Vec::new();
    for id in ["c1", "c2", "c3"] {
        let comment = Comment::create().comment_id(id).article_id("a1").text("hi");
        comments.push(comment.send(&table).await.expect("create"));
        let other = CommentV2::create().comment_id(id).article_id("a1").body("hi");
        other.send(&table).await.expect("create");
    }
    Article::create().article_id("a1").title("t").send(&table).await.expect("create");
    put_raw(&table, item([("pk", s("by")), ("sk", s("hand"))])).await;

    let sorted = |mut found: Vec<Comment>| {
        found.sort_by(|one, other| one.comment_id.cmp(&other.comment_id));
        found
    };
    assert_eq!(sorted(Comment::scan().all(&table).await.expect("scan")), comments);
    assert_eq!(sorted(Comment::scan().consistent().limit(1).all(&table).await.expect("scan")), comments);
    assert_eq!(sorted(Comment::scan().send(&table).await.expect("scan").items), comments);
    assert_eq!(Article::scan().all(&table).await.expect("scan").len(), 1);
}

async fn scan_goes_over_many_pages(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    for number in 0..7 {
        let id = number.to_string();
        Comment::create().comment_id(&id).article_id("a1").text("hi").send(&table).await.expect("create");
        Article::create().article_id(&id).title("t").send(&table).await.expect("create");
    }
    let (mut found, mut cursor, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = Comment::scan().limit(3).after(cursor).send(&table).await.expect("scan");
        assert!(page.items.len() <= 3);
        pages += 1;
        found.extend(page.items.into_iter().map(|comment| comment.comment_id));
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    found.sort();
    assert_eq!(found, ["0", "1", "2", "3", "4", "5", "6"]);
    assert!(pages >= 5, "14 items in pages of 3, but {pages} pages");
}

async fn a_limit_of_zero_is_refused(on: Engine) {
    let table = on.table::<Comment>().await;
    let scan = on.unsent(Comment::scan().limit(0).send(&table)).await.expect_err("no items");
    assert!(matches!(scan, Error::Limit { .. }), "{scan:?}");
    let query = Comment::query().by_article().article_id("a1").limit(0).send(&table);
    let query = on.unsent(query).await.expect_err("no items");
    assert!(matches!(query, Error::Limit { .. }), "{query:?}");
}
