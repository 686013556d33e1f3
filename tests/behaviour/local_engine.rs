//! The embedded engine itself: what the SDK's client sees of it. (Here there is only one way to run a test.)

use std::{
    collections::HashMap,
    error::Error,
    future::Future,
    path::PathBuf,
    pin::pin,
    task::{Context, Poll, Waker},
};

use aws_sdk_dynamodb::{
    Client,
    error::{ProvideErrorMetadata, SdkError},
    operation::{
        create_table::CreateTableError, put_item::PutItemError, transact_write_items::TransactWriteItemsError,
    },
    primitives::Blob,
    types::{
        AttributeDefinition, AttributeValue, BillingMode, ConditionCheck, Delete, Get, KeySchemaElement, KeyType,
        KeysAndAttributes, Put, PutRequest, ReturnValue, ReturnValuesOnConditionCheckFailure, ScalarAttributeType,
        TransactGetItem, TransactWriteItem, Update, WriteRequest,
    },
};
use dynaent::{LocalEngine, LocalEngineError};

use crate::harness::{Item, n, s};

fn key(pk: &str, sk: &str) -> Item {
    HashMap::from([("pk".into(), s(pk)), ("sk".into(), s(sk))])
}

fn item<const N: usize>(pk: &str, sk: &str, attributes: [(&str, AttributeValue); N]) -> Item {
    let mut item = key(pk, sk);
    item.extend(attributes.map(|(name, value)| (name.to_owned(), value)));
    item
}

async fn create(client: &Client) -> Result<(), SdkError<CreateTableError>> {
    let mut request = client.create_table().table_name("app").billing_mode(BillingMode::PayPerRequest);
    for (name, role) in [("pk", KeyType::Hash), ("sk", KeyType::Range)] {
        let attribute = AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S);
        let element = KeySchemaElement::builder().attribute_name(name).key_type(role);
        request = request
            .attribute_definitions(attribute.build().expect("complete"))
            .key_schema(element.build().expect("complete"));
    }
    request.send().await.map(drop)
}

/// A client on a fresh engine that has the table `app`.
async fn app() -> Client {
    let client = LocalEngine::memory().expect("memory").client();
    create(&client).await.expect("table");
    client
}

/// A path of this test's own, with nothing there.
fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("local-engine").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("temp dir");
    path
}

/// What the engine answers to a body that the SDK itself would not send: status, error code, message.
async fn raw(client: &Client, target: &str, body: &str) -> (u16, String, String) {
    let (target, body) = (target.to_owned(), body.to_owned());
    let error = client
        .list_tables()
        .customize()
        .mutate_request(move |request| {
            request.headers_mut().insert("x-amz-target", target.clone());
            *request.body_mut() = body.clone().into();
        })
        .send()
        .await
        .expect_err("the request should be refused");
    let status = error.raw_response().expect("an answer of the engine").status().as_u16();
    (status, error.code().unwrap_or_default().to_owned(), error.message().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn writes_and_reads() {
    let client = app().await;
    for number in 0..5 {
        client
            .put_item()
            .table_name("app")
            .set_item(Some(item("a", &format!("s{number}"), [("v", n(number))])))
            .send()
            .await
            .expect("put");
    }

    let got = client.get_item().table_name("app").set_key(Some(key("a", "s3")));
    let got = got.send().await.expect("get").item.expect("an item");
    assert_eq!(got, item("a", "s3", [("v", n(3))]));

    let updated = client
        .update_item()
        .table_name("app")
        .set_key(Some(key("a", "s3")))
        .update_expression("SET v = v + :one, w = :map")
        .expression_attribute_values(":one", n(1))
        .expression_attribute_values(":map", AttributeValue::M(HashMap::new()))
        .return_values(ReturnValue::AllNew)
        .send()
        .await
        .expect("update");
    let empty = AttributeValue::M(HashMap::new());
    assert_eq!(updated.attributes, Some(item("a", "s3", [("v", n(4)), ("w", empty)])));

    client.delete_item().table_name("app").set_key(Some(key("a", "s0"))).send().await.expect("delete");

    let query = client
        .query()
        .table_name("app")
        .key_condition_expression("pk = :pk AND begins_with(sk, :sk)")
        .expression_attribute_values(":pk", s("a"))
        .expression_attribute_values(":sk", s("s"))
        .scan_index_forward(false)
        .limit(3);
    let page = query.clone().send().await.expect("query");
    assert_eq!(page.items().iter().map(|item| item["sk"].clone()).collect::<Vec<_>>(), [s("s4"), s("s3"), s("s2")]);
    let rest = query.set_exclusive_start_key(page.last_evaluated_key);
    let rest = rest.send().await.expect("second page");
    assert_eq!(rest.items(), [item("a", "s1", [("v", n(1))])]);

    let scan = client.scan().table_name("app").send().await.expect("scan");
    assert_eq!(scan.count, 4);
}

#[tokio::test]
async fn every_type_comes_back_as_it_was() {
    let client = app().await;
    let list = vec![AttributeValue::Null(true), AttributeValue::Bool(false)];
    let written = item(
        "a",
        "1",
        [
            ("bytes", AttributeValue::B(Blob::new([0, 255, 128]))),
            ("text", s("\u{0}\u{1F980}\"\\")),
            ("empty", s("")),
            ("map", AttributeValue::M(HashMap::new())),
            ("list", AttributeValue::L(list)),
            ("strings", AttributeValue::Ss(vec!["x".into(), "y".into()])),
            ("big", n("12345678901234567890123456789012345678")),
            ("key with spaces", n("-0.5")),
        ],
    );
    client.put_item().table_name("app").set_item(Some(written.clone())).send().await.expect("put");
    let scan = client.scan().table_name("app").send().await.expect("scan");
    assert_eq!(scan.items(), [written]);
}

#[tokio::test]
async fn batches() {
    let client = app().await;
    let puts = ["1", "2", "3"].map(|sk| {
        let put = PutRequest::builder().set_item(Some(key("a", sk)));
        WriteRequest::builder().put_request(put.build().expect("complete")).build()
    });
    let written = client.batch_write_item().request_items("app", puts.to_vec()).send().await.expect("batch write");
    assert!(written.unprocessed_items.unwrap_or_default().is_empty());

    let keys = KeysAndAttributes::builder().keys(key("a", "1")).keys(key("a", "3")).keys(key("a", "9"));
    let got =
        client.batch_get_item().request_items("app", keys.build().expect("complete")).send().await.expect("batch get");
    let mut items = got.responses.expect("responses").remove("app").expect("table");
    items.sort_by_key(|item| item["sk"].as_s().ok().cloned());
    assert_eq!(items, [key("a", "1"), key("a", "3")]);
}

#[tokio::test]
async fn a_failed_condition_is_typed_and_carries_the_item() {
    let client = app().await;
    let put = client
        .put_item()
        .table_name("app")
        .set_item(Some(item("a", "1", [("v", n(1))])))
        .condition_expression("attribute_not_exists(pk)");
    put.clone().send().await.expect("the first put");

    let error = put.clone().send().await.expect_err("the second put");
    let PutItemError::ConditionalCheckFailedException(error) = error.into_service_error() else {
        panic!("another error");
    };
    assert_eq!(error.message(), Some("The conditional request failed"));
    assert_eq!(error.item(), None);

    let error = put
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        .send()
        .await
        .expect_err("the third put");
    let PutItemError::ConditionalCheckFailedException(error) = error.into_service_error() else {
        panic!("another error");
    };
    assert_eq!(error.item(), Some(&item("a", "1", [("v", n(1))])));
}

#[tokio::test]
async fn transactions_write_all_or_nothing_and_say_why() {
    let client = app().await;
    let put = |sk: &str| {
        let put = Put::builder()
            .table_name("app")
            .set_item(Some(key("a", sk)))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        TransactWriteItem::builder().put(put.build().expect("complete")).build()
    };
    let check = ConditionCheck::builder()
        .table_name("app")
        .set_key(Some(key("z", "z")))
        .condition_expression("attribute_not_exists(pk)");
    let update = Update::builder()
        .table_name("app")
        .set_key(Some(key("a", "9")))
        .update_expression("ADD hits :one")
        .expression_attribute_values(":one", n(1));
    let delete = Delete::builder().table_name("app").set_key(Some(key("a", "8")));
    client
        .transact_write_items()
        .transact_items(put("1"))
        .transact_items(TransactWriteItem::builder().condition_check(check.build().expect("complete")).build())
        .transact_items(TransactWriteItem::builder().update(update.build().expect("complete")).build())
        .transact_items(TransactWriteItem::builder().delete(delete.build().expect("complete")).build())
        .send()
        .await
        .expect("transaction");

    let error = client
        .transact_write_items()
        .transact_items(put("2"))
        .transact_items(put("1"))
        .send()
        .await
        .expect_err("the item is there");
    let TransactWriteItemsError::TransactionCanceledException(error) = error.into_service_error() else {
        panic!("another error");
    };
    let reasons = error.cancellation_reasons();
    assert_eq!(reasons.len(), 2);
    assert_eq!(reasons[0].code(), Some("None"));
    assert_eq!(reasons[1].code(), Some("ConditionalCheckFailed"));
    assert_eq!(reasons[1].item(), Some(&key("a", "1")));

    // `a/2` was not written.
    let gets = [("a", "1"), ("a", "2"), ("a", "9")].map(|(pk, sk)| {
        let get = Get::builder().table_name("app").set_key(Some(key(pk, sk))).build();
        TransactGetItem::builder().get(get.expect("complete")).build()
    });
    let got = client.transact_get_items().set_transact_items(Some(gets.to_vec())).send().await.expect("transact get");
    let got: Vec<_> = got.responses().iter().map(|response| response.item()).collect();
    let hits = item("a", "9", [("hits", n(1))]);
    assert_eq!(got, [Some(&key("a", "1")), None, Some(&hits)]);
}

#[tokio::test]
async fn tables_have_typed_errors() {
    let client = app().await;
    let get = client.get_item().table_name("absent").set_key(Some(key("a", "1")));
    let error = get.send().await.expect_err("no table").into_service_error();
    assert!(error.is_resource_not_found_exception(), "{error:?}");
    assert_eq!(error.message(), Some("Requested resource not found"));

    let error = create(&client).await.expect_err("twice");
    assert!(error.into_service_error().is_resource_in_use_exception());
}

#[tokio::test]
async fn the_largest_item_is_exact() {
    let client = app().await;
    // Names and values count: "pk" + "a" + "sk" + "1" + "v".
    let room = 400 * 1024 - 7;
    for (size, fits) in [(room, true), (room + 1, false)] {
        let put = client.put_item().table_name("app").set_item(Some(item("a", "1", [("v", s("x".repeat(size)))])));
        match put.send().await {
            Ok(_) => assert!(fits),
            Err(error) => {
                assert!(!fits);
                let error = error.into_service_error();
                assert_eq!(error.code(), Some("ValidationException"));
                assert_eq!(error.message(), Some("Item size has exceeded the maximum allowed size"));
            }
        }
    }
    let get = client.get_item().table_name("app").set_key(Some(key("a", "1")));
    let got = get.send().await.expect("get").item.expect("an item");
    assert_eq!(got["v"], s("x".repeat(room)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_race_has_one_winner() {
    let client = app().await;
    let tasks: Vec<_> = (0..200)
        .map(|number| {
            let put = client
                .put_item()
                .table_name("app")
                .set_item(Some(item("a", "1", [("winner", n(number))])))
                .condition_expression("attribute_not_exists(pk)");
            tokio::spawn(put.send())
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            Ok(_) => won += 1,
            Err(error) => assert!(error.into_service_error().is_conditional_check_failed_exception()),
        }
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn clones_share_a_database_and_engines_do_not() {
    let engine = LocalEngine::memory().expect("memory");
    create(&engine.client()).await.expect("table");
    let tables = engine.clone().client().list_tables().send().await;
    assert_eq!(tables.expect("tables").table_names(), ["app"]);

    let other = LocalEngine::memory().expect("memory").client();
    let tables = other.list_tables().send().await.expect("tables");
    assert!(tables.table_names().is_empty());
}

#[tokio::test]
async fn a_file_outlives_its_engine() {
    let file = scratch("reopen").join("app \u{e9}.db");
    {
        let client = LocalEngine::file(&file).expect("created").client();
        create(&client).await.expect("table");
        client.put_item().table_name("app").set_item(Some(item("a", "1", [("v", n(1))]))).send().await.expect("put");
    }
    let client = LocalEngine::file(&file).expect("reopened").client();
    let scan = client.scan().table_name("app").send().await.expect("scan");
    assert_eq!(scan.items(), [item("a", "1", [("v", n(1))])]);
}

#[test]
fn what_is_no_database_is_refused_by_name() {
    let dir = scratch("refused");
    let text = dir.join("notes.txt");
    std::fs::write(&text, "not a database, and long enough to be looked at\n".repeat(50)).expect("write");
    let absent = dir.join("absent").join("app.db");

    for path in [text.clone(), dir.clone(), absent, PathBuf::new()] {
        let error = LocalEngine::file(&path).expect_err("refused");
        assert!(error.to_string().contains(&path.display().to_string()));
        assert!(error.source().is_some());
        assert!(matches!(&error, LocalEngineError::File { path: named, .. } if *named == path), "{error:?}");
    }
    let kept = std::fs::read_to_string(&text).expect("read");
    assert!(kept.starts_with("not a database"));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_utf8_is_refused() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

    let path = scratch("utf8").join(OsStr::from_bytes(b"app-\xff.db"));
    let error = LocalEngine::file(path).expect_err("refused");
    let source = error.source().expect("a source");
    assert_eq!(source.to_string(), "the path is not UTF-8");
}

#[test]
fn sqlites_special_names_are_ordinary_files() {
    let error = LocalEngine::file("absent-directory/:memory:").expect_err("no such directory");
    assert!(matches!(error, LocalEngineError::File { .. }));
    let error = LocalEngine::file("file:absent-directory/a?mode=memory").expect_err("refused");
    assert!(matches!(error, LocalEngineError::File { .. }));
}

#[tokio::test]
async fn validation_texts_are_the_services() {
    const NUMBER: &str = "The parameter cannot be converted to a numeric value: abc";
    const TWO_TYPES: &str = "Supplied AttributeValue has more than one datatypes set, must \
                             contain exactly one of the supported datatypes";
    const EMPTY: &str = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    const TOO_DEEP: &str = "Nesting Levels have exceeded supported limits: Attributes in the item \
                            have nested levels beyond supported limit";
    let enveloped = |message: &str| format!("1 validation error detected: {message}");
    let client = app().await;

    // Through the SDK, in an operation that counts its errors and in one that does not.
    let put = client.put_item().table_name("app").set_item(Some(item("a", "1", [("v", n("abc"))])));
    let error = put.send().await.expect_err("no number").into_service_error();
    assert_eq!(error.code(), Some("ValidationException"));
    assert_eq!(error.message(), Some(enveloped(NUMBER).as_str()));

    let put = PutRequest::builder().set_item(Some(item("a", "1", [("v", n("abc"))])));
    let put = WriteRequest::builder().put_request(put.build().expect("complete")).build();
    let write = client.batch_write_item().request_items("app", vec![put]);
    let error = write.send().await.expect_err("no number").into_service_error();
    assert_eq!(error.message(), Some(NUMBER));

    // Bodies that the SDK does not write.
    let deep = format!(
        r#"{{"TableName":"app","Item":{{"pk":{{"S":"a"}},"sk":{{"S":"1"}},"v":{}{{"S":"x"}}{}}}}}"#,
        r#"{"L":["#.repeat(80),
        "]}".repeat(80)
    );
    let item =
        |value: &str| format!(r#"{{"TableName":"app","Item":{{"pk":{{"S":"a"}},"sk":{{"S":"1"}},"v":{value}}}}}"#);
    for (body, message) in [
        (item(r#"{"N":"abc"}"#), enveloped(NUMBER)),
        (item(r#"{"S":"x","N":"1"}"#), TWO_TYPES.into()),
        (item("{}"), EMPTY.into()),
        (deep, TOO_DEEP.into()),
    ] {
        let answer = raw(&client, "DynamoDB_20120810.PutItem", &body).await;
        assert_eq!(answer, (400, "ValidationException".into(), message));
    }
    for no_json in ["", "{", "\u{0}"] {
        let answer = raw(&client, "DynamoDB_20120810.PutItem", no_json).await;
        assert_eq!(answer, (400, "SerializationException".into(), String::new()));
    }
}

/// Requests that the engine refuses, most of them while it reads the JSON.
const REFUSED: &str = r#"
PutItem {"TableName":"app","Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"S":1}}}
PutItem {"TableName":"app","Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"B":"%"}}}
PutItem {"TableName":"app","Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"NULL":false}}}
PutItem {"TableName":"app","Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"NS":["1","x"]}}}
PutItem {"TableName":"app","Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"M":{"a":{"L":[{"N":"x"}]}}}}}
PutItem {"TableName":7,"Item":{}}
PutItem {"TableName":"app"}
PutItem {}
PutItem []
PutItem null
PutItem {"TableName":"a","Item":{}}
GetItem {"TableName":"app","Key":{"pk":{"N":"x"}}}
GetItem {"TableName":"app"}
GetItem {}
DeleteItem {"TableName":"app","Key":{"pk":{"NULL":false}}}
UpdateItem {"TableName":"app","Key":{"pk":{"NULL":false}}}
UpdateItem {"TableName":"app","Key":{"pk":{"S":"a"},"sk":{"S":"a"}},"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":{"N":"x"}}}
Query {"TableName":"app","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"N":"x"}}}
Query {"TableName":"app","Select":"SOME"}
Scan {"TableName":"app","Limit":"1"}
BatchWriteItem {"RequestItems":{"app":[{"PutRequest":{"Item":{"pk":{"N":"x"}}}}]}}
BatchGetItem {"RequestItems":{"app":{"Keys":[{"pk":{"NULL":false}}]}}}
TransactWriteItems {"TransactItems":[{"Put":{"TableName":"app","Item":{"pk":{"NS":["x"]}}}}]}
TransactGetItems {"TransactItems":[{"Get":{"TableName":"app","Key":{"pk":{"N":"x"}}}}]}
TransactGetItems {}
CreateTable {"TableName":"x"}
CreateTable {"TableName":"xyz","BillingMode":"FREE"}
DeleteTable {}
DescribeTable {"TableName":"x"}
UpdateTable {"TableName":"x"}
ListTables {"Limit":0}
DescribeTimeToLive {}
SearchVectors {"TopK":3.5}
ExecuteStatement {"Statement":"SELECT * FROM app WHERE pk = ?","Parameters":[{"N":"x"}]}
BatchExecuteStatement {}
GetRecords {}
"#;

/// The engine tags part of its messages with the class of the error, for its own server to read.
#[tokio::test]
async fn no_refusal_shows_the_engines_tags() {
    let client = app().await;
    for case in REFUSED.trim().lines() {
        let (operation, body) = case.split_once(' ').expect("an operation and a body");
        let target = format!("DynamoDB_20120810.{operation}");
        let (status, code, message) = raw(&client, &target, body).await;
        assert_eq!(status, 400, "{case}: {code} {message}");
        assert!(["ValidationException", "SerializationException"].contains(&code.as_str()), "{case}: {code}");
        for tag in ["VALIDATION", "SERIALIZATION", "_AS_READ", " at line "] {
            assert!(!message.contains(tag), "{case}: {message}");
        }
    }
}

#[tokio::test]
async fn an_unknown_operation_is_answered_as_by_the_service() {
    let client = LocalEngine::memory().expect("memory").client();
    for target in ["DynamoDB_20120810.Frobnicate", "Other_20120810.PutItem", "PutItem", ""] {
        let (status, code, _) = raw(&client, target, "{}").await;
        assert_eq!((status, code.as_str()), (400, "UnknownOperationException"));
    }
    // One that the SDK knows and the engine does not.
    let error = client.describe_limits().send().await.expect_err("not there");
    assert_eq!(error.code(), Some("UnknownOperationException"));
}

#[tokio::test]
async fn streams_are_served_under_their_own_name() {
    let client = app().await;
    let target = "DynamoDBStreams_20120810.GetShardIterator";
    let body = r#"{"StreamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/app/stream/1","ShardId":"1","ShardIteratorType":"LATEST"}"#;
    let (status, code, _) = raw(&client, target, body).await;
    assert_eq!((status, code.as_str()), (400, "ResourceNotFoundException"));
}

/// An answer is there as soon as it is asked for, so any executor will do.
#[test]
fn the_client_needs_no_runtime() {
    let client = LocalEngine::memory().expect("memory").client();
    let answer = pin!(client.list_tables().send());
    let polled = answer.poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(polled, Poll::Ready(Ok(_))), "{polled:?}");
}
