//! Pages and cursors.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::{Cursor, Error, begins_with, gt};

use crate::{
    fixtures::{Article, Comment, CommentV2, Order, Setting, Status, order},
    harness::{Engine, both_ways, item, put_raw, s},
};

both_ways! {
    cursors_lead_through_all_pages,
    cursors_lead_through_a_descending_range,
    cursors_travel_as_text,
    all_reads_on_after_a_megabyte,
    a_page_of_foreign_items_has_a_cursor,
    a_cursor_without_a_sort_key,
    damaged_cursors_are_refused,
    cursors_of_another_query_are_refused,
    forged_cursors_are_refused,
}

async fn comments(on: &Engine, count: usize, text: &str) -> dynaent::Table {
    let table = on.table::<(Comment, CommentV2, Article)>().await;
    for number in 0..count {
        let comment = Comment::new(&format!("c{number:03}"), "a1", text);
        Comment::create().item(comment).send(&table).await.expect("create");
    }
    table
}

fn ids(comments: &[Comment]) -> Vec<&str> {
    comments.iter().map(|comment| comment.comment_id.as_str()).collect()
}

async fn cursors_lead_through_all_pages(on: Engine) {
    let table = comments(&on, 7, "hi").await;
    for limit in 1..=3 {
        let (mut found, mut cursor) = (Vec::new(), None::<Cursor>);
        for page in 0.. {
            assert!(page < 10, "the pages have no end");
            let query = Comment::query().by_article().article_id("a1").limit(limit).after(cursor);
            let page = query.send(&table).await.expect("query");
            assert!(page.items.len() <= limit as usize);
            found.extend(page.items);
            cursor = page.cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(ids(&found), ["c000", "c001", "c002", "c003", "c004", "c005", "c006"]);
    }
}

async fn cursors_lead_through_a_descending_range(on: Engine) {
    let table = on.table::<Order>().await;
    for number in 0..8 {
        let placed_on = format!("2026-0{number}");
        let order = Order { placed_on, ..order("ada", &number.to_string()) };
        Order::create().item(order).send(&table).await.expect("create");
    }
    let query = || Order::query().by_status().status(Status::Open).placed_on(gt("2026-02")).descending().limit(2);
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let page = query().after(cursor).send(&table).await.expect("query");
        found.extend(page.items.into_iter().map(|order| order.order_id));
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(found, ["7", "6", "5", "4", "3"]);
    // `all` from a cursor on.
    let cursor = query().send(&table).await.expect("query").cursor;
    let rest = query().after(cursor).all(&table).await.expect("query");
    assert_eq!(rest.iter().map(|order| order.order_id.as_str()).collect::<Vec<_>>(), ["5", "4", "3"]);
}

async fn cursors_travel_as_text(on: Engine) {
    let table = comments(&on, 3, "hi").await;
    let query = || Comment::query().by_article().article_id("a1").limit(2);
    let cursor = query().send(&table).await.expect("query").cursor.expect("one more");
    let fits_a_url = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    assert!(cursor.as_str().chars().all(fits_a_url), "{cursor}");
    let json = serde_json::to_string(&cursor).expect("json");
    assert_eq!(serde_json::from_str::<Cursor>(&json).expect("json"), cursor);
    for rest in [
        query().after(cursor.as_str()).send(&table).await,
        query().after(cursor.to_string()).send(&table).await,
        query().after(&cursor).send(&table).await,
        // With the padding that other encoders write.
        query().after(format!("{cursor}==")).send(&table).await,
    ] {
        assert_eq!(ids(&rest.expect("query").items), ["c002"]);
    }
}

async fn all_reads_on_after_a_megabyte(on: Engine) {
    // 1 MB is full after some 21 items of 50 KB.
    let table = comments(&on, 45, &"x".repeat(50_000)).await;
    let query = || Comment::query().by_article().article_id("a1");
    let page = query().send(&table).await.expect("query");
    assert!(page.cursor.is_some() && page.items.len() < 25, "{} items", page.items.len());
    let before = on.sent();
    let all = query().all(&table).await.expect("query");
    assert_eq!(on.sent() - before, 3);
    assert_eq!(all.len(), 45);
    assert!(all.is_sorted_by(|one, other| one.comment_id < other.comment_id));
    assert_eq!(Comment::scan().all(&table).await.expect("scan").len(), 45);
}

async fn a_page_of_foreign_items_has_a_cursor(on: Engine) {
    let table = comments(&on, 2, "hi").await;
    for number in 0..3 {
        let foreign = item([
            ("pk", s(format!("by hand {number}"))),
            ("sk", s("x")),
            ("gsi1pk", s("$blog#articleid_a1")),
            ("gsi1sk", s(format!("$comment_1#commentid_b{number}"))),
        ]);
        put_raw(&table, foreign).await;
    }
    let query = || Comment::query().by_article().article_id("a1").limit(3);
    let page = query().send(&table).await.expect("query");
    assert_eq!(page.items, []);
    let cursor = page.cursor.expect("there are comments after them");
    assert_eq!(ids(&query().after(cursor).send(&table).await.expect("query").items), ["c000", "c001"]);
}

async fn a_cursor_without_a_sort_key(on: Engine) {
    let table = on.table::<Setting>().await;
    for name in ["a", "b", "c"] {
        Setting::create().name(name).owner("ada").value("1").send(&table).await.expect("create");
    }
    let query = || Setting::query().by_owner().owner("ada").limit(2);
    let first = query().send(&table).await.expect("query");
    let rest = query().after(first.cursor).send(&table).await.expect("query");
    let mut names: Vec<_> = first.items.into_iter().chain(rest.items).map(|setting| setting.name).collect();
    names.sort();
    assert_eq!(names, ["a", "b", "c"]);
}

/// The cursor after the first comment of `a1`, as JSON.
async fn a_cursor(on: &Engine) -> (dynaent::Table, serde_json::Value, Cursor) {
    let table = comments(on, 3, "hi").await;
    let query = Comment::query().by_article().article_id("a1").limit(1);
    let cursor = query.send(&table).await.expect("query").cursor.expect("one more");
    let json = URL_SAFE_NO_PAD.decode(cursor.as_str()).expect("base64url");
    (table, serde_json::from_slice(&json).expect("json"), cursor)
}

fn encoded(json: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

fn refusal<T: std::fmt::Debug>(result: dynaent::Result<T>) -> (&'static str, &'static str) {
    match result {
        Err(Error::Cursor { entity: "Comment", index, reason }) => (index, reason),
        other => panic!("{other:?}"),
    }
}

async fn damaged_cursors_are_refused(on: Engine) {
    let (table, _, cursor) = a_cursor(&on).await;
    let text = cursor.as_str();
    let after = |text: String| Comment::query().by_article().article_id("a1").after(text).send(&table);
    for end in 0..text.len() {
        let (index, reason) = refusal(on.unsent(after(text[..end].to_owned())).await);
        assert_eq!(index, "by_article");
        assert!(["it is not base64url", "it does not hold a key"].contains(&reason), "{end}: {reason}");
    }
    for start in 1..text.len() {
        refusal(on.unsent(after(text[start..].to_owned())).await);
    }
    for junk in ["*", "c1", "null", "🦀"] {
        refusal(on.unsent(after(junk.to_owned())).await);
    }
    for json in ["null", "[]", "{}", "1", r#"{"pk":null}"#, r#"{"pk":{"S":"x"}}"#] {
        refusal(on.unsent(after(URL_SAFE_NO_PAD.encode(json))).await);
    }
    let scan = Comment::scan().after("*").send(&table);
    assert_eq!(refusal(on.unsent(scan).await), ("scan", "it is not base64url"));
}

async fn cursors_of_another_query_are_refused(on: Engine) {
    let (table, json, cursor) = a_cursor(&on).await;
    let by_article = |article: &str| Comment::query().by_article().article_id(article).after(&cursor);

    let other_partition = on.unsent(by_article("a2").send(&table)).await;
    assert_eq!(refusal(other_partition), ("by_article", "it is of another partition"));
    let other_index = on.unsent(Comment::query().primary().comment_id("c000").after(&cursor).send(&table)).await;
    assert_eq!(refusal(other_index), ("primary", "it is of another index"));
    let scan = on.unsent(Comment::scan().after(&cursor).all(&table)).await;
    assert_eq!(refusal(scan), ("scan", "it is of another index"));

    let primary = encoded(&serde_json::json!({ "pk": json["pk"], "sk": json["sk"] }));
    let primary = Comment::query().by_article().article_id("a1").after(primary).send(&table);
    assert_eq!(refusal(on.unsent(primary).await), ("by_article", "it is of another index"));

    let other_entity = on.unsent(Article::query().by_article().article_id("a1").after(&cursor).send(&table)).await;
    assert!(matches!(&other_entity, Err(Error::Cursor { reason: "it is of another entity", .. })), "{other_entity:?}");
    let other_version = CommentV2::query().by_article().article_id("a1").after(&cursor).send(&table);
    let other_version = on.unsent(other_version).await;
    assert!(
        matches!(&other_version, Err(Error::Cursor { reason: "it is of another entity", .. })),
        "{other_version:?}"
    );

    // A condition does not make it another query.
    let narrowed = Comment::query().by_article().article_id("a1").comment_id(begins_with("c0")).after(&cursor);
    assert_eq!(ids(&narrowed.send(&table).await.expect("query").items), ["c001", "c002"]);
}

async fn forged_cursors_are_refused(on: Engine) {
    let (table, json, _) = a_cursor(&on).await;
    let after =
        |json: &serde_json::Value| Comment::query().by_article().article_id("a1").after(encoded(json)).send(&table);
    assert!(after(&json).await.is_ok());
    let forged = |field: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json[field] = value;
        json
    };
    for (field, value) in [
        ("gsi1pk", "$blog#articleid_a2".into()),
        ("gsi1pk", "$blog#articleid_a".into()),
        ("gsi1sk", "$article_1".into()),
        // An entity and a version whose names only begin alike.
        ("gsi1sk", "$comment_10#commentid_c1".into()),
        ("gsi1sk", "$comment_1x".into()),
        ("gsi1sk", "".into()),
        ("more", "x".into()),
        // Every key field is text.
        ("gsi1pk", 7.into()),
        ("gsi1sk", 7.into()),
        ("pk", 7.into()),
        ("sk", 7.into()),
        ("pk", "".into()),
        ("pk", serde_json::Value::Null),
    ] {
        let json = forged(field, value);
        let result = on.unsent(after(&json)).await;
        assert!(matches!(result, Err(Error::Cursor { .. })), "{json}: {result:?}");
    }
}
