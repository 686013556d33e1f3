//! How often the SDK has sent a request. What the engine does not do, fail and then succeed, is doctored: embedded only.

use std::{
    future::Future,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Waker},
};

use aws_sdk_dynamodb::{
    config::{
        AsyncSleep, ConfigBag, Intercept, RuntimeComponents, interceptors::BeforeSerializationInterceptorContextRef,
        retry::RetryConfig,
    },
    error::BoxError,
};
use dynaent::Table;

use super::{Log, Song, observed, song};
use crate::{
    doctored::{Naps, doctored},
    harness::Engine,
};

/// A table whose first answers to writes are failures of DynamoDB, of a client that tries so often.
fn failing(table: &Table, failures: usize, attempts: u32) -> (Table, Naps) {
    let (naps, answers) = (Naps::default(), AtomicUsize::new(0));
    let table = doctored(table, move |operation, _| {
        let fails = operation == "PutItem" && answers.fetch_add(1, Ordering::SeqCst) < failures;
        fails.then(|| (500, r#"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}"#.to_owned()))
    });
    let retries = RetryConfig::standard().with_max_attempts(attempts);
    let timer = naps.clone();
    (table.config_override(|config| config.retry_config(retries).sleep_impl(timer)), naps)
}

#[tokio::test]
async fn retries_are_counted() {
    let (table, log) = observed(&Engine::embedded()).await;
    let (table, naps) = failing(&table, 2, 3);
    Song::put().item(song(1)).send(&table).await.expect("put");
    Song::put().item(song(1)).send(&table).await.expect("put");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.attempts, told.items, told.error)).collect();
    assert_eq!(told, [(3, 1, None), (1, 1, None)]);
    assert_eq!(naps.count(), 2);
}

#[tokio::test]
async fn a_request_is_told_once_when_its_attempts_are_used_up() {
    let (table, log) = observed(&Engine::embedded()).await;
    let (table, _) = failing(&table, 9, 4);
    Song::put().item(song(1)).send(&table).await.expect_err("nine failures");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.attempts, told.items, told.error)).collect();
    assert_eq!(told, [(4, 0, Some("InternalServerError".to_owned()))]);
}

#[tokio::test]
async fn what_does_not_reach_dynamodb_is_told_by_the_kind_of_failure() {
    let log = Arc::new(Log::default());
    // Nobody listens on the port of discarded packets.
    let engine = Engine::at(SocketAddr::from(([127, 0, 0, 1], 9)));
    let table = engine.absent_table().observed(Arc::clone(&log));
    Song::put().item(song(1)).send(&table).await.expect_err("no engine");
    // It does not get as far as to be sent.
    let broken = table.config_override(|config| config.interceptor(Broken));
    Song::put().item(song(1)).send(&broken).await.expect_err("an interceptor");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.attempts, told.error)).collect();
    let kinds = ["DispatchFailure", "ConstructionFailure"].map(|kind| Some(kind.to_owned()));
    assert_eq!(told, [(1, kinds[0].clone()), (0, kinds[1].clone())]);
}

/// Refuses every request.
#[derive(Debug)]
struct Broken;

impl Intercept for Broken {
    fn name(&self) -> &'static str {
        "Broken"
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        Err("broken".into())
    }
}

/// Waits until it is let go on.
#[derive(Debug, Clone, Default)]
struct Gate(Arc<Mutex<Vec<tokio::sync::oneshot::Sender<()>>>>);

impl AsyncSleep for Gate {
    fn sleep(&self, _: std::time::Duration) -> aws_sdk_dynamodb::config::Sleep {
        let (open, opened) = tokio::sync::oneshot::channel();
        self.0.lock().expect("no panic").push(open);
        aws_sdk_dynamodb::config::Sleep::new(async { drop(opened.await) })
    }
}

#[tokio::test]
async fn a_request_keeps_its_number_while_others_are_sent() {
    let (table, log) = observed(&Engine::embedded()).await;
    let (gate, (table, _)) = (Gate::default(), failing(&table, 2, 3));
    let timer = gate.clone();
    let table = table.config_override(|config| config.sleep_impl(timer));
    let mut slow = Box::pin(Song::put().item(song(1)).send(&table));
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..2 {
        assert!(slow.as_mut().poll(&mut context).is_pending());
        // On the same thread, while the first one waits for its next attempt.
        Song::get().album("blue").track(1).send(&table).await.expect("get");
        gate.0.lock().expect("no panic").drain(..).for_each(|open| open.send(()).expect("somebody waits"));
    }
    slow.await.expect("put");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.operation, told.attempts)).collect();
    assert_eq!(told, [("get", 1), ("get", 1), ("put", 3)]);
}

#[tokio::test]
async fn a_request_that_is_dropped_is_not_told() {
    let (table, log) = observed(&Engine::embedded()).await;
    let (table, _) = failing(&table, 1, 3);
    let table = table.config_override(|config| config.sleep_impl(Gate::default()));
    let mut slow = Box::pin(Song::put().item(song(1)).send(&table));
    assert!(slow.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(slow);
    Song::get().album("blue").track(1).send(&table).await.expect("get");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.operation, told.attempts)).collect();
    assert_eq!(told, [("get", 1)]);
}
