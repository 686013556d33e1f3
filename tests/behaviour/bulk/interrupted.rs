//! Work that is interrupted, wherever it is, and goes on.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use aws_sdk_dynamodb::{
    config::{ConfigBag, Intercept, RuntimeComponents, interceptors::BeforeTransmitInterceptorContextRef},
    error::BoxError,
};
use dynaent::{Error, Rewrite, Table};

use super::{
    export::kept,
    models::{Blog, First, Indexed, Note, Second, first, second},
};
use crate::harness::{Engine, both_ways, stored};

both_ways! {
    a_raised_version_is_the_same_after_any_interruption,
    a_back_fill_is_the_same_after_any_interruption,
    what_is_done_is_not_read_again,
    a_wrong_checkpoint_is_refused,
}

/// Lets so many requests pass, and no more.
#[derive(Debug, Clone)]
struct Fuse(Arc<AtomicUsize>);

impl Intercept for Fuse {
    fn name(&self) -> &'static str {
        "Fuse"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let left = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        left.map(drop).map_err(|_| "the line is cut".into())
    }
}

fn fused(table: &Table, requests: usize) -> Table {
    table.config_override(|config| config.interceptor(Fuse(Arc::new(AtomicUsize::new(requests)))))
}

const FEW: usize = 5;

/// A few comments of the first version, and nothing else but notes.
async fn refill(table: &Table) {
    for item in stored(table).await {
        let delete = table.client().delete_item().table_name(table.name());
        delete.key("pk", item["pk"].clone()).key("sk", item["sk"].clone()).send().await.expect("delete");
    }
    for number in 0..FEW {
        First::put().item(first(number)).send(table).await.expect("put");
        Note::put().id(format!("n{number}")).send(table).await.expect("put");
    }
}

/// Interrupts the work after each number of requests, and goes on until it is done.
async fn interrupt<Old, New>(engine: &Engine, table: &Table, rewrite: impl Fn() -> Rewrite<'static, Old, New>)
where
    Old: dynaent::Entity,
    New: dynaent::Entity,
{
    refill(table).await;
    let progress = rewrite().send(table).await.expect("rewrite");
    assert_eq!(progress.read, FEW);
    let whole = stored(table).await;
    // Over HTTP the same takes long.
    let segments: &[u32] = if engine.over_http { &[3] } else { &[1, 2, 3] };
    for segments in segments {
        for requests in 0.. {
            refill(table).await;
            let rewrite = || rewrite().segments(*segments);
            let stopped = match rewrite().send(&fused(table, requests)).await {
                Ok(_) => break,
                Err(stopped) => stopped,
            };
            assert!(matches!(stopped.error, Error::Request { .. }), "{stopped:?}");
            let rest = rewrite().resume(kept(&stopped.progress.checkpoint)).send(table).await.expect("rewrite");
            assert!(rest.checkpoint.is_done());
            assert_eq!(stored(table).await, whole, "after {requests} requests in {segments} segments");
        }
    }
}

async fn a_raised_version_is_the_same_after_any_interruption(engine: Engine) {
    let table = engine.table::<Second>().await;
    interrupt(&engine, &table, || Second::rewrite(second).scan(First::scan().limit(2)).concurrency(2)).await;
    assert_eq!(Blog::scan().count(&table).await.expect("count"), 2 * FEW);
}

async fn a_back_fill_is_the_same_after_any_interruption(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    let add = |old: Indexed| Indexed { author: old.author.or_else(|| Some("nobody".into())), ..old };
    interrupt(&engine, &table, || Indexed::rewrite(add).scan(Indexed::scan().limit(2))).await;
}

async fn what_is_done_is_not_read_again(engine: Engine) {
    let table = engine.table::<Second>().await;
    refill(&table).await;
    let told = Mutex::new(Vec::new());
    let rewrite = || Second::rewrite(|_: First| None::<Second>).scan(First::scan().limit(1));
    let all = rewrite().on_progress(|progress| told.lock().expect("no panic").push(progress.clone()));
    all.send(&table).await.expect("rewrite");
    for progress in told.into_inner().expect("no panic") {
        let rest = rewrite().resume(progress.checkpoint).send(&table).await.expect("rewrite");
        assert_eq!(progress.read + rest.read, FEW);
    }
}

async fn a_wrong_checkpoint_is_refused(engine: Engine) {
    let table = engine.table::<Second>().await;
    refill(&table).await;
    let done = Second::rewrite(second).send(&table).await.expect("rewrite").checkpoint;
    let other = Second::rewrite(|old: Second| old).resume(done.clone());
    let stopped = engine.unsent(other.send(&table)).await.expect_err("an error");
    assert!(matches!(stopped.error, Error::Checkpoint { entity: "Comment", .. }), "{stopped:?}");
    assert_eq!(stopped.progress.checkpoint, done);
    let stopped = engine.unsent(Second::rewrite(second).segments(2).resume(done.clone()).send(&table)).await;
    assert!(matches!(stopped.expect_err("an error").error, Error::Checkpoint { .. }));
    // The end of the same work is no mistake.
    assert_eq!(engine.unsent(Second::rewrite(second).resume(done).send(&table)).await.expect("rewrite").read, 0);
}
