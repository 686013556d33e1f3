//! What an engine makes of a definition.

use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sdk_dynamodb::{
    config::{AsyncSleep, Sleep},
    types::{BillingMode, StreamViewType, TableClass, TimeToLiveSpecification},
};
use dynaent::{Entities, Error, Table, TableDefinition};

use super::models::{Post, Reading, Score, Session, described, expiry};
use crate::{
    doctored::{Naps, doctored},
    fixtures::{Article, Comment, Order, Setting},
    harness::{Engine, both_ways},
};

both_ways! {
    tables_are_as_they_were_defined,
    what_is_asked_for_is_made,
    customizing_comes_last,
    expiry_is_turned_on,
    creating_again_changes_nothing,
    expiry_by_another_field_is_left,
    all_may_create_at_once,
}

fn define<E: Entities>() -> TableDefinition {
    TableDefinition::of::<E>().expect("a table")
}

async fn tables_are_as_they_were_defined(on: Engine) {
    async fn made<E: Entities>(on: &Engine, name: &str) -> Vec<String> {
        let table = Table::new(on.absent_table().client().clone(), name);
        define::<E>().create(&table).await.expect("a table");
        described(&table).await
    }
    assert_eq!(
        made::<Order>(&on, "orders").await,
        [
            "table: HASH pk S, RANGE sk S",
            "global gsi1: HASH gsi1pk S, RANGE gsi1sk S; ALL",
            "global gsi2: HASH gsi2pk S, RANGE gsi2sk S; ALL",
            "local lsi1: HASH pk S, RANGE lsi1sk S; ALL",
        ]
    );
    assert_eq!(made::<Setting>(&on, "settings").await, ["table: HASH pk S", "global gsi1: HASH gsi1pk S; ALL"]);
    assert_eq!(
        made::<Post>(&on, "posts").await,
        [
            "table: HASH pk S, RANGE sk S",
            "global gsi1: HASH gsi1pk S, RANGE gsi1sk S; KEYS_ONLY",
            "global gsi2: HASH gsi2pk S; INCLUDE author post_id tag day headline summary __edb_e__ __edb_v__",
            "local lsi1: HASH pk S, RANGE lsi1sk S; INCLUDE author post_id tag day headline summary __edb_e__ __edb_v__",
        ]
    );
    assert_eq!(
        made::<Reading>(&on, "readings").await,
        ["table: HASH device S, RANGE at N", "global levels: HASH level N; ALL"]
    );
    assert_eq!(
        made::<Score>(&on, "scores").await,
        [
            "table: HASH pk S, RANGE sk S",
            "global places: HASH country S, HASH city S, RANGE points N, RANGE player S; ALL",
        ]
    );
    assert_eq!(made::<Session>(&on, "sessions").await, ["table: HASH pk S"]);
    assert_eq!(
        made::<(Comment, Article)>(&on, "blog").await,
        ["table: HASH pk S, RANGE sk S", "global gsi1: HASH gsi1pk S, RANGE gsi1sk S; ALL"]
    );
}

async fn what_is_asked_for_is_made(on: Engine) {
    let table = on.absent_table();
    let definition = define::<Order>()
        .provisioned(5, 3)
        .stream(StreamViewType::NewImage)
        .deletion_protection()
        .tag("team", "checkout")
        .tag("stage", "test");
    definition.create(&table).await.expect("a table");
    let output = table.client().describe_table().table_name(table.name()).send().await.expect("describe");
    let made = output.table.expect("a table");
    let units = |throughput: Option<&aws_sdk_dynamodb::types::ProvisionedThroughputDescription>| {
        throughput.map(|throughput| (throughput.read_capacity_units, throughput.write_capacity_units))
    };
    assert_eq!(units(made.provisioned_throughput()), Some((Some(5), Some(3))));
    assert_eq!(made.global_secondary_indexes().len(), 2);
    for index in made.global_secondary_indexes() {
        assert_eq!(units(index.provisioned_throughput()), Some((Some(5), Some(3))));
    }
    let stream = made.stream_specification().expect("a stream");
    assert_eq!((stream.stream_enabled, stream.stream_view_type()), (true, Some(&StreamViewType::NewImage)));
    assert_eq!(made.deletion_protection_enabled(), Some(true));
    let arn = made.table_arn().expect("an ARN");
    let tags = table.client().list_tags_of_resource().resource_arn(arn).send().await.expect("tags");
    let mut tags: Vec<_> = tags.tags().iter().map(|tag| (tag.key(), tag.value())).collect();
    tags.sort_unstable();
    assert_eq!(tags, [("stage", "test"), ("team", "checkout")]);

    // Without a word, by the request and with none of it; and so if that is said last.
    for (name, definition) in [("plain", define::<Order>()), ("said", define::<Order>().provisioned(5, 3).on_demand())]
    {
        let table = Table::new(table.client().clone(), name);
        definition.create(&table).await.expect("a table");
        let output = table.client().describe_table().table_name(name).send().await.expect("describe");
        let made = output.table.expect("a table");
        let billing = made.billing_mode_summary().and_then(|summary| summary.billing_mode());
        assert_eq!(billing, Some(&BillingMode::PayPerRequest), "{name}");
        assert_eq!((made.stream_specification(), made.deletion_protection_enabled()), (None, Some(false)), "{name}");
    }
}

async fn customizing_comes_last(on: Engine) {
    let table = on.absent_table();
    let definition = define::<Comment>()
        .customize(|input| input.table_class(TableClass::Standard).deletion_protection_enabled(false))
        .customize(|input| input.table_class(TableClass::StandardInfrequentAccess))
        .deletion_protection();
    let request = definition.request("app").expect("a request");
    assert_eq!(request.table_class(), Some(&TableClass::StandardInfrequentAccess), "the last one wins");
    assert_eq!(request.deletion_protection_enabled(), Some(false));
    definition.create(&table).await.expect("a table");
    let output = table.client().describe_table().table_name(table.name()).send().await.expect("describe");
    let class = output.table.and_then(|table| table.table_class_summary).and_then(|class| class.table_class);
    assert_eq!(class, Some(TableClass::StandardInfrequentAccess));
}

async fn expiry_is_turned_on(on: Engine) {
    let table = on.table::<Session>().await;
    assert_eq!(expiry(&table).await.as_deref(), Some("until"));
    let without = on.absent_table();
    define::<Session>().without_ttl().create(&without).await.expect("a table");
    assert_eq!(expiry(&without).await, None);
    // Of a table that is there it is the one thing that is changed.
    define::<Session>().create(&without).await.expect("it is there");
    assert_eq!(expiry(&without).await.as_deref(), Some("until"));
}

async fn creating_again_changes_nothing(on: Engine) {
    let table = on.table::<Session>().await;
    Session::create().token("t").send(&table).await.expect("create");
    let before = described(&table).await;
    let sent = on.sent();
    define::<Session>().create(&table).await.expect("it is there");
    assert_eq!(on.sent() - sent, 2, "it looks at the table and its expiry, and asks for nothing");
    define::<Order>().provisioned(1, 1).create(&table).await.expect("it is there, for others");
    assert_eq!(described(&table).await, before);
    assert!(Session::get().token("t").send(&table).await.expect("get").is_some());
}

async fn expiry_by_another_field_is_left(on: Engine) {
    let table = on.table::<Setting>().await;
    let other = TimeToLiveSpecification::builder().attribute_name("other").enabled(true).build().expect("a spec");
    let request = table.client().update_time_to_live().table_name(table.name()).time_to_live_specification(other);
    request.send().await.expect("it is on");
    let sent = on.sent();
    define::<Session>().create(&table).await.expect("it is there");
    assert_eq!(on.sent() - sent, 2, "it looks, and asks for nothing");
    assert_eq!(expiry(&table).await.as_deref(), Some("other"));
}

/// Also shows that the futures can go to other threads.
async fn all_may_create_at_once(on: Engine) {
    let table = on.absent_table();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let table = table.clone();
            tokio::spawn(async move { define::<Session>().create(&table).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("it is there");
    }
    assert_eq!(expiry(&table).await.as_deref(), Some("until"));
}

// -- Answers that the engine never gives ------------------------------------------------------------------------------
//
// Its tables are active at once. These tests change its answers, on the embedded client: there an answer arrives whole.

/// A table whose description is changed in the first answers, and whose client sleeps without waiting.
fn slow(table: &Table, answers: usize, change: impl Fn(&str) -> String + Send + Sync + 'static) -> (Table, Naps) {
    let (naps, seen) = (Naps::default(), AtomicUsize::new(0));
    let table = doctored(table, move |operation, body| {
        let is_early = operation == "DescribeTable"
            && body.contains("TableStatus")
            && seen.fetch_add(1, Ordering::SeqCst) < answers;
        is_early.then(|| (200, change(body)))
    });
    let timer = naps.clone();
    (table.config_override(|config| config.sleep_impl(timer)), naps)
}

#[tokio::test]
async fn it_waits_for_the_table() {
    let on = Engine::embedded();
    let change = |body: &str| body.replace(r#""TableStatus":"ACTIVE""#, r#""TableStatus":"CREATING""#);
    let (table, naps) = slow(&on.absent_table(), 3, change);
    define::<Order>().create(&table).await.expect("a table");
    assert_eq!(naps.count(), 3);
}

#[tokio::test]
async fn it_waits_for_its_indexes() {
    let on = Engine::embedded();
    let change = |body: &str| body.replace(r#""IndexStatus":"ACTIVE""#, r#""IndexStatus":"CREATING""#);
    let (table, naps) = slow(&on.absent_table(), 2, change);
    define::<Order>().create(&table).await.expect("a table");
    assert_eq!(naps.count(), 2);
    // Those of others may be filled as long as it takes.
    let (table, naps) = slow(&on.absent_table(), 2, change);
    define::<Reading>().create(&table).await.expect("it is there");
    assert_eq!(naps.count(), 0);
}

#[tokio::test]
async fn it_does_not_wait_forever() {
    let on = Engine::embedded();
    let change = |body: &str| body.replace(r#""IndexStatus":"ACTIVE""#, r#""IndexStatus":"CREATING""#);
    let (table, naps) = slow(&on.absent_table(), usize::MAX, change);
    let error = define::<Comment>().create(&table).await.expect_err("it is never ready");
    assert!(matches!(error, Error::NotActive { .. }), "{error:?}");
    assert_eq!(error.to_string(), "table `absent` cannot be used: index `gsi1` is CREATING");
    assert!((250..=300).contains(&naps.count()), "for some five minutes");
}

#[tokio::test]
async fn what_never_becomes_active_is_not_waited_for() {
    let on = Engine::embedded();
    let change = |body: &str| body.replace(r#""TableStatus":"ACTIVE""#, r#""TableStatus":"ARCHIVED""#);
    let (table, naps) = slow(&on.absent_table(), usize::MAX, change);
    let error = define::<Comment>().create(&table).await.expect_err("it is archived");
    assert_eq!(error.to_string(), "table `absent` cannot be used: it is ARCHIVED");
    assert_eq!(naps.count(), 0);
}

/// Passes the time that a deletion takes.
#[derive(Debug)]
struct Deletion {
    client: aws_sdk_dynamodb::Client,
    table: &'static str,
}

impl AsyncSleep for Deletion {
    fn sleep(&self, _: std::time::Duration) -> Sleep {
        let request = self.client.delete_table().table_name(self.table);
        let deletion = tokio::spawn(async move { drop(request.send().await.expect("it was there")) });
        Sleep::new(async move { deletion.await.expect("no panic") })
    }
}

/// The first look finds a table that is being deleted; when it has waited the table is gone, and it makes another.
#[tokio::test]
async fn a_table_that_is_being_deleted_is_waited_for() {
    let on = Engine::embedded();
    let old = on.absent_table();
    define::<Setting>().create(&old).await.expect("a table");
    let deletion = Deletion { client: old.client().clone(), table: "absent" };
    let (table, _) = slow(&old, 1, |body| body.replace(r#""TableStatus":"ACTIVE""#, r#""TableStatus":"DELETING""#));
    let table = table.config_override(|config| config.sleep_impl(deletion));
    define::<Session>().create(&table).await.expect("a table");
    assert_eq!(described(&table).await, ["table: HASH pk S"], "the table of before had an index");
}

/// AWS refuses to create a table while the one of that name goes. A table that another one creates is not known at once
/// either, so it waits, and asks again.
#[tokio::test]
async fn a_creation_that_is_refused_is_asked_for_again() {
    let on = Engine::embedded();
    let table = on.table::<Setting>().await;
    let (client, seen) = (table.client().clone(), AtomicUsize::new(0));
    let refused = doctored(&Table::new(client.clone(), "other"), move |operation, _| {
        let is_first = operation == "CreateTable" && seen.fetch_add(1, Ordering::SeqCst) == 0;
        is_first.then(|| (400, refusal("ResourceInUseException", "The table is being deleted")))
    });
    // What the engine made behind the refusal is deleted while it waits.
    let seen = AtomicUsize::new(0);
    let refused = doctored(&refused, move |operation, _| {
        let is_early = operation == "DescribeTable" && seen.fetch_add(1, Ordering::SeqCst) < 2;
        is_early.then(|| (400, refusal("ResourceNotFoundException", "There is none")))
    });
    let timer = Deletion { client, table: "other" };
    define::<Session>().create(&refused.config_override(|config| config.sleep_impl(timer))).await.expect("a table");
    assert_eq!(described(&Table::new(table.client().clone(), "other")).await, ["table: HASH pk S"]);
}

/// Another one turned it on between the look and the request, which AWS refuses then.
#[tokio::test]
async fn expiry_that_is_on_is_no_failure() {
    let on = Engine::embedded();
    let table = on.table::<Session>().await;
    let seen = AtomicUsize::new(0);
    let late = doctored(&table, move |operation, _| match operation {
        "DescribeTimeToLive" if seen.fetch_add(1, Ordering::SeqCst) == 0 => Some((200, OFF.to_owned())),
        "UpdateTimeToLive" => Some((400, refusal("ValidationException", "TimeToLive is already enabled"))),
        _ => None,
    });
    define::<Session>().create(&late).await.expect("it is on");
}

#[tokio::test]
async fn what_aws_refuses_is_an_error() {
    let on = Engine::embedded();
    let denied = |operation: &'static str| {
        let table = Table::new(on.absent_table().client().clone(), format!("no-{operation}"));
        doctored(&table, move |sent, _| match sent {
            _ if sent == operation => Some((400, refusal("AccessDeniedException", "No."))),
            // The engine did what it was asked to, but for the answer.
            "DescribeTimeToLive" => Some((200, OFF.to_owned())),
            _ => None,
        })
    };
    for (operation, what) in [
        ("DescribeTable", "description of the table"),
        ("CreateTable", "creation of the table"),
        ("DescribeTimeToLive", "description of the expiry"),
        ("UpdateTimeToLive", "turning on of the expiry"),
    ] {
        let error = define::<Session>().create(&denied(operation)).await.expect_err("it is denied");
        let Error::Request { operation: told, entity: "Session", .. } = &error else { panic!("{error:?}") };
        assert_eq!(*told, what);
        let text = format!("{what} of Session on table `no-{operation}` failed: AccessDeniedException: No.");
        assert_eq!(error.to_string(), text);
    }
}

const OFF: &str = r#"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#;

fn refusal(code: &str, message: &str) -> String {
    format!(r#"{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"{message}"}}"#)
}
