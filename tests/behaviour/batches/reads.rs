//! `batch_get` and `BatchGet`.

use dynaent::{BatchGet, Error, Expiry, JsNumber, OnTable, Table};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::models::{Line, Sample, Source, line, lines};
use crate::harness::{Engine, both_ways, item, n, put_raw, s};

both_ways! {
    any_number_is_read_in_order,
    what_is_not_there_is_told,
    an_item_that_is_asked_for_twice_is_read_once,
    entities_and_tables_are_read_together,
    consistent_gets_have_requests_of_their_own,
    numbers_in_keys_are_found_however_they_are_written,
    items_are_a_stream_of_a_stream,
    an_item_that_cannot_be_read_is_an_error,
    what_is_no_whole_item_is_refused,
    no_gets_are_no_request,
}

async fn any_number_is_read_in_order(engine: Engine) {
    let table = engine.table::<Line>().await;
    Line::import(lines(260)).send(&table).await.unwrap();
    let numbers: Vec<u32> = (0..260).rev().collect();
    let before = engine.sent();
    let gets = numbers.iter().map(|number| Line::get().source("a").number(*number));
    let read = Line::batch_get(gets).concurrency(3).all(&table).await.unwrap();
    assert_eq!(engine.sent() - before, 3);
    assert_eq!(read.iter().map(|line| line.number).collect::<Vec<_>>(), numbers);
}

async fn what_is_not_there_is_told(engine: Engine) {
    let table = engine.table::<(Line, Source)>().await;
    let expired = Line { until: Some(Expiry::at(1)), ..line(2) };
    Line::import([line(1), expired.clone()]).send(&table).await.unwrap();
    // An item of another entity under a key of this one.
    let foreign = [("pk", s("$log#source_a")), ("sk", s("$line_1#number_00003")), ("__edb_e__", s("Other"))];
    put_raw(&table, item(foreign)).await;
    let get = |number| Line::get().source("a").number(number);
    let read = Line::batch_get((0..4).map(get)).send(&table).await.unwrap();
    assert_eq!(read, [None, Some(line(1)), None, None]);
    assert_eq!(Line::batch_get((0..4).map(get)).all(&table).await.unwrap(), [line(1)]);
    let read = Line::batch_get((1..3).map(|number| get(number).with_expired())).all(&table).await.unwrap();
    assert_eq!(read, [line(1), expired]);
    assert_eq!(BatchGet::new([get(0), get(1)]).send(&table).await.unwrap(), [None, Some(line(1))]);
}

async fn an_item_that_is_asked_for_twice_is_read_once(engine: Engine) {
    let table = engine.table::<Line>().await;
    Line::import(lines(2)).send(&table).await.unwrap();
    let get = |number| Line::get().source("a").number(number);
    let read = Line::batch_get([1, 0, 1, 5, 5].map(get)).send(&table).await.unwrap();
    assert_eq!(read, [Some(line(1)), Some(line(0)), Some(line(1)), None, None]);
    // A hundred items, each twice, are one request.
    let before = engine.sent();
    Line::batch_get((0..200).map(|number| get(number / 2))).all(&table).await.unwrap();
    assert_eq!(engine.sent() - before, 1);
}

async fn entities_and_tables_are_read_together(engine: Engine) {
    let table = engine.table::<(Line, Source)>().await;
    let archive = Table::new(table.client().clone(), "archive");
    archive.create_if_absent::<(Line, Source)>().await.unwrap();
    Source::put().source("a").send(&table).await.unwrap();
    Line::import([line(1)]).send(&table).await.unwrap();
    Line::import([line(2)]).send(&archive).await.unwrap();
    let get = |number| Line::get().source("a").number(number);
    let gets = (Source::get().source("a"), vec![get(1), get(2)], OnTable::new(&archive, get(2)));
    let before = engine.sent();
    let (source, lines, archived) = BatchGet::new(gets).send(&table).await.unwrap();
    assert_eq!(engine.sent() - before, 1);
    assert_eq!(source, Some(Source { source: "a".into() }));
    assert_eq!(lines, [Some(line(1)), None]);
    assert_eq!(archived, Some(line(2)));
}

async fn consistent_gets_have_requests_of_their_own(engine: Engine) {
    let get = |number| Line::get().source("a").number(number);
    let gets = vec![get(1).consistent(), get(2).consistent(), get(3), get(4)];
    let requests = BatchGet::new(gets).requests("app").try_collect::<Vec<_>>();
    let requests = engine.unsent(requests).await.unwrap();
    let of_table = requests.iter().map(|request| &request.request_items().unwrap()["app"]);
    let consistent: Vec<_> = of_table.map(|keys| (keys.consistent_read(), keys.keys().len())).collect();
    assert_eq!(consistent, [(Some(true), 2), (None, 2)]);

    let table = engine.table::<Line>().await;
    Line::import(lines(2)).send(&table).await.unwrap();
    let read = BatchGet::new((get(0).consistent(), get(1), get(0))).send(&table).await.unwrap();
    assert_eq!(read, (Some(line(0)), Some(line(1)), Some(line(0))));
}

async fn numbers_in_keys_are_found_however_they_are_written(engine: Engine) {
    let table = engine.table::<Sample>().await;
    let at = [1e21, 0.5, 1e-7, 100.0].map(|at| JsNumber::try_from(at).unwrap());
    let samples = at.map(|at| Sample { series: 1, at, value: 1 });
    Sample::batch_put(samples.clone()).send(&table).await.unwrap();
    let read = Sample::batch_get(at.map(|at| Sample::get().series(1).at(at))).all(&table).await.unwrap();
    assert_eq!(read, samples);
    let deletes = at.map(|at| Sample::delete().series(1).at(at));
    Sample::batch_delete(deletes).send(&table).await.unwrap();
    assert_eq!(Sample::scan().all(&table).await.unwrap(), []);
}

async fn items_are_a_stream_of_a_stream(engine: Engine) {
    let table = engine.table::<Line>().await;
    Line::import(lines(250)).send(&table).await.unwrap();
    // Each get follows from what a query reads.
    let keys = Line::query().primary().source("a").items(&table);
    let gets = keys.map_ok(|line| Line::get().source(line.source).number(line.number));
    let read = tokio::spawn(Line::batch_get(gets).items(&table).try_collect::<Vec<_>>());
    assert_eq!(read.await.unwrap().unwrap(), lines(250));

    // What was asked for before the source failed, is read.
    let gets = (0..3).map(|number| Ok(Line::get().source("a").number(number)));
    let gets = stream::iter(gets.chain([Err("no more")]));
    let read: Vec<_> = Line::batch_get(gets).items(&table).collect().await;
    let (found, failed) = read.split_at(3);
    assert_eq!(found.iter().map(|line| line.as_ref().unwrap().clone()).collect::<Vec<_>>(), lines(3));
    assert!(matches!(failed, [Err(Error::Source(error))] if error.to_string() == "no more"));
}

async fn an_item_that_cannot_be_read_is_an_error(engine: Engine) {
    let table = engine.table::<Line>().await;
    Line::import(lines(1)).send(&table).await.unwrap();
    let mut broken = Line::put().item(line(1)).request("app").unwrap().item.unwrap();
    broken.insert("text".to_owned(), n(1));
    put_raw(&table, broken).await;
    let gets = || [0, 1].map(|number| Line::get().source("a").number(number));
    for error in
        [Line::batch_get(gets()).all(&table).await.unwrap_err(), BatchGet::new(gets()).send(&table).await.unwrap_err()]
    {
        assert!(matches!(&error, Error::Item(item) if item.entity == "Line"), "{error}");
    }
}

async fn what_is_no_whole_item_is_refused(engine: Engine) {
    let table = engine.table::<Line>().await;
    let part = Line::get().source("a").number(1).customize(|get| get.projection_expression("text"));
    let error = engine.unsent(Line::batch_get([part]).all(&table)).await.unwrap_err();
    assert!(matches!(error, Error::Batch { operation: "get", entity: "Line", .. }), "{error}");
    // A key that cannot be built.
    let empty = || Line::get().source("").number(1);
    assert!(matches!(engine.unsent(Line::batch_get([empty()]).all(&table)).await, Err(Error::Key(_))));
    let gets = (Line::get().source("a").number(1), empty());
    assert!(matches!(engine.unsent(BatchGet::new(gets).send(&table)).await, Err(Error::Key(_))));
}

async fn no_gets_are_no_request(engine: Engine) {
    let table = engine.table::<Line>().await;
    let none: Vec<Line> =
        engine.unsent(Line::batch_get(stream::empty::<dynaent::Get<Line>>()).all(&table)).await.unwrap();
    assert_eq!(none, []);
    assert_eq!(engine.unsent(BatchGet::new(Vec::<dynaent::Get<Line>>::new()).send(&table)).await.unwrap(), []);
}
