//! All items, and where to go on.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use aws_sdk_dynamodb::config::{
    AsyncSleep, SharedAsyncSleep, Sleep, StalledStreamProtectionConfig, timeout::TimeoutConfig,
};
use dynaent::{Checkpoint, Error, Exported, Table};
use futures_util::{StreamExt, TryStreamExt};

use super::models::{Blog, COUNT, First, Indexed, Second, fill, first};
use crate::harness::{Engine, both_ways};

both_ways! {
    all_items_are_exported,
    a_service_and_an_index_are_exported,
    an_export_goes_on_at_each_checkpoint,
    a_checkpoint_of_other_work_is_refused,
    a_rate_is_kept,
}

/// Notes how long a client waits, and does not.
#[derive(Debug, Clone, Default)]
pub struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    /// The same table through a client that waits here.
    pub fn on(&self, table: &Table) -> Table {
        waiting_by(table, self.clone())
    }

    pub fn total(&self) -> Duration {
        self.0.lock().expect("no panic").iter().sum()
    }
}

impl AsyncSleep for Waits {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration >= CONNECTION / 2 {
            return Sleep::new(std::future::pending());
        }
        self.0.lock().expect("no panic").push(duration);
        Sleep::new(std::future::ready(()))
    }
}

/// A time that the SDK gives a connection, and that is never over.
pub const CONNECTION: Duration = Duration::from_secs(86_400);

/// The table through a client that waits by this timer.
pub fn waiting_by(table: &Table, timer: impl AsyncSleep + 'static) -> Table {
    let timeouts = TimeoutConfig::builder().connect_timeout(CONNECTION).build();
    table.config_override(|config| {
        let config = config.sleep_impl(SharedAsyncSleep::new(timer)).timeout_config(timeouts);
        config.stalled_stream_protection(StalledStreamProtectionConfig::disabled())
    })
}

/// The checkpoint, kept and read again.
pub fn kept(checkpoint: &Checkpoint) -> Checkpoint {
    let text = serde_json::to_string(checkpoint).expect("JSON");
    serde_json::from_str(&text).expect("a checkpoint")
}

fn sorted(mut items: Vec<First>) -> Vec<First> {
    items.sort_by(|one, other| one.id.cmp(&other.id));
    items
}

fn all() -> Vec<First> {
    (0..COUNT).map(first).collect()
}

async fn blog(engine: &Engine) -> Table {
    let table = engine.table::<Indexed>().await;
    fill(&table).await;
    table
}

async fn all_items_are_exported(engine: Engine) {
    let table = blog(&engine).await;
    let items: Vec<_> = First::export().items(&table).try_collect().await.expect("items");
    assert_eq!(sorted(items), all());
    let items: Vec<_> = First::scan().limit(2).export().segments(5).items(&table).try_collect().await.expect("items");
    assert_eq!(sorted(items), all());
    let f = First::attributes();
    let export = First::scan().filter(f.author.exists()).export();
    let items: Vec<_> = export.items(&table).try_collect().await.expect("items");
    assert_eq!(sorted(items), all().into_iter().filter(|it| it.author.is_some()).collect::<Vec<_>>());
    let pages: Vec<_> = First::export().pages(&table).try_collect().await.expect("pages");
    assert!(pages.len() == 1 && pages[0].checkpoint.is_done());
    let spawned = tokio::spawn(First::export().segments(2).items(&table).try_collect::<Vec<_>>());
    assert_eq!(sorted(spawned.await.expect("no panic").expect("items")), all());
}

async fn a_service_and_an_index_are_exported(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    for number in 0..COUNT {
        let First { id, text, author } = first(number);
        Indexed::put().item(Indexed { id, text, author }).send(&table).await.expect("put");
    }
    let items: Vec<Blog> = Blog::scan().export().segments(2).items(&table).try_collect().await.expect("items");
    assert_eq!(items.len(), COUNT);
    let export = || Indexed::query().by_author().scan().limit(3).export().segments(2);
    let pages: Vec<_> = export().pages(&table).try_collect().await.expect("pages");
    assert_eq!(pages.iter().map(|page| page.items.len()).sum::<usize>(), 16);
    // Its cursors are those of the index.
    let rest: Vec<_> = export().resume(kept(&pages[1].checkpoint)).items(&table).try_collect().await.expect("items");
    assert_eq!(rest.len(), 16 - pages[0].items.len() - pages[1].items.len());
}

async fn an_export_goes_on_at_each_checkpoint(engine: Engine) {
    let table = blog(&engine).await;
    for segments in [1, 3] {
        let export = || First::scan().limit(4).export().segments(segments);
        let pages: Vec<Exported<First>> = export().pages(&table).try_collect().await.expect("pages");
        assert!(pages.len() > 12);
        for (number, page) in pages.iter().enumerate() {
            let done = pages[..=number].iter().flat_map(|page| page.items.clone());
            assert_eq!(page.checkpoint.is_done(), number + 1 == pages.len());
            // As many segments as the checkpoint has.
            let rest = First::scan().limit(4).export().resume(kept(&page.checkpoint)).items(&table);
            let rest: Vec<_> = rest.try_collect().await.expect("items");
            assert_eq!(sorted(done.chain(rest).collect()), all(), "after page {number} of {segments} segments");
        }
        let before = engine.sent();
        let last = export().resume(pages.last().expect("a page").checkpoint.clone());
        assert!(last.pages(&table).collect::<Vec<_>>().await.is_empty());
        assert_eq!(engine.sent(), before);
    }
}

async fn a_checkpoint_of_other_work_is_refused(engine: Engine) {
    let table = blog(&engine).await;
    let export = First::scan().limit(4).export().segments(2);
    let page = export.pages(&table).next().await.expect("a page").expect("it is read");
    let checkpoint = || Some(page.checkpoint.clone());
    fn reason<T: std::fmt::Debug>(found: Vec<dynaent::Result<T>>) -> String {
        match found.as_slice() {
            [Err(error @ (Error::Checkpoint { .. } | Error::Cursor { .. } | Error::Segment { .. }))] => {
                error.to_string()
            }
            other => format!("{other:?}"),
        }
    }
    let found = engine.unsent(Second::export().resume(checkpoint()).items(&table).collect::<Vec<_>>()).await;
    assert_eq!(
        reason(found),
        "Comment: the checkpoint cannot be used: it is of another entity, or of another version of it"
    );
    let index = Indexed::query().by_author().scan().export().resume(checkpoint());
    let found = engine.unsent(index.items(&table).collect::<Vec<_>>()).await;
    assert_eq!(reason(found), "Comment: the checkpoint cannot be used: it is of another index");
    let found = engine.unsent(First::export().segments(3).resume(checkpoint()).items(&table).collect::<Vec<_>>()).await;
    assert_eq!(reason(found), "Comment: the checkpoint cannot be used: it is of another number of segments");
    let damaged = serde_json::to_string(&page.checkpoint).expect("JSON").replace("\"after\":\"ey", "\"after\":\"__");
    let damaged: Checkpoint = serde_json::from_str(&damaged).expect("a checkpoint");
    let found = engine.unsent(First::export().resume(damaged).items(&table).collect::<Vec<_>>()).await;
    assert_eq!(reason(found), "Comment: the cursor cannot be used for index `scan`: it does not hold a key");
    for segments in [0, 1_000_001] {
        let found = engine.unsent(First::export().segments(segments).items(&table).collect::<Vec<_>>()).await;
        assert!(reason(found).contains("cannot be read: segments are counted from 0"));
    }
    let begun = First::scan().segment(0, 2).export();
    let found = engine.unsent(begun.items(&table).collect::<Vec<_>>()).await;
    assert!(reason(found).contains("segment 0 of 2 cannot be read"));
}

async fn a_rate_is_kept(engine: Engine) {
    let table = blog(&engine).await;
    let waits = Waits::default();
    let table = waits.on(&table);
    let pages: Vec<_> = First::export().rate(10).pages(&table).try_collect().await.expect("pages");
    // Notes are read too: fifty items, ten at once, and the last ten are not waited for.
    assert!(pages.len() >= 5);
    let total = waits.total();
    assert!(Duration::from_millis(3000) < total && total <= Duration::from_secs(4), "{total:?}");
    // A page that is given a limit keeps it.
    let waits = Waits::default();
    let table = waits.on(&table);
    let export = First::scan().limit(25).export().rate(50).segments(1);
    assert!(export.pages(&table).try_collect::<Vec<_>>().await.expect("pages").len() < 5);
    let total = waits.total();
    assert!(Duration::from_millis(250) < total && total <= Duration::from_millis(500), "{total:?}");
}
