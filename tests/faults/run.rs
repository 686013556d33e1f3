//! A workload over many seeds: each on an engine, a clock and a generator of its own.
//!
//! `DYNAENT_FAULTS=200x5000` says how many seeds, and how many operations each; `DYNAENT_SEED=17` takes one of them.

use std::{
    cell::Cell,
    env,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    rc::Rc,
    time::Duration,
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{
        BehaviorVersion, IdentityCache, Region, StalledStreamProtectionConfig,
        retry::{RetryConfig, RetryPartition, TokenBucket},
        timeout::TimeoutConfig,
    },
};
use dynaent::{Entities, LocalEngine, Table};
use fastrand::Rng;
use futures_util::{StreamExt, stream::FuturesUnordered};
use tokio::{runtime, time::sleep};

use crate::{
    fault::Fault,
    weather::{Climate, Seen, Weather},
};

/// Without a word from the environment: what takes some seconds in a debug build.
const SEEDS: u64 = 6;
const OPERATIONS: u64 = 200;

/// What a workload runs under.
pub struct Run {
    pub seed: u64,
    pub weather: Weather,
    /// The table, by the weather.
    pub table: Table,
    /// The same table, undisturbed.
    pub undisturbed: Table,
    /// How often the SDK sends a request.
    pub attempts: usize,
    /// Whether what got no answer may be done later.
    pub stragglers: bool,
    left: Cell<u64>,
}

/// A task of a workload.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

impl Run {
    /// A table for the entities.
    pub async fn start<E: Entities>(seed: u64, operations: u64, climate: Climate, attempts: usize) -> Rc<Self> {
        let engine = LocalEngine::memory().expect("an engine in memory");
        let undisturbed = Table::new(engine.client(), "app");
        undisturbed.create_if_absent::<E>().await.expect("a table");
        let weather = Weather::new(engine, climate, seed);
        let table = Table::new(client(&weather, attempts), "app");
        let stragglers = matches!(climate, Climate::Foul { stragglers: true, .. });
        Rc::new(Self { seed, weather, table, undisturbed, attempts, stragglers, left: Cell::new(operations) })
    }

    /// What a task draws from, by its number.
    pub fn rng(&self, task: u64) -> Rng {
        Rng::with_seed(self.seed.wrapping_mul(1_000).wrapping_add(task))
    }

    /// Takes one operation from those that are to be made; `false` when all have been.
    pub fn next(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// Waits until nothing is under way any more.
    pub async fn settle(&self) {
        sleep(Duration::from_secs(60)).await;
    }
}

impl Drop for Run {
    /// Where something failed, what happened last.
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the last requests:\n{}", self.weather.last().join("\n"));
        }
    }
}

/// A client as a user's, but for the way to the service. Its retries cost it no tokens, and none are shared with others.
fn client(weather: &Weather, attempts: usize) -> Client {
    let retries = RetryPartition::custom("weather").token_bucket(TokenBucket::unlimited()).build();
    let timeouts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(5)).build();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(weather.clone())
        .region(Region::from_static("us-east-1"))
        .allow_no_auth()
        .identity_cache(IdentityCache::no_cache())
        .retry_config(RetryConfig::standard().with_max_attempts(u32::try_from(attempts).expect("a few")))
        .retry_partition(retries)
        .timeout_config(timeouts)
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .build();
    Client::from_conf(config)
}

/// Runs tasks side by side until all are done.
pub async fn side_by_side(tasks: impl IntoIterator<Item = Task>) {
    let mut tasks: FuturesUnordered<Task> = tasks.into_iter().collect();
    while tasks.next().await.is_some() {}
}

/// Runs one seed. The runtime has one thread and a clock that stands still while there is work; the SDK draws its waits
/// from the thread's generator.
pub fn alone<T>(seed: u64, work: impl Future<Output = T>) -> T {
    fastrand::seed(seed);
    let runtime = runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime").block_on(work)
}

/// What a seed is like: bad weather or worse, a client that retries or does not. Twelve seeds on end have all there is.
fn climate(seed: u64) -> (Climate, usize) {
    let percent = [20, 50, 5][seed as usize % 3];
    let attempts = [4, 1, 2, 1][seed as usize % 4];
    (Climate::Foul { percent, stragglers: seed % 2 == 1 }, attempts)
}

/// A workload: its name, and what it does under a run of its own.
pub struct Workload {
    /// The test that it is.
    pub name: &'static str,
    /// What it is certain to meet, beside what may happen to every request.
    pub meets: &'static [&'static [Fault]],
    /// Whether it is sound although a request that got no answer is done later.
    pub stands_stragglers: bool,
    pub work: fn(Start) -> Pin<Box<dyn Future<Output = Weather>>>,
}

/// What a workload begins with.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    pub seed: u64,
    operations: u64,
    climate: Climate,
    attempts: usize,
}

impl Start {
    pub async fn run<E: Entities>(self) -> Rc<Run> {
        Run::start::<E>(self.seed, self.operations, self.climate, self.attempts).await
    }
}

impl Workload {
    /// Runs one seed.
    pub fn seed(&self, seed: u64, operations: u64) -> Weather {
        let (climate, attempts) = climate(seed);
        let climate = match climate {
            Climate::Foul { percent, .. } if !self.stands_stragglers => Climate::Foul { percent, stragglers: false },
            climate => climate,
        };
        alone(seed, (self.work)(Start { seed, operations, climate, attempts }))
    }

    /// Runs the seeds that the environment asks for, tells what there was of weather, and sees that there was some.
    pub fn run(&self) {
        let (seeds, operations) = asked();
        let one = env::var("DYNAENT_SEED").ok().map(|seed| seed.parse().expect("DYNAENT_SEED is a number"));
        let mut seen = Seen::default();
        for seed in one.map_or(0..seeds, |seed: u64| seed..seed + 1) {
            match catch_unwind(AssertUnwindSafe(|| self.seed(seed, operations))) {
                Ok(weather) => seen.add(&weather.seen()),
                Err(panic) => {
                    let release = if cfg!(debug_assertions) { "" } else { "--release " };
                    eprintln!(
                        "seed {seed} of `{name}` fails; once more: DYNAENT_SEED={seed} DYNAENT_FAULTS=1x{operations} \
                         cargo test {release}--test faults {name}",
                        name = self.name
                    );
                    resume_unwind(panic);
                }
            }
        }
        println!(
            "{}: {} requests, {} of them under a fault: {:?}",
            self.name,
            seen.requests,
            seen.faults(),
            seen.faults
        );
        // Too few requests meet too little.
        if one.is_none() && seeds >= SEEDS && operations >= OPERATIONS {
            let lacking = |fault: &&Fault| !seen.faults.contains_key(fault);
            let expected = Fault::ANY.iter().chain(self.meets.iter().copied().flatten());
            let lacking: Vec<_> = expected.filter(lacking).collect();
            assert!(lacking.is_empty(), "`{}` has not met {lacking:?}", self.name);
        }
    }
}

/// How many seeds, and operations of each.
fn asked() -> (u64, u64) {
    let Ok(text) = env::var("DYNAENT_FAULTS") else { return (SEEDS, OPERATIONS) };
    let numbers = text.split_once('x').and_then(|(seeds, each)| Some((seeds.parse().ok()?, each.parse().ok()?)));
    numbers.unwrap_or_else(|| panic!("DYNAENT_FAULTS is {text:?}, and not like 200x5000"))
}
