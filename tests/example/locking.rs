//! The lock of the example, where workers compete for it.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{BehaviorVersion, Credentials, Region},
};
use dynaent::Table;

use self::locks::{LEASE, Lease, Ledger, Lock, Locks, SKEW, acquire, open, release, renew, save};
use super::Server;

#[expect(dead_code, reason = "the story is told by the example itself")]
#[path = "../../examples/locks.rs"]
mod locks;

const START: u64 = 1_800_000_000_000;

async fn table() -> Table {
    Table::local::<Locks>().await.expect("a table")
}

async fn acquired(table: &Table, holder: &str, now: u64) -> Option<Lease> {
    acquire(table, "lock", holder, now).await.expect("an answer")
}

async fn renewed(table: &Table, lease: &mut Lease, now: u64) -> bool {
    renew(table, lease, now).await.expect("an answer")
}

async fn released(table: &Table, lease: Lease) -> bool {
    release(table, lease).await.expect("an answer")
}

// -- Many at once ----------------------------------------------------------------------------------------------------

const WORKERS: usize = 8;
const TURNS: usize = 5;

/// Workers on several threads, each of which has the lock some times, and writes what it read and one entry more.
async fn compete(table: Table) {
    let (inside, tokens) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
    let work = |worker: usize| {
        let (table, inside, tokens) = (table.clone(), Arc::clone(&inside), Arc::clone(&tokens));
        async move {
            for turn in 0..TURNS {
                let holder = format!("{worker}/{turn}");
                let lease = loop {
                    // Time stands still: no lease is over.
                    match acquired(&table, &holder, START).await {
                        Some(lease) => break lease,
                        None => tokio::task::yield_now().await,
                    }
                };
                assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "{holder} is not alone");
                tokens.lock().expect("no worker failed").push(lease.token());
                let mut ledger = open(&table, "ledger", &lease).await.expect("an answer").expect("no greater token");
                tokio::task::yield_now().await;
                ledger.entries.push(holder);
                assert!(save(&table, &ledger).await.expect("an answer"));
                assert_eq!(inside.fetch_sub(1, Ordering::SeqCst), 1);
                assert!(released(&table, lease).await);
            }
        }
    };
    let workers: Vec<_> = (0..WORKERS).map(|worker| tokio::spawn(work(worker))).collect();
    for worker in workers {
        worker.await.expect("no worker fails");
    }
    let count = WORKERS * TURNS;
    let tokens = std::mem::take(&mut *tokens.lock().expect("no worker failed"));
    assert!(tokens.iter().copied().eq(1..=count.try_into().expect("a number")), "{tokens:?}");
    let ledger = Ledger::get().ledger_id("ledger").send(&table).await.expect("get").expect("the ledger");
    assert_eq!(ledger.entries.len(), count, "no entry is lost");
    let lock = Lock::get().name("lock").send(&table).await.expect("get").expect("the lock");
    assert_eq!((lock.holder, lock.token), (None, ledger.token));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_worker_at_a_time_has_the_lock() {
    compete(table().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_worker_at_a_time_has_the_lock_over_http() {
    let server = Server::start().await;
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("eu-central-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(&server.address);
    let table = Table::new(Client::from_conf(config.build()), "app");
    table.create_if_absent::<Locks>().await.expect("a table");
    compete(table).await;
    server.stop().await;
}

// -- Any order of events ---------------------------------------------------------------------------------------------

/// A worker: how far its clock is off, the lease that it believes to have, and what it read under that.
#[derive(Default)]
struct Worker {
    clock: i64,
    lease: Option<Lease>,
    opened: Option<Ledger>,
}

/// What is true, whatever the workers believe.
#[derive(Default)]
struct Truth {
    /// The worker that has the lock, with its token.
    holder: Option<(usize, u64)>,
    acquisitions: u64,
    /// The greatest token that the ledger has seen, and what was saved.
    seen: u64,
    entries: Vec<String>,
}

/// Workers do what they like, and are paused as long as may be, with clocks that are off by so much at most.
async fn live(seed: u64, skew: u64) {
    let (table, mut rng) = (table().await, fastrand::Rng::with_seed(seed));
    let (mut now, mut truth) = (START, Truth::default());
    let off = i64::try_from(skew / 2).expect("a short time");
    let mut workers: Vec<Worker> = (0..4).map(|_| Worker { clock: rng.i64(-off..=off), ..Worker::default() }).collect();
    for step in 0..400 {
        now += rng.u64(0..LEASE / 5);
        let number = rng.usize(..workers.len());
        let clock = |worker: &Worker| now.saturating_add_signed(worker.clock);
        // What the one who has the lock believes, by its own clock, that it has.
        let untouched = truth.holder.is_some_and(|(holder, _)| {
            let holder = &workers[holder];
            holder.lease.as_ref().is_some_and(|lease| lease.until() >= clock(holder))
        });
        let worker = &mut workers[number];
        let at = clock(worker);
        match (rng.u8(..10), worker.lease.take()) {
            (0..3, had) => {
                worker.lease = acquired(&table, &format!("{number}/{step}"), at).await;
                if let Some(lease) = &worker.lease {
                    truth.acquisitions += 1;
                    assert_eq!(lease.token(), truth.acquisitions, "the token is the number of the acquisition");
                    assert!(skew > SKEW || !untouched, "it was taken from who still had it, in step {step}");
                    truth.holder = Some((number, lease.token()));
                    worker.opened = None;
                } else {
                    assert!(truth.holder.is_some(), "a free lock is had by whoever asks");
                    worker.lease = had;
                }
            }
            (3, Some(mut lease)) => {
                let holds = truth.holder == Some((number, lease.token()));
                assert_eq!(renewed(&table, &mut lease, at).await, holds, "in step {step}");
                // Who is refused does not always listen.
                worker.lease = Some(lease);
            }
            (4, Some(lease)) => {
                let holds = truth.holder == Some((number, lease.token()));
                assert_eq!(released(&table, lease).await, holds, "in step {step}");
                truth.holder = truth.holder.filter(|_| !holds);
            }
            (5..7, Some(lease)) => {
                let opened = open(&table, "ledger", &lease).await.expect("an answer");
                assert_eq!(opened.is_some(), lease.token() >= truth.seen, "in step {step}");
                if let Some(ledger) = &opened {
                    truth.seen = lease.token();
                    assert_eq!(ledger.entries, truth.entries);
                }
                worker.opened = opened;
                worker.lease = Some(lease);
            }
            (7.., lease) => {
                worker.lease = lease;
                let Some(mut ledger) = worker.opened.take() else { continue };
                ledger.entries.push(format!("{number}/{step}"));
                let saved = save(&table, &ledger).await.expect("an answer");
                assert_eq!(saved, ledger.token == truth.seen, "in step {step}");
                if saved {
                    let (_, before) = ledger.entries.split_last().expect("one is new");
                    assert_eq!(before, truth.entries, "what others saved is lost");
                    truth.entries = ledger.entries;
                }
            }
            (_, None) => {}
        }
    }
    assert!(truth.acquisitions > 10 && truth.entries.len() > 5, "too little happened");
}

#[tokio::test]
async fn whatever_happens_tokens_grow_and_older_ones_are_refused() {
    for seed in 0..4 {
        live(seed, 5 * LEASE).await;
    }
}

#[tokio::test]
async fn a_lease_is_its_holders_while_clocks_are_not_far_apart() {
    for seed in 0..4 {
        live(seed, SKEW).await;
    }
}

// -- One by one ------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn an_answer_that_gets_lost_loses_no_lock() {
    let table = table().await;
    let first = acquired(&table, "a", START).await.expect("it is free");
    // The same attempt again, as the SDK makes it when no answer came.
    let second = acquired(&table, "a", START).await.expect("it is its own");
    assert_eq!((first.token(), first.until()), (second.token(), second.until()));
    assert!(released(&table, first).await && released(&table, second).await);
    let other = acquired(&table, "b", START).await.expect("it is free");
    assert_eq!(other.token(), 2);
}

#[tokio::test]
async fn a_renewal_that_was_held_up_shortens_nothing() {
    let table = table().await;
    let mut lease = acquired(&table, "a", START).await.expect("it is free");
    assert!(renewed(&table, &mut lease, START + 5_000).await);
    assert!(renewed(&table, &mut lease, START + 1_000).await);
    assert_eq!(lease.until(), START + 5_000 + LEASE);
    assert!(acquired(&table, "b", START + 1_000 + LEASE + SKEW + 1).await.is_none());
}

#[tokio::test]
async fn a_lease_is_over_when_the_clocks_cannot_disagree() {
    let table = table().await;
    let mut first = acquired(&table, "a", START).await.expect("it is free");
    let over = START + LEASE + SKEW;
    assert!(acquired(&table, "b", over).await.is_none());
    // Nobody has taken over, so it can go on.
    assert!(renewed(&table, &mut first, over).await);
    assert!(acquired(&table, "b", over + 1).await.is_none());
    let second = acquired(&table, "b", over + LEASE + SKEW + 1).await.expect("it is over");
    assert_eq!((first.token(), second.token()), (1, 2));
    assert!(!renewed(&table, &mut first, over + LEASE + SKEW + 2).await);
    assert!(!released(&table, first).await);
    let lock = Lock::get().name("lock").send(&table).await.expect("get").expect("the lock");
    assert_eq!(lock.holder.as_deref(), Some("b"));
    assert!(released(&table, second).await);
}
