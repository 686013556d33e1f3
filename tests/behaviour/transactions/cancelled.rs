//! A transaction that DynamoDB cancels: nothing is written, and every operation has its reason.

use dynaent::{Cause, Error, Reason, TransactGet, TransactWrite};

use super::{Account, account};
use crate::{
    doctored::doctored,
    fixtures::{Article, Comment},
    harness::{Engine, both_ways, stored},
};

both_ways! {
    nothing_is_written_if_one_operation_fails,
    guards_say_what_is_there,
    versions_conflict,
    what_dynamodb_refuses_of_one_operation_is_its_reason,
    other_failures_are_of_the_request,
}

#[track_caller]
fn reasons<T: std::fmt::Debug>(result: dynaent::Result<T>) -> Vec<Reason> {
    match result {
        Err(Error::Cancelled { reasons }) => reasons,
        other => panic!("{other:?}"),
    }
}

async fn nothing_is_written_if_one_operation_fails(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    let old = Comment::new("c2", "a1", "old");
    Comment::create().item(old.clone()).send(&table).await.expect("create");
    Article::create().article_id("a1").title("One").send(&table).await.expect("create");
    let before = stored(&table).await;
    let (c, a) = (Comment::attributes(), Article::attributes());
    let sent = TransactWrite::new()
        .item(Comment::create().item(Comment::new("c1", "a1", "new")))
        .item(Comment::patch().comment_id("c2").set(c.text, "new").condition(c.text.eq("other")))
        .item(Article::patch().article_id("a1").set(a.title, "Two"))
        .check(Article::get().article_id("a2"), a.title.eq("Two"))
        .send(&table)
        .await;
    assert_eq!(stored(&table).await, before);
    let text = sent.as_ref().expect_err("it was cancelled").to_string();
    assert_eq!(
        text,
        "the transaction was cancelled: patch of Comment with pk \"$blog#commentid_c2\", sk \"$comment_1\": its condition \
         does not hold; check of Article with pk \"$blog#articleid_a2\", sk \"$article_1\": its condition does not hold"
    );
    let reasons = reasons(sent);
    let told: Vec<_> = reasons.iter().map(|reason| (reason.operation, reason.entity, reason.cause.clone())).collect();
    assert_eq!(
        told,
        [
            ("create", "Comment", Cause::None),
            ("patch", "Comment", Cause::ConditionFailed),
            ("patch", "Article", Cause::None),
            ("check", "Article", Cause::ConditionFailed),
        ]
    );
    assert_eq!(reasons[1].key.to_string(), "pk \"$blog#commentid_c2\", sk \"$comment_1\"");
    assert_eq!(reasons[1].current::<Comment>().expect("readable"), Some(old));
    assert_eq!(reasons[3].current::<Article>().expect("readable"), None);
    assert_eq!(reasons[1].cause.code(), "ConditionalCheckFailed");
    assert!(reasons[1].message.is_some() && reasons[0].message.is_none(), "{reasons:?}");
}

async fn guards_say_what_is_there(on: Engine) {
    let table = on.table::<Comment>().await;
    let comment = Comment::new("c1", "a1", "hi");
    Comment::create().item(comment.clone()).send(&table).await.expect("create");
    let c = Comment::attributes();
    let sent = TransactWrite::new()
        .item(Comment::create().item(comment.clone()))
        .item(Comment::patch().comment_id("c2").set(c.text, "ho"))
        .item(Comment::remove().comment_id("c3").condition(c.text.eq("hi")))
        .must_exist(Comment::get().comment_id("c4"))
        .send(&table)
        .await;
    let reasons = reasons(sent);
    let causes: Vec<_> = reasons.iter().map(|reason| reason.cause.clone()).collect();
    assert_eq!(causes, [Cause::AlreadyExists, Cause::NotFound, Cause::NotFound, Cause::NotFound]);
    assert_eq!(reasons[0].current::<Comment>().expect("readable"), Some(comment.clone()));
    let absent = TransactWrite::new().must_not_exist(Comment::get().comment_id("c1")).send(&table).await;
    let [reason] = <[Reason; 1]>::try_from(self::reasons(absent)).expect("one reason");
    assert_eq!((reason.operation, &reason.cause), ("check", &Cause::AlreadyExists));
    assert_eq!(reason.current::<Comment>().expect("readable"), Some(comment));
}

async fn versions_conflict(on: Engine) {
    let table = on.table::<Account>().await;
    let balance = Account::attributes().balance;
    for id in ["a", "b", "c"] {
        Account::create().id(id).balance(1_u32).send(&table).await.expect("create");
    }
    let (a, b, c) = (account(&table, "a").await, account(&table, "b").await, account(&table, "c").await);
    for id in ["a", "b", "c"] {
        Account::patch().id(id).add(balance, 1).send(&table).await.expect("patch");
    }
    let before = stored(&table).await;
    let sent = TransactWrite::new()
        .item(Account::put().item(a))
        .item(Account::patch().id("b").from(&b).add(balance, 1))
        .item(Account::remove().id("c").from(&c))
        .send(&table)
        .await;
    assert!(sent.as_ref().is_err_and(|error| !error.is_retryable()), "it would conflict again");
    let reasons = reasons(sent);
    for reason in &reasons {
        assert_eq!(reason.cause, Cause::Conflict, "{reason}");
        let current = reason.current::<Account>().expect("readable").expect("an account");
        assert_eq!((current.balance, current.revision), (2, 2));
    }
    assert_eq!((reasons.len(), stored(&table).await), (3, before));
}

async fn what_dynamodb_refuses_of_one_operation_is_its_reason(on: Engine) {
    let table = on.table::<Comment>().await;
    Comment::create().item(Comment::new("c1", "a1", "hi")).send(&table).await.expect("create");
    // Text to which a number is added.
    let add = Comment::update().comment_id("c1").customize(|input| {
        let one = aws_sdk_dynamodb::types::AttributeValue::N("1".into());
        input
            .update_expression("ADD #t :one")
            .set_expression_attribute_names(None)
            .set_expression_attribute_values(None)
            .expression_attribute_names("#t", "text")
            .expression_attribute_values(":one", one)
    });
    let sent =
        TransactWrite::new().item(Comment::put().item(Comment::new("c2", "a1", "hi"))).item(add).send(&table).await;
    let text = sent.as_ref().expect_err("it was cancelled").to_string();
    let reasons = reasons(sent);
    assert_eq!((&reasons[0].cause, &reasons[1].cause), (&Cause::None, &Cause::Invalid));
    let message = reasons[1].message.as_deref().expect("a message");
    assert!(text.ends_with(&format!("DynamoDB refuses it: {message}")), "{text}");
    assert_eq!(stored(&table).await.len(), 1);
}

async fn other_failures_are_of_the_request(on: Engine) {
    let absent = on.absent_table();
    let write = TransactWrite::new()
        .item(Comment::put().item(Comment::new("c1", "a1", "hi")))
        .item(Article::delete().article_id("a1"))
        .send(&absent)
        .await
        .expect_err("there is no such table");
    let Error::Request { operation: "write transaction", entity: "several entities", table, .. } = &write else {
        panic!("{write:?}")
    };
    assert_eq!((table.as_str(), write.is_retryable()), ("absent", false));
    let read = TransactGet::new([Comment::get().comment_id("c1")]).send(&absent).await.expect_err("no such table");
    assert!(matches!(&read, Error::Request { operation: "read transaction", entity: "Comment", .. }), "{read:?}");
}

/// What the engine does not do: it is never busy.
#[tokio::test]
async fn every_code_has_a_cause() {
    let on = Engine::embedded();
    let table = on.table::<Comment>().await;
    let codes = [
        ("None", Cause::None, false),
        ("TransactionConflict", Cause::Contention, true),
        ("ThrottlingError", Cause::Throttled, true),
        ("ProvisionedThroughputExceeded", Cause::OverCapacity, true),
        ("ItemCollectionSizeLimitExceeded", Cause::CollectionTooLarge, false),
        ("ValidationError", Cause::Invalid, false),
        ("DuplicateItem", Cause::Duplicate, false),
        ("SomethingNew", Cause::Other("SomethingNew".into()), false),
    ];
    for (code, cause, retryable) in codes {
        let answer = cancellation(&["None", code]);
        let told = doctored(&table, move |_, _| Some((400, answer.clone())));
        let puts = ["c1", "c2"].map(|id| Comment::put().item(Comment::new(id, "a1", "hi")));
        let error = TransactWrite::new().items(puts).send(&told).await.expect_err("it was cancelled");
        assert_eq!(error.is_retryable(), retryable, "{code}");
        let Error::Cancelled { reasons } = &error else { panic!("{error:?}") };
        assert_eq!((&reasons[1].cause, reasons[1].cause.code()), (&cause, code));
        assert_eq!((reasons[1].is_retryable(), reasons[1].is_failure()), (retryable, code != "None"));

        let gets = ["c1", "c2"].map(|id| Comment::get().comment_id(id));
        let error = TransactGet::new(gets).send(&told).await.expect_err("it was cancelled");
        let Error::Cancelled { reasons } = &error else { panic!("{error:?}") };
        assert_eq!((reasons[1].operation, reasons[1].entity, &reasons[1].cause), ("get", "Comment", &cause));
        assert_eq!(reasons[1].key.to_string(), "pk \"$blog#commentid_c2\", sk \"$comment_1\"");
    }
}

/// It is of use to send it again only if nothing else is in the way.
#[tokio::test]
async fn a_transaction_is_retryable_if_all_its_failures_are() {
    let on = Engine::embedded();
    let table = on.table::<Comment>().await;
    for (codes, retryable) in [
        (["TransactionConflict", "ThrottlingError"], true),
        (["TransactionConflict", "ConditionalCheckFailed"], false),
        (["None", "None"], false),
    ] {
        let answer = cancellation(&codes);
        let told = doctored(&table, move |_, _| Some((400, answer.clone())));
        let puts = ["c1", "c2"].map(|id| Comment::create().item(Comment::new(id, "a1", "hi")));
        let error = TransactWrite::new().items(puts).send(&told).await.expect_err("it was cancelled");
        assert_eq!(error.is_retryable(), retryable, "{codes:?}");
    }
    // A single write that meets a transaction.
    let answer = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException","message":"busy"}"#;
    let told = doctored(&table, move |_, _| Some((400, answer.to_owned())));
    let error = Comment::put().item(Comment::new("c1", "a1", "hi")).send(&told).await.expect_err("it is busy");
    assert!(error.is_retryable(), "{error:?}");
    // Reasons that are not one for each operation tell nothing.
    let answer = cancellation(&["TransactionConflict"]);
    let told = doctored(&table, move |_, _| Some((400, answer.clone())));
    let puts = ["c1", "c2"].map(|id| Comment::put().item(Comment::new(id, "a1", "hi")));
    let error = TransactWrite::new().items(puts).send(&told).await.expect_err("it was cancelled");
    assert!(matches!(&error, Error::Request { operation: "write transaction", .. }), "{error:?}");
}

fn cancellation(codes: &[&str]) -> String {
    let reasons: Vec<_> = codes.iter().map(|code| format!(r#"{{"Code":"{code}"}}"#)).collect();
    format!(
        r#"{{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"cancelled","CancellationReasons":[{}]}}"#,
        reasons.join(",")
    )
}
