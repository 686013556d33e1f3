//! Spans of `tracing`, as a subscriber sees them.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use dynaent::{Observed, Table};
use tracing::{
    Dispatch, Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
    subscriber::{DefaultGuard, Interest, set_default},
};

use super::{Album, Song, song, with_secret};
use crate::harness::{Engine, both_ways};

both_ways! {
    a_request_is_a_span,
    what_the_sdk_does_is_inside,
    an_observer_is_inside,
    no_value_is_in_a_span,
    who_does_not_ask_for_spans_gets_none,
}

/// Keeps the spans of the tests' thread.
#[derive(Debug, Clone, Default)]
struct Spans(Arc<Kept>);

#[derive(Debug, Default)]
struct Kept {
    next: AtomicU64,
    /// The spans that have been entered, the innermost last.
    entered: Mutex<Vec<u64>>,
    /// Those of Dynaent.
    ours: Mutex<BTreeMap<u64, Fields>>,
    /// The targets of others in them.
    inside: Mutex<Vec<&'static str>>,
    /// Takes none of Dynaent's.
    refuses: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Fields(Vec<(&'static str, String)>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }
}

impl Subscriber for Spans {
    // Other tests run at the same time, in other threads and without it.
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && !(self.0.refuses && metadata.target() == "dynaent")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let id = self.0.next.fetch_add(1, Ordering::SeqCst) + 1;
        let mut ours = self.0.ours.lock().expect("no panic");
        if span.metadata().target() == "dynaent" {
            assert_eq!((span.metadata().name(), *span.metadata().level()), ("dynamodb", tracing::Level::INFO));
            let mut fields = Fields::default();
            span.record(&mut fields);
            ours.insert(id, fields);
        } else if self.0.entered.lock().expect("no panic").iter().any(|id| ours.contains_key(id)) {
            self.0.inside.lock().expect("no panic").push(span.metadata().target());
        }
        Id::from_u64(id)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        if let Some(fields) = self.0.ours.lock().expect("no panic").get_mut(&id.into_u64()) {
            values.record(fields);
        }
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, id: &Id) {
        self.0.entered.lock().expect("no panic").push(id.into_u64());
    }

    fn exit(&self, id: &Id) {
        let mut entered = self.0.entered.lock().expect("no panic");
        let place = entered.iter().rposition(|other| *other == id.into_u64()).expect("it was entered");
        entered.remove(place);
    }
}

impl Spans {
    fn listen(self) -> (Arc<Kept>, DefaultGuard) {
        // Where there is only one subscriber, `tracing` asks that of the thread which comes to a span first: a test without
        // one would turn the span off for all.
        static OTHERS: OnceLock<[Dispatch; 2]> = OnceLock::new();
        OTHERS.get_or_init(|| [Dispatch::new(Self::default()), Dispatch::new(Self::default())]);
        (Arc::clone(&self.0), set_default(self))
    }
}

impl Kept {
    /// The spans since it was asked last.
    fn take(&self) -> Vec<Fields> {
        std::mem::take(&mut *self.ours.lock().expect("no panic")).into_values().collect()
    }
}

async fn table(engine: &Engine) -> Table {
    engine.table::<(Song, Album)>().await
}

async fn a_request_is_a_span(engine: Engine) {
    let table = table(&engine).await;
    let (spans, _guard) = Spans::default().listen();
    Song::create().item(song(1)).send(&table).await.expect("create");
    Song::create().item(song(1)).send(&table).await.expect_err("it is there");
    Song::query().by_artist().artist("joni").send(&table).await.expect("query");
    let fields = |fields: &[(&'static str, &str)]| {
        Fields(fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect())
    };
    let (create, song, app) = (("operation", r#""create""#), ("entity", r#""Song""#), ("table", r#""app""#));
    let taken = ("error", r#""ConditionalCheckFailedException""#);
    let (query, gsi1) = (("operation", r#""query""#), ("index", r#""gsi1""#));
    let (one, none, units, attempts) = (("items", "1"), ("items", "0"), ("capacity", "2.0"), ("attempts", "1"));
    assert_eq!(
        spans.take(),
        [
            fields(&[create, song, app, one, units, attempts]),
            fields(&[create, song, app, none, attempts, taken]),
            fields(&[query, song, gsi1, app, one, ("capacity", "0.5"), attempts]),
        ]
    );
}

async fn what_the_sdk_does_is_inside(engine: Engine) {
    let table = table(&engine).await;
    let (spans, _guard) = Spans::default().listen();
    table.client().get_item().table_name("app").send().await.expect_err("no key");
    assert_eq!(*spans.inside.lock().expect("no panic"), [""; 0]);
    Song::get().album("blue").track(1).send(&table).await.expect("get");
    let inside = spans.inside.lock().expect("no panic");
    assert!(inside.iter().any(|target| target.starts_with("aws_smithy_runtime")), "{inside:?}");
}

async fn an_observer_is_inside(engine: Engine) {
    let table = table(&engine).await;
    let (spans, _guard) = Spans::default().listen();
    let table = table.observed(|_: &Observed<'_>| drop(tracing::info_span!(target: "observer", "inside")));
    Song::get().album("blue").track(1).send(&table).await.expect("get");
    assert_eq!(spans.inside.lock().expect("no panic").last(), Some(&"observer"));
    drop(tracing::info_span!(target: "afterwards", "outside"));
    assert_eq!(spans.inside.lock().expect("no panic").last(), Some(&"observer"));
}

async fn no_value_is_in_a_span(engine: Engine) {
    let table = table(&engine).await;
    let (spans, _guard) = Spans::default().listen();
    with_secret(&table, "hush").await;
    let spans = spans.take();
    assert_eq!(spans.len(), 14);
    assert!(!format!("{spans:?}").contains("hush"), "{spans:#?}");
}

async fn who_does_not_ask_for_spans_gets_none(engine: Engine) {
    let sent = super::Sent::default();
    let table = table(&engine).await.config_override(|config| config.interceptor(sent.clone()));
    let (spans, guard) = Spans(Arc::new(Kept { refuses: true, ..Kept::default() })).listen();
    with_secret(&table, "a").await;
    assert_eq!((spans.take(), sent.take()), (vec![], (14, 0)));
    drop(guard);
    let (_spans, _guard) = Spans::default().listen();
    with_secret(&table, "b").await;
    assert_eq!(sent.take(), (14, 14));
}
