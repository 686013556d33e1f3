//! Counters with optimistic locking: several tasks read one and write it with one more. No count is lost, none made twice,
//! also where a write whose answer was lost is sent again, or arrives when nobody waits for it any more.
//!
//! Each count leaves its name in the counter's log. At every moment a counter's value, its version and the length of its
//! log are one number.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use dynaent::{Entity, Error};
use fastrand::Rng;

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, side_by_side},
    weather::Weather,
};

pub const WORKLOAD: Workload = Workload {
    name: "counters",
    meets: &[&[Fault::ItemContention, Fault::Straggler]],
    stands_stragglers: true,
    work: |start| Box::pin(work(start)),
};

const TASKS: u64 = 4;
/// How many counters are in use at a time, and for how many counts: their logs must not grow for ever.
const AT_A_TIME: u64 = 2;
const COUNTS: u64 = 80;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Counter", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Counter {
    id: String,
    value: u64,
    log: Vec<String>,
    #[attr(version)]
    version: u64,
}

/// What the tasks know of their counts.
#[derive(Default)]
struct Counts {
    tried: u64,
    /// By the counter.
    made: BTreeMap<String, BTreeSet<String>>,
    unclear: BTreeMap<String, BTreeSet<String>>,
}

async fn work(start: Start) -> Weather {
    let run = start.run::<Counter>().await;
    let counts = Rc::new(RefCell::new(Counts::default()));
    let tasks = (0..TASKS).map(|task| {
        let (run, counts) = (Rc::clone(&run), Rc::clone(&counts));
        Box::pin(async move { count(&run, &counts, task).await }) as Task
    });
    side_by_side(tasks).await;
    run.settle().await;
    check(&counts.take(), &run).await;
    run.weather.clone()
}

async fn count(run: &Run, counts: &RefCell<Counts>, task: u64) {
    let mut rng = run.rng(task);
    let mut seen = BTreeMap::<String, u64>::new();
    while run.next() {
        let (id, entry) = {
            let mut counts = counts.borrow_mut();
            counts.tried += 1;
            let id = counts.tried / COUNTS * AT_A_TIME + rng.u64(..AT_A_TIME);
            (format!("c{id}"), format!("{task}/{}", counts.tried))
        };
        let read = match Counter::get().id(&id).consistent().send(&run.table).await {
            Ok(read) => read,
            Err(error) => {
                assert!(matches!(error, Error::Request { .. }), "{error:?}");
                continue;
            }
        };
        if let Some(read) = &read {
            assert_whole(read);
            let before = seen.insert(id.clone(), read.version).unwrap_or_default();
            assert!(before <= read.version, "{id} went back from {before} to {}", read.version);
        }
        let error = match write(run, &mut rng, &id, read.as_ref(), &entry).await {
            Ok(()) => {
                counts.borrow_mut().made.entry(id).or_default().insert(entry);
                continue;
            }
            Err(error) => error,
        };
        let not_made = match &error {
            // Its own first try may have been what it met.
            Error::Conflict { .. } | Error::AlreadyExists { .. } => run.attempts == 1,
            Error::Request { .. } => run.attempts == 1 && error.is_retryable(),
            error => panic!("{error:?}"),
        };
        if !not_made {
            counts.borrow_mut().unclear.entry(id).or_default().insert(entry);
        }
    }
}

/// Counts one more than was read, by one of the ways there are.
async fn write(run: &Run, rng: &mut Rng, id: &str, read: Option<&Counter>, entry: &str) -> dynaent::Result<()> {
    let (c, table) = (Counter::attributes(), &run.table);
    let Some(read) = read else {
        return Counter::create().id(id).value(1).log([entry]).send(table).await.map(drop);
    };
    match rng.u8(..4) {
        0 => Counter::patch().id(id).from(read).set(c.value, read.value + 1).append(c.log, [entry]).send(table).await,
        1 => Counter::patch().id(id).from(read).add(c.value, 1).append(c.log, [entry]).send(table).await,
        2 => {
            let update = Counter::update().id(id).from(read).add(c.value, 1).append(c.log, [entry]);
            let new = update.return_new().send(table).await?;
            assert_whole(&new);
            assert_eq!(new.version, read.version + 1);
            Ok(())
        }
        _ => {
            let mut counter = read.clone();
            counter.value += 1;
            counter.log.push(entry.to_owned());
            Counter::put().item(counter).send(table).await.map(drop)
        }
    }
}

#[track_caller]
fn assert_whole(counter: &Counter) {
    assert_eq!((counter.value, counter.log.len()), (counter.version, counter.value as usize), "{counter:?}");
}

async fn check(counts: &Counts, run: &Run) {
    let counters = Counter::scan().all(&run.undisturbed).await.expect("a scan");
    let mut made = counts.made.clone();
    for counter in &counters {
        assert_whole(counter);
        let log: BTreeSet<_> = counter.log.iter().cloned().collect();
        assert_eq!(log.len(), counter.log.len(), "a count was made twice: {counter:?}");
        let made = made.remove(&counter.id).unwrap_or_default();
        let lost: Vec<_> = made.difference(&log).collect();
        assert!(lost.is_empty(), "{} lost {lost:?}", counter.id);
        let unclear = counts.unclear.get(&counter.id).cloned().unwrap_or_default();
        let surplus: Vec<_> = log.difference(&made).filter(|entry| !unclear.contains(*entry)).collect();
        assert!(surplus.is_empty(), "{} has {surplus:?}, which were refused", counter.id);
    }
    assert!(made.is_empty(), "lost with all their counts: {made:?}");
}
