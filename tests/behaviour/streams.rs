//! Pages and items as streams, exact numbers of items, and counts.

use dynaent::{Collection, Cursor, Entity, Error, Expiry, Service, Table, begins_with, gt};
use futures_util::{StreamExt, TryStreamExt};

use crate::harness::{Engine, both_ways, item, put_raw, s};

both_ways! {
    pages_come_one_after_the_other,
    the_next_page_is_on_its_way,
    items_come_one_by_one,
    a_stream_ends_with_an_error,
    what_cannot_be_sent_is_the_only_item,
    a_stream_can_be_spawned,
    exactly_as_many_are_taken,
    a_cursor_is_behind_the_last_one_taken,
    what_is_taken_of_a_collection_comes_in_order,
    scans_are_streams_too,
    items_are_counted_without_being_sent,
    neighbours_and_expired_items_are_not_counted,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Entry", version = "1")]
#[index(primary, pk = [source], sk = [day, number], collection = "all")]
#[index(by_level, gsi = "gsi1", pk = [level], sk = [number], projection = keys_only)]
struct Entry {
    source: String,
    day: String,
    #[attr(padding(4, "0"))]
    number: u32,
    level: String,
    #[attr(ttl)]
    until: Option<Expiry>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Source", version = "1")]
#[index(primary, pk = [source], sk = [], collection = "all")]
struct Source {
    source: String,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Log {
    Entry(Entry),
    Source(Source),
}

#[derive(Debug, PartialEq, Collection)]
#[collection(name = "all")]
struct All {
    sources: Vec<Source>,
    entries: Vec<Entry>,
}

fn entry(number: u32) -> Entry {
    let (day, level) = (["1", "1 ", "2"][number as usize % 3], ["low", "high"][number as usize % 2]);
    Entry { source: "a".into(), day: day.into(), number, level: level.into(), until: None }
}

const COUNT: u32 = 25;

async fn log(engine: &Engine) -> Table {
    let table = engine.table::<Log>().await;
    Source::put().source("a").send(&table).await.expect("put");
    for number in 0..COUNT {
        Entry::put().item(entry(number)).send(&table).await.expect("put");
    }
    table
}

async fn pages_come_one_after_the_other(engine: Engine) {
    let table = log(&engine).await;
    let pages = Entry::query().primary().source("a").limit(10).pages(&table);
    let pages: Vec<_> = pages.try_collect().await.expect("pages");
    assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [10, 10, 5]);
    assert!(pages[0].cursor.is_some() && pages[1].cursor.is_some() && pages[2].cursor.is_none());
    let items: Vec<_> = pages.into_iter().flatten().collect();
    assert_eq!(items, Entry::query().primary().source("a").all(&table).await.expect("query"));
    let all: Vec<_> = All::query().source("a").limit(20).pages(&table).try_collect().await.expect("pages");
    assert_eq!(all.iter().map(|page| (page.sources.len(), page.entries.len())).collect::<Vec<_>>(), [(0, 20), (1, 5)]);
}

async fn the_next_page_is_on_its_way(engine: Engine) {
    let table = log(&engine).await;
    let before = engine.sent();
    let mut pages = Entry::query().primary().source("a").limit(10).pages(&table);
    // Nothing, before it is asked for.
    assert_eq!(engine.sent(), before);
    pages.next().await.expect("a page").expect("it is read");
    // The first one, and the one after it; never more than one ahead.
    assert_eq!(engine.sent() - before, 2);
    pages.next().await.expect("a page").expect("it is read");
    pages.next().await.expect("a page").expect("it is read");
    assert_eq!(engine.sent() - before, 3);
    assert!(pages.next().await.is_none());
}

async fn items_come_one_by_one(engine: Engine) {
    let table = log(&engine).await;
    let query = || Entry::query().primary().source("a");
    let items: Vec<_> = query().limit(7).items(&table).try_collect().await.expect("items");
    assert_eq!(items, query().all(&table).await.expect("query"));
    let numbers: Vec<u32> =
        query().descending().items(&table).map_ok(|entry| entry.number).take(2).try_collect().await.expect("items");
    assert_eq!(numbers.len(), 2);
    let log: Vec<Log> = All::query().source("a").in_order().items(&table).try_collect().await.expect("items");
    assert_eq!(log.len(), COUNT as usize + 1);
}

async fn a_stream_ends_with_an_error(engine: Engine) {
    let table = log(&engine).await;
    let broken = [
        ("pk", "$log#source_a"),
        ("sk", "$all#entry_1#day_11#number_0000"),
        ("__edb_e__", "Entry"),
        ("__edb_v__", "1"),
    ];
    put_raw(&table, item(broken.map(|(field, text)| (field, s(text))))).await;
    let items: Vec<_> = Entry::query().primary().source("a").limit(4).items(&table).collect().await;
    // Those of day 1 on whole pages, then the one that cannot be read, and nothing more.
    assert!(matches!(items.last(), Some(Err(Error::Item(_)))), "{items:?}");
    assert!(items[..items.len() - 1].iter().all(Result::is_ok) && items.len() < COUNT as usize);
}

async fn what_cannot_be_sent_is_the_only_item(engine: Engine) {
    let table = log(&engine).await;
    let refused = engine.unsent(Entry::query().primary().source("").items(&table).collect::<Vec<_>>()).await;
    assert!(matches!(refused.as_slice(), [Err(Error::Key(_))]), "{refused:?}");
    let refused = engine.unsent(Log::scan().limit(0).pages(&table).collect::<Vec<_>>()).await;
    assert!(matches!(refused.as_slice(), [Err(Error::Limit { .. })]), "{refused:?}");
}

async fn a_stream_can_be_spawned(engine: Engine) {
    let items = {
        let table = log(&engine).await;
        Entry::query().primary().source("a").limit(3).items(&table)
    };
    let count = tokio::spawn(async move { items.try_fold(0, async |count, _| Ok(count + 1)).await });
    assert_eq!(count.await.expect("no panic").expect("items"), COUNT);
}

async fn exactly_as_many_are_taken(engine: Engine) {
    let table = log(&engine).await;
    let e = Entry::attributes();
    let high = || Entry::query().primary().source("a").filter(e.level.eq("high"));
    let all = high().all(&table).await.expect("query");
    for count in [1, 5, 11, 12, 13, 100] {
        let page = high().take(count, &table).await.expect("query");
        assert_eq!(page.items, all[..count.min(all.len())], "{count}");
        let rest = match page.cursor {
            Some(cursor) => high().after(cursor).all(&table).await.expect("query"),
            None => vec![],
        };
        assert_eq!(rest, all[count.min(all.len())..], "{count}");
    }
    // A range leaves out neighbours, which do not count.
    let page = Entry::query().primary().source("a").day(gt("1")).take(9, &table).await.expect("query");
    assert!(page.items.len() == 9 && page.items.iter().all(|entry| entry.day.as_str() > "1"));
    let before = engine.sent();
    let page = Entry::query().primary().source("a").take(3, &table).await.expect("query");
    assert_eq!((page.items.len(), engine.sent() - before), (3, 1));
    let error = engine.unsent(Entry::query().primary().source("a").take(0, &table)).await;
    assert!(matches!(error, Err(Error::Limit { .. })), "{error:?}");
}

async fn a_cursor_is_behind_the_last_one_taken(engine: Engine) {
    let table = log(&engine).await;
    let query = || Entry::query().by_level().level("low").hydrate();
    let all = query().all(&table).await.expect("query");
    let (mut found, mut cursor): (Vec<Entry>, Option<Cursor>) = (Vec::new(), None);
    loop {
        // Pages of four, of which three are taken.
        let page = query().limit(4).after(cursor).take(3, &table).await.expect("query");
        found.extend(page.items);
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(found, all);
}

async fn what_is_taken_of_a_collection_comes_in_order(engine: Engine) {
    let table = log(&engine).await;
    let query = || All::query().source("a").descending().in_order::<Log>();
    let all = query().all(&table).await.expect("query");
    let page = query().take(2, &table).await.expect("query");
    assert_eq!(page.items, all[..2]);
    let rest = query().after(page.cursor).take(100, &table).await.expect("query");
    assert_eq!((rest.items.as_slice(), rest.cursor), (&all[2..], None));
}

async fn scans_are_streams_too(engine: Engine) {
    let table = log(&engine).await;
    let all = Log::scan().all(&table).await.expect("scan");
    let items: Vec<_> = Log::scan().limit(4).items(&table).try_collect().await.expect("items");
    assert_eq!(items, all);
    let pages: Vec<_> = Entry::scan().limit(20).pages(&table).try_collect().await.expect("pages");
    assert_eq!(pages.into_iter().map(|page| page.items.len()).sum::<usize>(), COUNT as usize);
    let page = Log::scan().take(5, &table).await.expect("scan");
    assert_eq!(page.items, all[..5]);
    assert_eq!(Log::scan().after(page.cursor).all(&table).await.expect("scan"), all[5..]);
}

async fn items_are_counted_without_being_sent(engine: Engine) {
    let table = log(&engine).await;
    let e = Entry::attributes();
    assert_eq!(Entry::query().primary().source("a").count(&table).await.expect("count"), COUNT as usize);
    let low = Entry::query().primary().source("a").filter(e.level.eq("low")).limit(4);
    assert_eq!(low.count(&table).await.expect("count"), 13);
    assert_eq!(Source::query().primary().source("a").count(&table).await.expect("count"), 1);
    assert_eq!(Source::query().primary().source("b").count(&table).await.expect("count"), 0);
    assert_eq!(Entry::query().by_level().level("high").count(&table).await.expect("count"), 12);
    assert_eq!(Source::scan().count(&table).await.expect("count"), 1);
    assert_eq!(Entry::scan().count(&table).await.expect("count"), COUNT as usize);
    assert_eq!(Log::scan().count(&table).await.expect("count"), COUNT as usize + 1);
    let error = engine.unsent(Entry::query().primary().source("").count(&table)).await;
    assert!(matches!(error, Err(Error::Key(_))), "{error:?}");
}

async fn neighbours_and_expired_items_are_not_counted(engine: Engine) {
    let table = log(&engine).await;
    for number in 100..103 {
        let expired = Entry { until: Some(Expiry::at(1_000_000_000)), ..entry(number) };
        Entry::put().item(expired).send(&table).await.expect("put");
    }
    let stranger =
        [("pk", "$log#source_a"), ("sk", "$all#entry_1#day_2#number_9"), ("__edb_e__", "Other"), ("__edb_v__", "1")];
    put_raw(&table, item(stranger.map(|(field, text)| (field, s(text))))).await;
    let query = || Entry::query().primary().source("a");
    assert_eq!(query().count(&table).await.expect("count"), COUNT as usize);
    assert_eq!(query().with_expired().count(&table).await.expect("count"), COUNT as usize + 3);
    assert_eq!(
        query().day(gt("1")).count(&table).await.expect("count"),
        query().day(gt("1")).all(&table).await.expect("query").len()
    );
    assert_eq!(query().day(begins_with("1")).count(&table).await.expect("count"), 17);
    assert_eq!(query().day("1").count(&table).await.expect("count"), 9);
    assert_eq!(Entry::scan().count(&table).await.expect("count"), COUNT as usize);
}
