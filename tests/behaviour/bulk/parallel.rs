//! Scans that read several segments at once.

use dynaent::{Error, Table};
use futures_util::{StreamExt, TryStreamExt};

use super::models::{Blog, COUNT, First, Indexed, Note, fill};
use crate::harness::{Engine, both_ways, item, put_raw, s};

both_ways! {
    all_segments_are_read_once,
    segments_are_streams,
    segments_are_counted,
    a_stream_of_segments_ends_with_an_error,
    what_cannot_be_read_in_parallel_is_refused,
}

async fn blog(engine: &Engine) -> Table {
    let table = engine.table::<Indexed>().await;
    fill(&table).await;
    table
}

async fn all_segments_are_read_once(engine: Engine) {
    let table = blog(&engine).await;
    for segments in [1, 2, 7, 100] {
        let before = engine.sent();
        let mut found = First::scan().in_parallel(segments).all(&table).await.expect("scan");
        assert_eq!(engine.sent() - before, segments as usize);
        found.sort_by(|one, other| one.id.cmp(&other.id));
        assert_eq!(found, (0..COUNT).map(super::models::first).collect::<Vec<_>>());
    }
    let f = Indexed::attributes();
    let scan = Indexed::query().by_author().scan().filter(f.author.eq("a1")).limit(2).in_parallel(3);
    assert!(scan.all(&table).await.expect("scan").is_empty());
}

async fn segments_are_streams(engine: Engine) {
    let table = blog(&engine).await;
    let mut found: Vec<_> = First::scan().limit(3).in_parallel(4).items(&table).try_collect().await.expect("items");
    found.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(found, (0..COUNT).map(super::models::first).collect::<Vec<_>>());
    // One page is asked for ahead of each segment, and no more.
    let before = engine.sent();
    let mut pages = Blog::scan().limit(1).in_parallel(4).pages(&table);
    assert_eq!(engine.sent(), before);
    let page = pages.next().await.expect("a page").expect("it is read");
    assert!(page.cursor.is_none() && engine.sent() - before <= 8, "{}", engine.sent() - before);
    let rest: Vec<_> = pages.try_collect().await.expect("pages");
    let count: usize = rest.iter().map(|page| page.items.len() + page.foreign).sum();
    assert_eq!(count + page.items.len() + page.foreign, 2 * COUNT);
}

async fn segments_are_counted(engine: Engine) {
    let table = blog(&engine).await;
    assert_eq!(First::scan().in_parallel(3).count(&table).await.expect("count"), COUNT);
    let f = First::attributes();
    let scan = First::scan().filter(f.author.exists()).limit(2).in_parallel(3);
    assert_eq!(scan.count(&table).await.expect("count"), 16);
    // Of a service, all are sent.
    assert_eq!(Blog::scan().in_parallel(3).count(&table).await.expect("count"), 2 * COUNT);
    assert_eq!(Note::scan().in_parallel(5).count(&table).await.expect("count"), COUNT);
}

async fn a_stream_of_segments_ends_with_an_error(engine: Engine) {
    let table = blog(&engine).await;
    let broken = [("pk", "$blog#id_x"), ("sk", "$comment_1"), ("__edb_e__", "Comment"), ("__edb_v__", "1")];
    put_raw(&table, item(broken.map(|(field, text)| (field, s(text))))).await;
    let items: Vec<_> = First::scan().limit(2).in_parallel(4).items(&table).collect().await;
    assert!(matches!(items.last(), Some(Err(Error::Item(_)))), "{items:?}");
    assert!(items[..items.len() - 1].iter().all(Result::is_ok));
}

async fn what_cannot_be_read_in_parallel_is_refused(engine: Engine) {
    let table = engine.table::<Blog>().await;
    let cursor = dynaent::Cursor::from("eyJwayI6ImEiLCJzayI6ImIifQ");
    for scan in
        [First::scan().in_parallel(0), First::scan().in_parallel(1_000_001), First::scan().segment(0, 2).in_parallel(2)]
    {
        let items = engine.unsent(scan.items(&table).collect::<Vec<_>>()).await;
        assert!(matches!(items.as_slice(), [Err(Error::Segment { .. })]), "{items:?}");
    }
    let error = engine.unsent(First::scan().after(cursor).in_parallel(2).all(&table)).await;
    assert!(matches!(error, Err(Error::Cursor { .. })), "{error:?}");
    let error = engine.unsent(First::scan().segment(1, 2).in_parallel(2).count(&table)).await;
    assert!(matches!(error, Err(Error::Segment { .. })), "{error:?}");
}
