//! What is left, given back, and tried again.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use aws_sdk_dynamodb::config::{
    ConfigBag, Intercept, RuntimeComponents, interceptors::BeforeTransmitInterceptorContextMut,
};
use dynaent::{BatchWrite, Error, Table};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};

use super::models::{Line, line, lines};
use crate::{
    doctored::{Naps, doctored},
    harness::{Engine, both_ways},
};

both_ways! {
    what_cannot_be_written_ends_the_batch,
    all_of_an_iterator_is_given_back,
    what_a_stream_has_left_stays_in_it,
    a_source_that_fails_ends_the_batch,
    a_request_that_is_refused_is_not_made_again,
}

async fn what_cannot_be_written_ends_the_batch(engine: Engine) {
    let table = engine.table::<Line>().await;
    let nameless = Line { source: String::new(), ..line(30) };
    let items = lines(30).into_iter().chain([nameless.clone(), line(31), nameless, line(33)]);
    let failed = Line::batch_put(items).send(&table).await.unwrap_err();
    assert!(matches!(&*failed.error, Error::Key(key) if key.attribute == Some("source")), "{failed}");
    assert_eq!((failed.written, failed.refused.as_slice()), (25, [30, 32].as_slice()));
    assert!(failed.to_string().starts_with("part 30 of the batch: "), "{failed}");
    let left: Vec<_> = failed.left.iter().map(|part| part.item::<Line>().unwrap().unwrap()).collect();
    assert_eq!(left.iter().map(|line| line.number).collect::<Vec<_>>(), [25, 26, 27, 28, 29, 31, 33]);
    assert_eq!(Line::query().primary().source("a").all(&table).await.unwrap(), lines(25));
    assert_eq!(failed.left[0].to_string(), "put of Line with pk \"$log#source_a\", sk \"$line_1#number_00025\"");
    // What was given back can be written as it is.
    assert_eq!(BatchWrite::new().items(failed.left).send(&table).await.unwrap(), 7);
    assert_eq!(Line::query().primary().source("a").count(&table).await.unwrap(), 32);
}

async fn all_of_an_iterator_is_given_back(engine: Engine) {
    let table = engine.absent_table();
    let items = lines(500).into_iter().map(|line| Line { secret: Some(format!("{}", line.number)), ..line });
    let failed = Line::batch_put(items).concurrency(4).send(&table).await.unwrap_err();
    assert!(matches!(*failed.error, Error::Request { operation: "batch write", entity: "Line", .. }), "{failed}");
    assert_eq!((failed.written, failed.left.len(), failed.refused.len()), (0, 500, 0));
    let table = engine.table::<Line>().await;
    BatchWrite::new().items(failed.left).send(&table).await.unwrap();
    assert_eq!(Line::query().primary().source("a").all(&table).await.unwrap(), lines(500));
    // What is hidden too.
    let l = Line::attributes();
    assert_eq!(Line::scan().filter(l.secret.eq("499")).all(&table).await.unwrap(), [line(499)]);
}

async fn what_a_stream_has_left_stays_in_it(engine: Engine) {
    let table = engine.absent_table();
    let mut items = stream::iter(lines(500));
    let failed = Line::batch_put(&mut items).concurrency(2).send(&table).await.unwrap_err();
    let rest: Vec<Line> = items.collect().await;
    assert!(failed.left.len() <= 75, "{}", failed.left.len());
    assert_eq!(failed.left.len() + rest.len(), 500);
    assert_eq!(rest.last(), Some(&line(499)));
}

async fn a_source_that_fails_ends_the_batch(engine: Engine) {
    let table = engine.table::<Line>().await;
    let items = lines(30).into_iter().map(Ok).chain([Err(std::io::Error::other("the file ends here"))]);
    let failed = Line::import(stream::iter(items)).send(&table).await.unwrap_err();
    assert!(matches!(&*failed.error, Error::Source(error) if error.to_string() == "the file ends here"));
    assert_eq!((failed.written, failed.left.len(), failed.refused.len()), (25, 5, 0));
}

async fn a_request_that_is_refused_is_not_made_again(engine: Engine) {
    let table = engine.absent_table();
    let before = engine.sent();
    Line::batch_put(lines(3)).send(&table).await.unwrap_err();
    Line::batch_get([Line::get().source("a").number(1)]).all(&table).await.unwrap_err();
    assert_eq!(engine.sent() - before, 2);
}

/// An engine that processes of each batch only the first so many parts, as often as it is told to.
#[derive(Debug, Clone)]
struct Sluggish {
    first: usize,
    times: Arc<AtomicUsize>,
    kept: Arc<std::sync::Mutex<Value>>,
}

impl Sluggish {
    fn table(table: &Table, first: usize, times: usize) -> (Table, Naps) {
        let (naps, kept) = (Naps::default(), Arc::new(std::sync::Mutex::new(json!({}))));
        let sluggish = Self { first, times: Arc::new(times.into()), kept: Arc::clone(&kept) };
        let table = table.config_override(|config| config.interceptor(sluggish).sleep_impl(naps.clone()));
        let table = doctored(&table, move |operation, answer| {
            let field = match operation {
                "BatchWriteItem" => "UnprocessedItems",
                "BatchGetItem" => "UnprocessedKeys",
                _ => return None,
            };
            let mut answer: Value = serde_json::from_str(answer).ok()?;
            answer[field] = kept.lock().unwrap().take();
            Some((200, answer.to_string()))
        });
        (table, naps)
    }

    /// Takes all but the first so many parts out of a request.
    fn take(&self, request: &mut Value) -> Value {
        let mut kept = json!({});
        let first = if self.times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1)).is_ok()
        {
            self.first
        } else {
            usize::MAX
        };
        for (table, parts) in request["RequestItems"].as_object_mut().unwrap() {
            let list = if parts.is_array() { &mut *parts } else { &mut parts["Keys"] };
            let list = list.as_array_mut().unwrap();
            let rest = list.split_off(first.min(list.len()));
            if !rest.is_empty() {
                kept[table] = if parts.is_array() { json!(rest) } else { json!({ "Keys": rest }) };
            }
        }
        kept
    }
}

impl Intercept for Sluggish {
    fn name(&self) -> &'static str {
        "Sluggish"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), aws_sdk_dynamodb::error::BoxError> {
        let request = context.request_mut();
        let mut body: Value = serde_json::from_slice(request.body().bytes().expect("a whole request"))?;
        if body.get("RequestItems").is_some() {
            *self.kept.lock().unwrap() = self.take(&mut body);
            *request.body_mut() = body.to_string().into();
        }
        Ok(())
    }
}

#[tokio::test]
async fn what_is_unprocessed_is_sent_again() {
    let engine = Engine::embedded();
    let whole = engine.table::<Line>().await;
    // Of 25, 10 are processed, then 10 of 15, then the other 5.
    let (table, naps) = Sluggish::table(&whole, 10, 2);
    let mut told = Vec::new();
    let put = Line::batch_put(lines(25)).on_progress(|progress| told.push(progress));
    assert_eq!(put.send(&table).await.unwrap(), 25);
    assert_eq!(naps.count(), 2);
    let told: Vec<_> = told.iter().map(|told| (told.done, told.requests, told.unprocessed)).collect();
    assert_eq!(told, [(25, 3, 20)]);
    assert_eq!(Line::query().primary().source("a").all(&whole).await.unwrap(), lines(25));

    let (table, naps) = Sluggish::table(&whole, 10, 2);
    let gets = (0..25).map(|number| Line::get().source("a").number(number));
    assert_eq!(Line::batch_get(gets).all(&table).await.unwrap(), lines(25));
    assert_eq!(naps.count(), 0);
}

#[tokio::test]
async fn what_is_never_processed_is_given_back() {
    let engine = Engine::embedded();
    let whole = engine.table::<Line>().await;
    let (table, naps) = Sluggish::table(&whole, 20, 1);
    Line::batch_put(lines(25)).send(&table).await.unwrap();
    // 20 of the first request, and nothing more.
    let (table, naps_of_none) = (Sluggish::table(&whole, 0, 1000).0, naps);
    assert_eq!(naps_of_none.count(), 1);
    let failed = Line::batch_put(lines(60)).attempts(3).send(&table).await.unwrap_err();
    let Error::Unprocessed { operation: "batch write", entity: "Line", keys, .. } = &*failed.error else {
        panic!("{failed}");
    };
    assert_eq!((keys.len(), failed.left.len(), failed.written), (25, 60, 0));
    assert!(failed.error.is_retryable());
    let numbers: Vec<_> = failed.left.iter().map(|part| part.item::<Line>().unwrap().unwrap().number).collect();
    assert_eq!(numbers, (0..60).collect::<Vec<_>>());

    let gets = (0..25).map(|number| Line::get().source("a").number(number));
    let error = Line::batch_get(gets).attempts(2).all(&table).await.unwrap_err();
    assert!(matches!(&error, Error::Unprocessed { operation: "batch get", keys, .. } if keys.len() == 25), "{error}");
    assert!(error.to_string().contains("pk \"$log#source_a\""), "{error}");
}

/// So many requests are answered by an error.
fn failing(table: &Table, times: usize, status: u16, code: &'static str) -> (Table, Naps) {
    let (naps, left) = (Naps::default(), AtomicUsize::new(times));
    let table = table.config_override(|config| config.sleep_impl(naps.clone()));
    let table = doctored(&table, move |_, _| {
        left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).ok()?;
        Some((
            status,
            json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{code}"), "message": "no" }).to_string(),
        ))
    });
    (table, naps)
}

#[tokio::test]
async fn what_may_pass_is_tried_again() {
    let engine = Engine::embedded();
    let whole = engine.table::<Line>().await;
    for (status, code) in
        [(400, "ProvisionedThroughputExceededException"), (400, "ThrottlingException"), (500, "InternalServerError")]
    {
        let (table, naps) = failing(&whole, 3, status, code);
        assert_eq!(Line::batch_put(lines(5)).send(&table).await.unwrap(), 5, "{code}");
        assert_eq!(naps.count(), 3, "{code}");
        let (table, _) = failing(&whole, 3, status, code);
        let gets = (0..5).map(|number| Line::get().source("a").number(number));
        assert_eq!(Line::batch_get(gets).all(&table).await.unwrap(), lines(5), "{code}");

        let (table, naps) = failing(&whole, 3, status, code);
        let failed = Line::batch_put(lines(5)).attempts(3).send(&table).await.unwrap_err();
        assert!(matches!(*failed.error, Error::Request { .. }), "{failed}");
        assert_eq!((failed.left.len(), naps.count()), (5, 2));
    }
    let (table, naps) = failing(&whole, 1, 400, "AccessDeniedException");
    assert_eq!(Line::batch_put(lines(5)).send(&table).await.unwrap_err().left.len(), 5);
    assert_eq!(naps.count(), 0);
}

/// Of a hundred items at fifty a second, each request but the first waits for those before it.
#[tokio::test]
async fn a_rate_is_kept() {
    let engine = Engine::embedded();
    let table = engine.table::<Line>().await;
    let naps = Naps::default();
    let timer = naps.clone();
    let paced = table.config_override(|config| config.sleep_impl(timer));
    Line::import(lines(100)).rate(50).send(&paced).await.unwrap();
    assert_eq!(naps.count(), 3);
    let gets = (0..250).map(|number| Line::get().source("a").number(number));
    assert_eq!(Line::batch_get(gets).rate(50).all(&paced).await.unwrap(), lines(100));
    assert_eq!(naps.count(), 5);
}

/// An answer holds 16 MB: the engine itself leaves the rest unprocessed.
#[tokio::test]
async fn more_than_an_answer_holds_is_read() {
    let engine = Engine::embedded();
    let table = engine.table::<Line>().await;
    // The text is in an index's key, and cannot be long.
    let heavy = |number| Line { secret: Some("x".repeat(390_000)), ..line(number) };
    Line::import((0..50).map(heavy)).send(&table).await.unwrap();
    let (before, mut told) = (engine.sent(), Vec::new());
    let gets = (0..50).map(|number| Line::get().source("a").number(number));
    let read = Line::batch_get(gets).on_progress(|progress| told.push(progress)).all(&table).await.unwrap();
    assert_eq!(read, lines(50));
    assert_eq!(engine.sent() - before, 2);
    assert!(told[0].unprocessed > 0, "{told:?}");
}

/// Over HTTP alone: the embedded engine answers before anybody can give up.
#[tokio::test]
async fn what_a_dropped_batch_has_told_is_written() {
    let engine = Engine::over_http().await;
    let table = engine.table::<Line>().await;
    for enough in [25, 100, 300] {
        let (done, enough_is_done) = (Arc::new(AtomicUsize::new(0)), tokio::sync::Notify::new());
        let import = Line::import(lines(500)).concurrency(3).on_progress(|progress| {
            done.store(progress.done, Ordering::SeqCst);
            if progress.done >= enough {
                enough_is_done.notify_one();
            }
        });
        tokio::select! {
            biased;
            () = enough_is_done.notified() => {}
            written = import.send(&table) => panic!("{written:?} were written before it was dropped"),
        }
        let written = Line::query().primary().source("a").all(&table).await.unwrap();
        assert!(
            (enough..500).contains(&written.len()) && written.len() >= done.load(Ordering::SeqCst),
            "{}",
            written.len()
        );
        assert!(written.iter().all(|found| *found == line(found.number)));
        // Nothing is under way any more but what the engine had been sent.
        let deletes = (0..500).map(|number| Line::delete().source("a").number(number));
        Line::batch_delete(deletes).send(&table).await.unwrap();
    }
}
