//! Errors say what was done to which entity, and keep their cause. Their texts are read by people: some are here whole.

use std::error::Error as _;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use dynaent::{Error, between};

use crate::{
    fixtures::{Comment, Order, Setting, Slot, Status, order},
    harness::{Engine, both_ways, tamper},
};

both_ways! {
    a_failed_request_names_operation_entity_and_table,
    a_failed_request_keeps_its_cause,
    texts_of_answers,
    texts_of_what_is_not_sent,
}

async fn a_failed_request_names_operation_entity_and_table(on: Engine) {
    let absent = on.absent_table();
    let value = || Setting { name: "theme".into(), owner: None, value: "dark".into() };
    let set = Setting::attributes().value;
    let failures = [
        ("create", Setting::create().item(value()).send(&absent).await.map(drop)),
        ("put", Setting::put().item(value()).send(&absent).await.map(drop)),
        ("put", Setting::put().item(value()).return_old().send(&absent).await.map(drop)),
        ("upsert", Setting::upsert().item(value()).send(&absent).await),
        ("get", Setting::get().name("theme").send(&absent).await.map(drop)),
        ("update", Setting::update().name("theme").set(set, "x").send(&absent).await),
        ("patch", Setting::patch().name("theme").set(set, "x").send(&absent).await),
        ("delete", Setting::delete().name("theme").send(&absent).await),
        ("remove", Setting::remove().name("theme").send(&absent).await),
        ("query", Setting::query().primary().name("theme").send(&absent).await.map(drop)),
        ("query", Setting::query().by_owner().owner("ada").all(&absent).await.map(drop)),
        ("query", Setting::query().by_owner().owner("ada").first(&absent).await.map(drop)),
        ("scan", Setting::scan().all(&absent).await.map(drop)),
    ];
    for (expected, result) in failures {
        let error = result.expect_err("there is no such table");
        let Error::Request { operation, entity: "Setting", table, source } = &error else { panic!("{error:?}") };
        assert_eq!((*operation, table.as_str()), (expected, "absent"));
        assert!(matches!(**source, aws_sdk_dynamodb::Error::ResourceNotFoundException(_)), "{source:?}");
        let text = format!(
            "{expected} of Setting on table `absent` failed: ResourceNotFoundException: Requested resource not found"
        );
        // Some operations' texts go on with the table's name.
        assert!(error.to_string().starts_with(&text), "{error}");
    }
}

async fn a_failed_request_keeps_its_cause(on: Engine) {
    let error = Setting::get().name("theme").send(&on.absent_table()).await.expect_err("there is no such table");
    let source = error.source().expect("a source");
    assert!(source.to_string().contains("Requested resource not found"), "{source}");
    let Error::Request { source, .. } = &error else { panic!("{error:?}") };
    assert_eq!(source.code(), Some("ResourceNotFoundException"));
}

/// Nobody listens there: the text says so, down to what the operating system says.
#[tokio::test]
async fn a_server_that_is_not_there_is_named() {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let table = Engine::at(address).absent_table();
    let error = Setting::get().name("theme").send(&table).await.expect_err("nobody is there");
    let Error::Request { operation: "get", entity: "Setting", source, .. } = &error else { panic!("{error:?}") };
    assert!(source.source().is_some(), "the SDK's error has a cause of its own");
    let text = error.to_string();
    assert!(text.starts_with("get of Setting on table `absent` failed: "), "{text}");
    assert!(text.contains("refused"), "{text}");
}

fn text<T: std::fmt::Debug>(result: dynaent::Result<T>) -> String {
    result.expect_err("an error").to_string()
}

async fn texts_of_answers(on: Engine) {
    let table = on.table::<(Comment, Slot)>().await;
    let create = || Comment::create().comment_id("c1").article_id("a1").text("hi").send(&table);
    create().await.expect("create");
    assert_eq!(text(create().await), r#"Comment already exists: pk "$blog#commentid_c1", sk "$comment_1""#);
    let patch = Comment::patch().comment_id("c2").set(Comment::attributes().text, "x").send(&table);
    assert_eq!(
        text(patch.await),
        r#"cannot patch Comment: there is no item with pk "$blog#commentid_c2", sk "$comment_1""#
    );
    let remove = Comment::remove().comment_id("c2").send(&table);
    assert_eq!(
        text(remove.await),
        r#"cannot remove Comment: there is no item with pk "$blog#commentid_c2", sk "$comment_1""#
    );
    tamper(&table, [("text", Some(crate::harness::n(7)))]).await;
    assert_eq!(
        text(Comment::get().comment_id("c1").send(&table).await),
        r#"the stored Comment with pk "$blog#commentid_c1", sk "$comment_1" cannot be read: attribute `text`: expected text, found the number 7"#
    );
    tamper(&table, [("text", None)]).await;
    assert_eq!(
        text(Comment::get().comment_id("c1").send(&table).await),
        r#"the stored Comment with pk "$blog#commentid_c1", sk "$comment_1" cannot be read: attribute `text`: it is required, and missing"#
    );
}

async fn texts_of_what_is_not_sent(on: Engine) {
    let table = on.absent_table();
    let o = Order::attributes();
    let patch = Order::patch().customer("ada").order_id("1").set(o.country, "FR");
    assert_eq!(
        text(patch.send(&table).await),
        "Order cannot be changed with the key of index `by_place` left incomplete: it also needs `city`"
    );
    let patch = Order::patch().customer("ada").order_id("1").set(o.status, Status::Done).set(o.status, Status::Open);
    assert_eq!(text(patch.send(&table).await), "Order: an update can change `status` only once");
    let get = Order::get().customer("").order_id("1");
    assert_eq!(
        text(get.send(&table).await),
        "Order: the key of index `primary` cannot be built of attribute `customer`: its text is empty"
    );
    let get = Order::get().customer("x".repeat(2048)).order_id("1");
    assert_eq!(
        text(get.send(&table).await),
        "Order: the key of index `primary` cannot be built: field `pk` would have 2063 bytes, DynamoDB takes at most 2048"
    );
    let get = Slot::get().room("r").row("x#SHELF_y").shelf("1").place("1");
    assert_eq!(
        text(get.send(&table).await),
        "Slot: the key of index `primary` cannot be built of attribute `row`: \"x#shelf_y\" contains \"#shelf_\", which \
         separates it from the next part of the key"
    );
    let query = Slot::query().primary().room("r").row(between("B", "a"));
    assert_eq!(
        text(query.send(&table).await),
        r#"Slot: the range of index `primary` is empty: its lower bound "b" sorts after "a""#
    );
    let query = Order::query().by_status().status(Status::Open).after("?");
    assert_eq!(
        text(query.send(&table).await),
        "Order: the cursor cannot be used for index `by_status`: it is not base64url"
    );
    let large = Order { note: Some("x".repeat(500_000)), ..order("ada", "1") };
    let size = match Order::create().item(large).send(&table).await {
        Err(error @ Error::TooLarge { size, .. }) => {
            let expected = format!("Order is too large: the item has {size} bytes, DynamoDB takes at most 409600");
            assert_eq!(error.to_string(), expected);
            size
        }
        other => panic!("{other:?}"),
    };
    assert!((500_000..501_000).contains(&size));
    assert_eq!(
        text(Order::scan().limit(0).send(&table).await),
        "Order: a page holds at least one item: `limit` must not be 0"
    );
    assert_eq!(on.sent(), 0);
}
