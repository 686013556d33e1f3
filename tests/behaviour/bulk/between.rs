//! Others, who write an item between its reading and its rewriting; and answers that are lost.

use std::{
    fmt,
    future::{pending, ready},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use aws_sdk_dynamodb::{
    config::{
        AsyncSleep, ConfigBag, Intercept, RuntimeComponents, Sleep,
        http::HttpResponse,
        interceptors::{BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextMut},
        retry::RetryConfig,
    },
    error::BoxError,
};
use dynaent::{Cause, Error, Table};
use futures_util::{FutureExt, future::BoxFuture};

use super::{
    export::{CONNECTION, Waits, waiting_by},
    models::{Account, First, Indexed, NextAccount, Second, first, second},
};
use crate::{
    doctored::doctored,
    harness::{Engine, both_ways, n, only_stored, stored},
};

both_ways! {
    an_item_that_was_changed_is_rewritten_as_it_is,
    an_item_that_was_changed_is_moved_as_it_is,
    an_item_that_is_gone_stays_gone,
    an_item_that_another_has_moved_is_there_once,
    a_version_tells_that_an_item_was_changed,
    what_nobody_reads_is_moved_as_it_is,
    one_attempt_is_no_second_one,
}

type Work = Box<dyn Fn(usize) -> BoxFuture<'static, ()> + Send + Sync>;

/// Does something while the client waits: the first time, the second…
#[derive(Clone)]
struct Meddler(Arc<(AtomicUsize, Work)>);

impl fmt::Debug for Meddler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Meddler")
    }
}

impl AsyncSleep for Meddler {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration >= CONNECTION / 2 {
            return Sleep::new(pending());
        }
        let (count, work) = &*self.0;
        let done = tokio::spawn(work(count.fetch_add(1, Ordering::SeqCst)));
        Sleep::new(async { done.await.expect("no panic") })
    }
}

/// The table through a client that lets others write while it waits: with a rate, after it has read and before it writes.
fn meddled<F: Future<Output = ()> + Send + 'static>(
    table: &Table,
    work: impl Fn(usize, Table) -> F + Send + Sync + 'static,
) -> Table {
    let others = table.clone();
    let work: Work = Box::new(move |number| Box::pin(work(number, others.clone())));
    let meddler = Meddler(Arc::new((AtomicUsize::new(0), work)));
    waiting_by(table, meddler)
}

async fn firsts(table: &Table) {
    for number in [1, 2] {
        First::put().item(first(number)).send(table).await.expect("put");
    }
}

async fn an_item_that_was_changed_is_rewritten_as_it_is(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    firsts(&table).await;
    // The first item passes at once; before the second one is written, both get another author, by the old model.
    let meddled = meddled(&table, async |number, table| {
        let f = First::attributes();
        for id in ["c01", "c02"].iter().filter(|_| number == 0) {
            First::patch().id(*id).set(f.author, "zoe").send(&table).await.expect("patch");
        }
    });
    let progress = Indexed::rewrite(|old: Indexed| old).rate(1).send(&meddled).await.expect("rewrite");
    assert_eq!(progress.rewritten, 2);
    let authors: Vec<_> = Indexed::scan().all(&table).await.expect("scan").into_iter().map(|it| it.author).collect();
    assert_eq!(authors, [Some("zoe".to_owned()), Some("zoe".to_owned())]);
    // The second one's key is made of what it is.
    assert_eq!(Indexed::query().by_author().author("zoe").all(&table).await.expect("query").len(), 1);
}

async fn an_item_that_was_changed_is_moved_as_it_is(engine: Engine) {
    let table = engine.table::<Second>().await;
    firsts(&table).await;
    let meddled = meddled(&table, async |number, table| {
        let f = First::attributes();
        for id in ["c01", "c02"].iter().filter(|_| number == 0) {
            // The one that is moved already is none any more.
            drop(First::patch().id(*id).set(f.text, "edited").send(&table).await);
        }
    });
    let progress = Second::rewrite(second).rate(1).send(&meddled).await.expect("rewrite");
    assert_eq!(progress.rewritten, 2);
    let all = Second::scan().all(&table).await.expect("scan");
    assert_eq!((all.len(), all.iter().filter(|it| it.body == "edited").count()), (2, 1), "{all:?}");
    assert_eq!(stored(&table).await.len(), 2);
}

async fn an_item_that_is_gone_stays_gone(engine: Engine) {
    let table = engine.table::<Second>().await;
    for is_moved in [false, true] {
        firsts(&table).await;
        let meddled = meddled(&table, async |number, table| {
            for id in ["c01", "c02"].iter().filter(|_| number == 0) {
                First::delete().id(*id).send(&table).await.expect("delete");
            }
        });
        let progress = if is_moved {
            Second::rewrite(second).rate(1).send(&meddled).await
        } else {
            Indexed::rewrite(|old: Indexed| Indexed { text: "new".into(), ..old }).rate(1).send(&meddled).await
        };
        let progress = progress.expect("rewrite");
        assert_eq!((progress.rewritten, progress.gone), (1, 1));
        assert_eq!(stored(&table).await.len(), usize::from(is_moved), "none came back");
    }
}

async fn an_item_that_another_has_moved_is_there_once(engine: Engine) {
    let table = engine.table::<Second>().await;
    firsts(&table).await;
    let meddled = meddled(&table, async |number, table| {
        if number == 0 {
            Second::rewrite(second).send(&table).await.expect("rewrite");
        }
    });
    let progress = Second::rewrite(second).rate(1).send(&meddled).await.expect("rewrite");
    // The same was made of the second one, by the other: nobody can tell who it was.
    assert_eq!((progress.read, progress.rewritten), (2, 2));
    let all = Second::scan().all(&table).await.expect("scan");
    assert!(all.len() == 2 && stored(&table).await.len() == 2);
}

async fn accounts(table: &Table) {
    for id in ["a", "b"] {
        Account::create().id(id).name("name").password("secret").send(table).await.expect("create");
    }
}

async fn a_version_tells_that_an_item_was_changed(engine: Engine) {
    let table = engine.table::<Account>().await;
    accounts(&table).await;
    let meddled = meddled(&table, async |number, table| {
        let a = Account::attributes();
        for id in ["a", "b"].iter().filter(|_| number == 0) {
            Account::patch().id(*id).set(a.name, "other").send(&table).await.expect("patch");
        }
    });
    let shout = |old: Account| Account { name: old.name.to_uppercase(), ..old };
    let progress = Account::rewrite(shout).rate(1).send(&meddled).await.expect("rewrite");
    assert_eq!(progress.rewritten, 2);
    let mut all: Vec<_> =
        Account::scan().all(&table).await.expect("scan").into_iter().map(|it| (it.name, it.version)).collect();
    all.sort();
    assert_eq!(all, [("OTHER".to_owned(), 3), ("other".to_owned(), 3)]);
}

fn raise(Account { id, name, password, updated_at, version }: Account) -> NextAccount {
    NextAccount { id, name, password, updated_at, version }
}

async fn what_nobody_reads_is_moved_as_it_is(engine: Engine) {
    let table = engine.table::<Account>().await;
    accounts(&table).await;
    // Whoever writes this one counts no version.
    let meddled = meddled(&table, async |number, table| {
        for id in ["a", "b"].iter().filter(|_| number == 0) {
            let update = table.client().update_item().table_name(table.name());
            let update = update.key("pk", crate::harness::s(format!("$blog#id_{id}")));
            let update = update.key("sk", crate::harness::s("$account_1")).condition_expression("attribute_exists(pk)");
            drop(update.update_expression("SET password = :p").expression_attribute_values(":p", n(1)).send().await);
        }
    });
    NextAccount::rewrite(raise).rate(1).send(&meddled).await.expect("rewrite");
    let all = stored(&table).await;
    assert!(all.len() == 2 && all.iter().filter(|item| item["password"] == n(1)).count() == 1, "{all:?}");
}

async fn one_attempt_is_no_second_one(engine: Engine) {
    let table = engine.table::<Account>().await;
    accounts(&table).await;
    let rename = || {
        meddled(&table, async |number, table| {
            let a = Account::attributes();
            for id in ["a", "b"].iter().filter(|_| number == 0) {
                drop(Account::patch().id(*id).set(a.name, "other").send(&table).await);
            }
        })
    };
    let shout = |old: Account| Account { name: old.name.to_uppercase(), ..old };
    let stopped = Account::rewrite(shout).attempts(1).rate(1).send(&rename()).await.expect_err("an error");
    assert!(matches!(stopped.error, Error::Conflict { operation: "rewrite", .. }), "{stopped:?}");
    assert!(stopped.key.is_some() && !stopped.progress.checkpoint.is_done());
    let stopped = NextAccount::rewrite(raise).attempts(1).rate(1).send(&rename()).await.expect_err("an error");
    let Error::Cancelled { reasons } = &stopped.error else { panic!("{stopped:?}") };
    assert_eq!((&reasons[0].cause, &reasons[1].cause), (&Cause::Conflict, &Cause::None));
}

/// Embedded, a write is made before it is waited for, so that one can be made while the function runs.
#[tokio::test]
async fn attempts_come_to_an_end() {
    let engine = Engine::embedded();
    let table = engine.table::<Indexed>().await;
    First::put().item(first(1)).send(&table).await.expect("put");
    let asked = AtomicUsize::new(0);
    let meddle = |old: Indexed| {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        let f = First::attributes();
        let patch = First::patch().id("c01").set(f.text, format!("edit {number}")).send(&table);
        patch.now_or_never().expect("it is made").expect("patch");
        old
    };
    let quick = waiting_by(&table, Waits::default());
    let stopped = Indexed::rewrite(meddle).send(&quick).await.expect_err("an error");
    assert!(matches!(stopped.error, Error::ConditionFailed { .. }), "{stopped:?}");
    assert_eq!(asked.swap(0, Ordering::SeqCst), 8);
    Indexed::rewrite(meddle).attempts(3).send(&quick).await.expect_err("an error");
    assert_eq!(asked.load(Ordering::SeqCst), 3);
    assert_eq!(only_stored(&table).await["text"].as_s().map(String::as_str), Ok("edit 2"));
}

/// The table through a client that asks again where an answer was lost: the first one to an operation.
fn forgetful(table: &Table, forgotten: &'static str) -> Table {
    let lost = AtomicUsize::new(0);
    let table = doctored(table, move |operation, _| {
        let is_lost = operation == forgotten && lost.fetch_add(1, Ordering::SeqCst) == 0;
        is_lost.then(|| (500, "{}".to_owned()))
    });
    meddled(&table, |_, _| ready(())).config_override(|config| config.retry_config(RetryConfig::standard()))
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_is_made_once() {
    let engine = Engine::embedded();
    let table = engine.table::<Account>().await;
    Account::create().id("a").name("name").send(&table).await.expect("create");
    let shout = |old: Account| Account { name: old.name + "!", ..old };
    let progress = Account::rewrite(shout).send(&forgetful(&table, "UpdateItem")).await.expect("rewrite");
    assert_eq!((progress.rewritten, progress.left), (1, 0));
    let item = only_stored(&table).await;
    assert_eq!((item["name"].as_s().map(String::as_str), &item["version"]), (Ok("name!"), &n(2)));
}

#[tokio::test]
async fn a_move_whose_answer_is_lost_is_made_once() {
    let engine = Engine::embedded();
    let table = engine.table::<Second>().await;
    firsts(&table).await;
    let progress = Second::rewrite(second).send(&forgetful(&table, "TransactWriteItems")).await.expect("rewrite");
    assert_eq!((progress.rewritten, progress.gone), (2, 0));
    assert_eq!(Second::scan().count(&table).await.expect("count"), 2);
}

/// Answers writes itself, so many of them, and lets the engine do nothing.
#[derive(Debug)]
struct Busy {
    answer: &'static str,
    left: AtomicUsize,
    is_now: AtomicBool,
}

impl Intercept for Busy {
    fn name(&self) -> &'static str {
        "Busy"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        let is_write = headers.get("x-amz-target").is_some_and(|it| it.contains("UpdateItem") || it.contains("Write"));
        let is_now =
            is_write && self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok();
        self.is_now.store(is_now, Ordering::SeqCst);
        if is_now {
            headers.insert("x-amz-target", "DynamoDB_20120810.Nothing");
        }
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if self.is_now.load(Ordering::SeqCst) {
            *context.response_mut() = HttpResponse::new(400_u16.try_into()?, self.answer.into());
        }
        Ok(())
    }
}

fn busy(table: &Table, times: usize, answer: &'static str) -> Table {
    let busy = Busy { answer, left: AtomicUsize::new(times), is_now: AtomicBool::new(false) };
    waiting_by(table, Waits::default()).config_override(|config| config.interceptor(busy))
}

const THROTTLED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}"#;
const CONTENDED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"None"}]}"#;
const INVALID: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "CancellationReasons":[{"Code":"None"},{"Code":"ValidationError"}]}"#;

#[tokio::test]
async fn where_dynamodb_is_busy_it_is_asked_again() {
    let engine = Engine::embedded();
    let table = engine.table::<Second>().await;
    firsts(&table).await;
    let add = |old: Indexed| old;
    let progress = Indexed::rewrite(add).send(&busy(&table, 3, THROTTLED)).await.expect("rewrite");
    assert_eq!(progress.rewritten, 2);
    let progress = Second::rewrite(second).send(&busy(&table, 3, CONTENDED)).await.expect("rewrite");
    assert_eq!((progress.rewritten, Second::scan().count(&table).await.expect("count")), (2, 2));
    // Not for ever, and not for what stays so.
    firsts(&table).await;
    let shout = |old: First| First { text: old.text.to_uppercase(), ..old };
    let stopped = First::rewrite(shout).send(&busy(&table, 8, THROTTLED)).await.expect_err("an error");
    assert!(stopped.error.is_retryable() && stopped.progress.read == 0, "{stopped:?}");
    Second::delete().id("c01").send(&table).await.expect("delete");
    Second::delete().id("c02").send(&table).await.expect("delete");
    let stopped = Second::rewrite(second).send(&busy(&table, 1, INVALID)).await.expect_err("an error");
    assert!(matches!(stopped.error, Error::Cancelled { .. }), "{stopped:?}");
}
