//! Who observes requests is told of each once, and of no value.

mod retries;
mod spans;

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use aws_sdk_dynamodb::{
    config::{ConfigBag, Intercept, RuntimeComponents, interceptors::BeforeTransmitInterceptorContextRef},
    error::BoxError,
    types::ReturnConsumedCapacity,
};
use dynaent::{BatchWrite, Collection, Entity, Error, Observed, Observer, Table, TransactGet, TransactWrite};
use futures_util::{TryStreamExt, future::join_all};

use crate::harness::{Engine, both_ways};

both_ways! {
    each_request_is_told_once,
    pages_are_requests,
    transactions_are_told_as_one,
    batches_are_told_by_request,
    failures_are_told_by_their_code,
    no_value_is_told,
    capacity_is_asked_for_where_somebody_observes,
    what_capacity_to_ask_for_can_be_said,
    both_observers_are_told,
    requests_at_one_time_are_counted_apart,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "music", name = "Song", version = "1")]
#[index(primary, pk = [album], sk = [track], collection = "record")]
#[index(by_artist, gsi = "gsi1", pk = [artist], sk = [album])]
struct Song {
    album: String,
    #[attr(padding(2, "0"))]
    track: u32,
    artist: String,
    title: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "music", name = "Album", version = "1")]
#[index(primary, pk = [album], sk = [], collection = "record")]
struct Album {
    album: String,
    note: Option<String>,
}

#[derive(Debug, Collection)]
#[collection(name = "record")]
#[allow(dead_code)]
struct Record {
    songs: Vec<Song>,
    albums: Vec<Album>,
}

fn song(track: u32) -> Song {
    Song { album: "blue".into(), track, artist: "joni".into(), title: format!("No. {track}") }
}

/// What an observer was told, as it can be kept.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    operation: &'static str,
    entity: &'static str,
    index: Option<&'static str>,
    table: String,
    items: usize,
    capacity: Option<f64>,
    attempts: u32,
    duration: Duration,
    error: Option<String>,
    /// All of it.
    text: String,
}

/// Keeps what it is told.
#[derive(Debug, Default)]
struct Log(Mutex<Vec<Told>>);

impl Observer for Log {
    fn observe(&self, request: &Observed<'_>) {
        self.0.lock().expect("no panic").push(Told {
            operation: request.operation,
            entity: request.entity,
            index: request.index,
            table: request.table.to_owned(),
            items: request.items,
            capacity: request.capacity,
            attempts: request.attempts,
            duration: request.duration,
            error: request.error.map(str::to_owned),
            text: format!("{request:?}"),
        });
    }
}

impl Log {
    /// What it was told since it was asked last.
    fn take(&self) -> Vec<Told> {
        std::mem::take(&mut self.0.lock().expect("no panic"))
    }

    /// The only request of which it was told, which must have succeeded at once.
    #[track_caller]
    fn one(&self) -> (&'static str, &'static str, Option<&'static str>, usize) {
        let told = self.take();
        let [told] = told.as_slice() else { panic!("told of {} requests: {told:?}", told.len()) };
        assert!(told.capacity.is_some_and(|units| units > 0.0), "{told:?}");
        assert_eq!((told.table.as_str(), told.attempts, &told.error), ("app", 1, &None));
        (told.operation, told.entity, told.index, told.items)
    }
}

async fn observed(engine: &Engine) -> (Table, Arc<Log>) {
    let log = Arc::new(Log::default());
    (engine.table::<(Song, Album)>().await.observed(Arc::clone(&log)), log)
}

async fn each_request_is_told_once(engine: Engine) {
    let (table, log) = observed(&engine).await;
    assert_eq!(log.take(), [], "the requests that make a table are not told");

    Song::create().item(song(1)).send(&table).await.expect("create");
    assert_eq!(log.one(), ("create", "Song", None, 1));
    Song::put().item(song(2)).send(&table).await.expect("put");
    assert_eq!(log.one(), ("put", "Song", None, 1));
    Song::put().item(song(2)).return_old().send(&table).await.expect("put");
    assert_eq!(log.one(), ("put", "Song", None, 1));
    Song::upsert().item(song(3)).send(&table).await.expect("upsert");
    assert_eq!(log.one(), ("upsert", "Song", None, 1));
    Song::get().album("blue").track(1).send(&table).await.expect("get");
    assert_eq!(log.one(), ("get", "Song", None, 1));
    Song::get().album("blue").track(9).send(&table).await.expect("get");
    assert_eq!(log.one(), ("get", "Song", None, 0));
    let s = Song::attributes();
    Song::patch().album("blue").track(1).set(s.title, "River").send(&table).await.expect("patch");
    assert_eq!(log.one(), ("patch", "Song", None, 1));
    Album::update().album("blue").set(Album::attributes().note, "1971").send(&table).await.expect("update");
    assert_eq!(log.one(), ("update", "Album", None, 1));

    // Items of other entities came, and cost.
    Song::scan().all(&table).await.expect("scan");
    assert_eq!(log.one(), ("scan", "Song", None, 3));
    Song::scan().count(&table).await.expect("count");
    assert_eq!(log.one(), ("scan", "Song", None, 3));
    Song::query().primary().album("blue").count(&table).await.expect("count");
    assert_eq!(log.one(), ("query", "Song", None, 3));
    Song::query().by_artist().artist("joni").all(&table).await.expect("query");
    assert_eq!(log.one(), ("query", "Song", Some("gsi1"), 3));
    Song::query().by_artist().artist("joni").first(&table).await.expect("query");
    assert_eq!(log.one(), ("query", "Song", Some("gsi1"), 1));
    Song::query().by_artist().scan().all(&table).await.expect("scan");
    assert_eq!(log.one(), ("scan", "Song", Some("gsi1"), 3));
    Song::find().with(s.artist, "joni").all(&table).await.expect("find");
    assert_eq!(log.one(), ("query", "Song", Some("gsi1"), 3));
    Record::query().album("blue").send(&table).await.expect("query");
    assert_eq!(log.one(), ("query", "Song", None, 4));

    Song::remove().album("blue").track(1).send(&table).await.expect("remove");
    assert_eq!(log.one(), ("remove", "Song", None, 1));
    Song::delete().album("blue").track(9).send(&table).await.expect("delete");
    assert_eq!(log.one(), ("delete", "Song", None, 1));
    // What is refused before it is sent is no request.
    Song::get().album("").track(1).send(&table).await.expect_err("an empty key");
    assert_eq!(log.take(), []);
}

async fn pages_are_requests(engine: Engine) {
    let (table, log) = observed(&engine).await;
    for track in 1..=5 {
        Song::put().item(song(track)).send(&table).await.expect("put");
    }
    log.take();
    let items = |log: &Log| log.take().iter().map(|told| (told.index, told.items)).collect::<Vec<_>>();
    let begin = Instant::now();
    Song::query().primary().album("blue").limit(2).all(&table).await.expect("query");
    let longest = begin.elapsed();
    let told = log.take();
    assert_eq!(told.iter().map(|told| told.items).collect::<Vec<_>>(), [2, 2, 1]);
    let duration: Duration = told.iter().map(|told| told.duration).sum();
    assert!(duration > Duration::ZERO && duration <= longest, "{duration:?} of {longest:?}");
    Song::query().by_artist().artist("joni").limit(3).count(&table).await.expect("count");
    assert_eq!(items(&log), [(Some("gsi1"), 3), (Some("gsi1"), 2)]);
    Song::query().by_artist().artist("joni").limit(3).items(&table).try_collect::<Vec<_>>().await.expect("items");
    assert_eq!(items(&log), [(Some("gsi1"), 3), (Some("gsi1"), 2)]);
    Song::scan().limit(4).take(5, &table).await.expect("scan");
    assert_eq!(items(&log), [(None, 4), (None, 1)]);
    Song::scan().in_parallel(3).all(&table).await.expect("scan");
    assert_eq!(log.take().iter().map(|told| told.items).sum::<usize>(), 5);
}

async fn transactions_are_told_as_one(engine: Engine) {
    let (table, log) = observed(&engine).await;
    let both = TransactWrite::new().item(Song::create().item(song(1))).item(Album::put().album("blue"));
    both.send(&table).await.expect("a transaction");
    assert_eq!(log.one(), ("write transaction", "several entities", None, 2));
    let songs = TransactWrite::new().items((2..5).map(|track| Song::put().item(song(track))));
    songs.must_exist(Song::get().album("blue").track(1)).send(&table).await.expect("a transaction");
    assert_eq!(log.one(), ("write transaction", "Song", None, 4));
    let get = |track| Song::get().album("blue").track(track);
    TransactGet::new((get(1), get(9), get(2))).send(&table).await.expect("a transaction");
    assert_eq!(log.one(), ("read transaction", "Song", None, 2));
}

async fn batches_are_told_by_request(engine: Engine) {
    let (table, log) = observed(&engine).await;
    Song::batch_put((1..31).map(song)).send(&table).await.expect("a batch");
    let told: Vec<_> = log.take().into_iter().map(|told| (told.operation, told.entity, told.items)).collect();
    assert_eq!(told, [("batch write", "Song", 25), ("batch write", "Song", 5)]);
    BatchWrite::new()
        .item(Album::put().album("blue"))
        .item(Song::delete().album("blue").track(1))
        .send(&table)
        .await
        .expect("a batch");
    assert_eq!(log.one(), ("batch write", "several entities", None, 2));
    Song::batch_get((1..5).map(|track| Song::get().album("blue").track(track))).all(&table).await.expect("a batch");
    assert_eq!(log.one(), ("batch get", "Song", None, 3));
}

async fn failures_are_told_by_their_code(engine: Engine) {
    let (table, log) = observed(&engine).await;
    Song::create().item(song(1)).send(&table).await.expect("create");
    log.take();
    let failed = |operation: &str, items: usize| {
        let told = log.take();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!((told[0].operation, told[0].items, told[0].attempts), (operation, items, 1));
        assert_eq!(told[0].capacity, None);
        told[0].error.clone().expect("an error")
    };
    let taken = Song::create().item(song(1)).send(&table).await;
    assert!(matches!(taken, Err(Error::AlreadyExists { .. })));
    assert_eq!(failed("create", 0), "ConditionalCheckFailedException");
    // An outcome to its caller, a failed request to DynamoDB.
    Song::remove().album("blue").track(9).send_if(&table).await.expect("an outcome");
    assert_eq!(failed("remove", 0), "ConditionalCheckFailedException");
    let cancelled = TransactWrite::new().item(Song::create().item(song(1))).send(&table).await;
    assert!(matches!(cancelled, Err(Error::Cancelled { .. })));
    assert_eq!(failed("write transaction", 0), "TransactionCanceledException");

    let log = Arc::new(Log::default());
    let absent = engine.absent_table().observed(Arc::clone(&log));
    Song::query().by_artist().artist("joni").send(&absent).await.expect_err("no table");
    let told = log.take();
    assert_eq!((told[0].table.as_str(), told[0].index), ("absent", Some("gsi1")));
    assert_eq!(told[0].error.as_deref(), Some("ResourceNotFoundException"));
}

/// Sends all sorts of requests, those that fail included, with a value that is found again wherever it gets to.
async fn with_secret(table: &Table, secret: &str) {
    let secret = || secret.to_owned();
    let one = Song { album: secret(), track: 1, artist: secret(), title: secret() };
    let (s, get) = (Song::attributes(), || Song::get().album(secret()).track(1));
    Song::create().item(one.clone()).send(table).await.expect("create");
    Song::create().item(one.clone()).send(table).await.expect_err("it is there");
    Song::put().item(Song { track: 2, ..one.clone() }).send(table).await.expect("put");
    let patch = || Song::patch().album(secret()).track(1).set(s.title, secret());
    patch().condition(s.title.eq(secret())).send(table).await.expect("patch");
    patch().condition(s.title.ne(secret())).send(table).await.expect_err("it is");
    get().send(table).await.expect("get");
    let query = || Song::query().by_artist().artist(secret()).limit(1);
    let page = query().filter(s.title.eq(secret())).send(table).await.expect("query");
    query().after(page.cursor).all(table).await.expect("query");
    Song::scan().filter(s.title.eq(secret())).all(table).await.expect("scan");
    TransactGet::new((get(),)).send(table).await.expect("a transaction");
    TransactWrite::new().item(Song::create().item(one)).send(table).await.expect_err("it is there");
    Song::remove().album(secret()).track(1).send(table).await.expect("remove");
    Song::remove().album(secret()).track(1).send(table).await.expect_err("nothing is there");
}

async fn no_value_is_told(engine: Engine) {
    let (table, log) = observed(&engine).await;
    with_secret(&table, "hush").await;
    let told = log.take();
    assert_eq!(told.len(), 14);
    assert_eq!(told.iter().filter(|told| told.error.is_some()).count(), 4);
    assert!(told.iter().all(|told| !told.text.contains("hush")), "{told:#?}");
}

/// Keeps the requests as they leave the client.
#[derive(Debug, Clone, Default)]
struct Sent(Arc<Mutex<Vec<String>>>);

impl Intercept for Sent {
    fn name(&self) -> &'static str {
        "Sent"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.request().body().bytes().expect("a whole request");
        self.0.lock().expect("no panic").push(String::from_utf8(body.to_vec())?);
        Ok(())
    }
}

impl Sent {
    /// What was sent since it was asked last: how many requests, and how many of them ask for their cost.
    fn take(&self) -> (usize, usize) {
        let sent = std::mem::take(&mut *self.0.lock().expect("no panic"));
        (sent.len(), sent.iter().filter(|body| body.contains(r#""ReturnConsumedCapacity":"TOTAL""#)).count())
    }
}

async fn capacity_is_asked_for_where_somebody_observes(engine: Engine) {
    let sent = Sent::default();
    let table = engine.table::<(Song, Album)>().await.config_override(|config| config.interceptor(sent.clone()));
    with_secret(&table, "a").await;
    assert_eq!(sent.take(), (14, 0));
    with_secret(&table.observed(|_: &Observed<'_>| {}), "b").await;
    assert_eq!(sent.take(), (14, 14));
    // Nobody observes the table itself still.
    with_secret(&table, "c").await;
    assert_eq!(sent.take(), (14, 0));
}

async fn what_capacity_to_ask_for_can_be_said(engine: Engine) {
    let (table, log) = observed(&engine).await;
    let put = |track, ask: ReturnConsumedCapacity| {
        Song::put().item(song(track)).customize(|input| input.return_consumed_capacity(ask)).send(&table)
    };
    put(1, ReturnConsumedCapacity::None).await.expect("put");
    put(2, ReturnConsumedCapacity::Indexes).await.expect("put");
    let units: Vec<_> = log.take().iter().map(|told| told.capacity).collect();
    // One for the table, and one for the index.
    assert_eq!(units, [None, Some(2.0)]);
}

async fn both_observers_are_told(engine: Engine) {
    let (table, log) = observed(&engine).await;
    let other = Arc::new(Log::default());
    Song::put().item(song(1)).send(&table.observed(Arc::clone(&other))).await.expect("put");
    assert_eq!(log.one(), ("put", "Song", None, 1));
    assert_eq!(other.one(), ("put", "Song", None, 1));
    // It was for that request.
    Song::put().item(song(1)).send(&table).await.expect("put");
    assert_eq!((log.take().len(), other.take().len()), (1, 0));
    // Another configuration, the same observer.
    let sent = Sent::default();
    let table = table.config_override(|config| config.interceptor(sent.clone()));
    Song::put().item(song(1)).send(&table.clone()).await.expect("put");
    assert_eq!((log.one(), sent.take()), (("put", "Song", None, 1), (1, 1)));
}

async fn requests_at_one_time_are_counted_apart(engine: Engine) {
    let (table, log) = observed(&engine).await;
    join_all((0..20).map(|track| Song::put().item(song(track)).send(&table))).await;
    let told = log.take();
    assert_eq!(told.len(), 20);
    assert!(told.iter().all(|told| told.attempts == 1 && told.error.is_none()), "{told:#?}");
}
