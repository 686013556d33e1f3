//! `batch_put`, `batch_delete`, `import` and `BatchWrite`.

use std::sync::{
    Arc,
    atomic::{AtomicU32, AtomicUsize, Ordering},
};

use dynaent::{BatchProgress, BatchWrite, Error, OnTable, Table};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::models::{Counter, Line, Source, line, lines};
use crate::harness::{Engine, both_ways, only_stored, stored};

both_ways! {
    any_number_is_written,
    items_are_stored_as_put_stores_them,
    any_number_is_deleted,
    entities_and_tables_are_mixed,
    of_two_writes_of_an_item_the_later_one_counts,
    an_item_is_never_in_two_requests_at_once,
    no_items_are_no_request,
    a_stream_is_taken_as_it_is_sent,
    progress_is_told,
    what_a_batch_cannot_check_is_refused,
    an_import_overwrites_any_version,
    requests_are_made_without_sending_them,
    a_batch_can_be_spawned,
}

async fn any_number_is_written(engine: Engine) {
    let table = engine.table::<Line>().await;
    let before = engine.sent();
    assert_eq!(Line::batch_put(lines(260)).send(&table).await.unwrap(), 260);
    assert_eq!(engine.sent() - before, 11);
    assert_eq!(Line::query().primary().source("a").all(&table).await.unwrap(), lines(260));
    assert_eq!(Line::query().by_text().text("line 7").all(&table).await.unwrap(), [line(7)]);
}

async fn items_are_stored_as_put_stores_them(engine: Engine) {
    let table = engine.table::<Line>().await;
    let line = Line { secret: Some("psst".into()), ..line(1) };
    Line::batch_put([line.clone()]).send(&table).await.unwrap();
    let batched = only_stored(&table).await;
    Line::put().item(line).send(&table).await.unwrap();
    assert_eq!(only_stored(&table).await, batched);
}

async fn any_number_is_deleted(engine: Engine) {
    let table = engine.table::<Line>().await;
    Line::import(lines(60)).send(&table).await.unwrap();
    let deletes = (10..70).map(|number| Line::delete().source("a").number(number));
    assert_eq!(Line::batch_delete(deletes).concurrency(3).send(&table).await.unwrap(), 60);
    assert_eq!(Line::query().primary().source("a").all(&table).await.unwrap(), lines(10));
}

async fn entities_and_tables_are_mixed(engine: Engine) {
    let table = engine.table::<(Line, Source)>().await;
    let archive = Table::new(table.client().clone(), "archive");
    archive.create_if_absent::<(Line, Source)>().await.unwrap();
    Line::import(lines(3)).send(&table).await.unwrap();
    let before = engine.sent();
    let written = BatchWrite::new()
        .item(Source::put().source("a"))
        .items((0..3).map(|number| Line::delete().source("a").number(number)))
        .items(lines(3).into_iter().map(|line| OnTable::new(&archive, Line::put().item(line))))
        .send(&table)
        .await;
    assert_eq!(written.unwrap(), 7);
    assert_eq!(engine.sent() - before, 1);
    assert_eq!(stored(&table).await.len(), 1);
    assert_eq!(Line::query().primary().source("a").all(&archive).await.unwrap(), lines(3));
}

async fn of_two_writes_of_an_item_the_later_one_counts(engine: Engine) {
    let table = engine.table::<Line>().await;
    let again = Line { text: "again".into(), ..line(1) };
    let written = BatchWrite::new()
        .item(Line::put().item(line(1)))
        .item(Line::put().item(line(2)))
        .item(Line::delete().source("a").number(2))
        .item(Line::put().item(again.clone()))
        .send(&table)
        .await;
    assert_eq!(written.unwrap(), 2);
    assert_eq!(Line::scan().all(&table).await.unwrap(), [again]);
}

/// The same few items again and again, by many requests: the last state of each is the last one given.
async fn an_item_is_never_in_two_requests_at_once(engine: Engine) {
    let table = engine.table::<Line>().await;
    for seed in 0..5 {
        let mut random = fastrand::Rng::with_seed(seed);
        let writes: Vec<Line> =
            (0..600).map(|turn| Line { text: format!("turn {turn}"), ..line(random.u32(0..40)) }).collect();
        let last = |number| writes.iter().rev().find(|line| line.number == number).cloned();
        let last: Vec<Line> = (0..40).filter_map(last).collect();
        Line::batch_put(writes.clone()).concurrency(8).send(&table).await.unwrap();
        assert_eq!(Line::query().primary().source("a").all(&table).await.unwrap(), last, "seed {seed}");
    }
}

async fn no_items_are_no_request(engine: Engine) {
    let table = engine.table::<Line>().await;
    assert_eq!(engine.unsent(Line::batch_put(lines(0)).send(&table)).await.unwrap(), 0);
    assert_eq!(engine.unsent(BatchWrite::new().send(&table)).await.unwrap(), 0);
    assert_eq!(engine.unsent(Line::batch_put(stream::empty::<Line>()).send(&table)).await.unwrap(), 0);
}

async fn a_stream_is_taken_as_it_is_sent(engine: Engine) {
    let table = engine.table::<Line>().await;
    let (taken, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let ahead = Arc::new(AtomicUsize::new(0));
    let items = {
        let (taken, done, ahead) = (Arc::clone(&taken), Arc::clone(&done), Arc::clone(&ahead));
        stream::iter(0..1000).map(move |number| {
            let now = taken.fetch_add(1, Ordering::SeqCst) + 1 - done.load(Ordering::SeqCst);
            ahead.fetch_max(now, Ordering::SeqCst);
            Ok::<_, std::io::Error>(line(number))
        })
    };
    let import = Line::import(items).concurrency(2);
    let import = import.on_progress(|progress| done.store(progress.done, Ordering::SeqCst));
    assert_eq!(import.send(&table).await.unwrap(), 1000);
    // Two requests on their way, and one that is made up.
    assert!(ahead.load(Ordering::SeqCst) <= 75, "{ahead:?}");
    assert_eq!(Line::scan().count(&table).await.unwrap(), 1000);
}

async fn progress_is_told(engine: Engine) {
    let table = engine.table::<Line>().await;
    let mut told: Vec<BatchProgress> = Vec::new();
    Line::batch_put(lines(60)).on_progress(|progress| told.push(progress)).send(&table).await.unwrap();
    let told: Vec<_> = told.iter().map(|told| (told.done, told.requests, told.unprocessed)).collect();
    assert_eq!(told, [(25, 1, 0), (50, 2, 0), (60, 3, 0)]);
}

async fn what_a_batch_cannot_check_is_refused(engine: Engine) {
    let table = engine.table::<(Line, Counter)>().await;
    let l = Line::attributes();
    let counter = Counter { id: "c".into(), count: 1, version: 0 };
    let batches = [
        BatchWrite::new().item(Line::put().item(line(1)).condition(l.text.eq("x"))),
        BatchWrite::new().item(Line::delete().source("a").number(1).condition(l.text.eq("x"))),
        BatchWrite::new().item(Counter::put().item(counter.clone())),
        Counter::batch_put([counter]),
    ];
    for batch in batches {
        let failed = engine.unsent(batch.send(&table)).await.unwrap_err();
        assert!(matches!(*failed.error, Error::Batch { .. }), "{failed}");
        assert_eq!((failed.written, failed.left.len(), failed.refused), (0, 0, vec![0]));
    }
}

async fn an_import_overwrites_any_version(engine: Engine) {
    let table = engine.table::<Counter>().await;
    let first = Counter::create().id("c").count(1).send(&table).await.unwrap();
    let second = Counter::put().item(first.clone()).send(&table).await.unwrap();
    assert_eq!(second.version, 2);
    // The version goes on from that of the item that is given.
    Counter::import([Counter { count: 7, ..first.clone() }]).send(&table).await.unwrap();
    let imported = Counter::get().id("c").send(&table).await.unwrap();
    assert_eq!(imported, Some(Counter { id: "c".into(), count: 7, version: 2 }));
}

async fn requests_are_made_without_sending_them(engine: Engine) {
    let requests = engine.unsent(Line::batch_put(lines(30)).requests("app").try_collect::<Vec<_>>()).await.unwrap();
    let items = requests.iter().map(|request| request.request_items().unwrap()["app"].as_slice());
    assert_eq!(items.clone().map(<[_]>::len).collect::<Vec<_>>(), [25, 5]);
    let put = Line::put().item(line(3)).request("app").unwrap();
    let put_request = items.clone().next().unwrap()[3].put_request().unwrap();
    assert_eq!(Some(&put_request.item), put.item());
}

async fn a_batch_can_be_spawned(engine: Engine) {
    let table = engine.table::<Line>().await;
    let count = Arc::new(AtomicU32::new(0));
    let items = stream::iter(lines(30));
    let (told, on) = (Arc::clone(&count), table.clone());
    let write = async move {
        let tell = move |_| {
            told.fetch_add(1, Ordering::SeqCst);
        };
        Line::batch_put(items).on_progress(tell).send(&on).await.map_err(Error::from)
    };
    assert_eq!(tokio::spawn(write).await.unwrap().unwrap(), 30);
    assert_eq!(count.load(Ordering::SeqCst), 2);
}
