//! A distributed lock: workers on many machines, of which one at a time may do something.
//!
//! A worker holds the lock for a lease, which it can renew. If it dies, the lease ends, and another one takes over. Each
//! acquisition has a token, greater than all before it, which goes along with whatever the worker does.
//!
//! What holds:
//! - In the table the lock has one holder at a time: it is one item, and each step is one conditional write, which DynamoDB
//!   makes whole or not at all. No step depends on what was read before.
//! - Tokens only grow, for the item stays when the lock is released. That is why it has no `ttl`: DynamoDB would delete it
//!   some day, the tokens would begin anew, and what has seen greater ones would refuse every worker. Nor would a `ttl` end
//!   a lease: DynamoDB deletes late, often by days, and conditions see the item until then.
//! - Who has lost the lock can neither renew nor release it: both name the token.
//! - An answer that gets lost loses no lock: asked again, the one who has it is told so.
//!
//! What does not hold:
//! - A worker cannot know that it still has the lock. It may be paused after it looked, or its clock may be wrong. So
//!   **the resource decides**: it keeps the greatest token that it has seen, and refuses lesser ones. Without that, a lock
//!   with leases only makes collisions rare.
//! - Clocks are compared, and may be `SKEW` apart. If they are further apart, a lock is taken over too early. Tokens guard
//!   the resource even then.
//! - Tokens order workers, not one worker's own requests. One that is held up on its way may arrive after a later one:
//!   a write to the resource, which counts its versions as well where that matters; or an acquisition whose second try
//!   was released already, so that nobody has the lock until its lease is over.
//! - There is no queue: who asks again first gets it.
//! - All of it is about one region. Global tables with eventual consistency let two regions decide at once.
//!
//! ```text
//! cargo run --example locks                                        # embedded engine, in memory
//! cargo run --example locks -- --file locks.db                     # embedded engine, kept in a file
//! cargo run --example locks -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example locks --features aws -- --table app
//! ```

mod support;

use std::process::ExitCode;

use dynaent::{Condition, Entity, Outcome, Result, Service, Table};

// -- The models ------------------------------------------------------------------------------------------------------

/// How long a lease is, in milliseconds.
pub const LEASE: u64 = 10_000;
/// How far two workers' clocks may be apart: so much longer than the lease others wait.
pub const SKEW: u64 = 1_000;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "locks", name = "Lock", version = "1")]
#[index(primary, pk = [name], sk = [])]
pub struct Lock {
    pub name: String,
    /// The one attempt that has it; none if it is free.
    pub holder: Option<String>,
    /// The number of acquisitions, of which each has its own. Never reset.
    #[attr(default)]
    pub token: u64,
    /// When the lease ends, in milliseconds since 1970.
    pub until: u64,
}

/// What the lock protects: entries that workers read, extend and write back.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "locks", name = "Ledger", version = "1")]
#[index(primary, pk = [ledger_id], sk = [])]
pub struct Ledger {
    pub ledger_id: String,
    #[attr(default)]
    pub entries: Vec<String>,
    /// The greatest token that it has seen.
    pub token: u64,
}

#[derive(Debug, Service)]
pub enum Locks {
    Lock(Lock),
    Ledger(Ledger),
}

// -- The lock --------------------------------------------------------------------------------------------------------

/// The lock, held: only `acquire` makes one, and `release` takes it away.
#[derive(Debug)]
pub struct Lease(Lock);

impl Lease {
    pub fn token(&self) -> u64 {
        self.0.token
    }

    /// When it ends. From then on its worker begins nothing more.
    pub fn until(&self) -> u64 {
        self.0.until
    }

    /// That the lock is still held so. The token alone would do, but a lock that was released has its last token still.
    fn holds(&self) -> Condition<Lock> {
        let l = Lock::attributes();
        l.token.eq(self.0.token) & l.holder.eq(self.0.holder.as_deref().unwrap_or_default())
    }
}

/// Takes the lock, if it is free or its lease is over. `None` if somebody else has it.
///
/// `holder` names this attempt and no other: a new ULID for each, with the worker's name if logs are to tell. `now` is the
/// worker's clock before the request: what the way there takes is lost to the lease, and never added to it.
pub async fn acquire(table: &Table, name: &str, holder: &str, now: u64) -> Result<Option<Lease>> {
    let l = Lock::attributes();
    let free = l.token.not_exists() | l.holder.not_exists() | l.until.lt(now.saturating_sub(SKEW));
    // One write makes the lock, or takes it over. DynamoDB counts the token, from 1.
    let acquiring = Lock::upsert().name(name).holder(holder).until(now + LEASE).add(l.token, 1).condition(free);
    Ok(match acquiring.return_new().send_if(table).await? {
        Outcome::Applied(lock) => Some(Lease(lock)),
        // The answer got lost, and this was the second try: the first one has it.
        Outcome::Rejected(Some(lock)) if lock.holder.as_deref() == Some(holder) => Some(Lease(lock)),
        Outcome::Rejected(_) => None,
    })
}

/// Begins the lease anew. `false` if somebody else has taken over: then stop.
///
/// A lease that is over can be renewed as long as nobody has taken over: so nobody else has had the lock meanwhile.
pub async fn renew(table: &Table, lease: &mut Lease, now: u64) -> Result<bool> {
    let l = Lock::attributes();
    let until = now + LEASE;
    // A request that was held up must not shorten what a later one has renewed.
    let renewing = Lock::patch().name(&lease.0.name).set(l.until, until).condition(lease.holds() & l.until.lte(until));
    match renewing.return_new().send_if(table).await? {
        Outcome::Applied(lock) => lease.0 = lock,
        Outcome::Rejected(Some(lock)) if (lock.token, &lock.holder) == (lease.0.token, &lease.0.holder) => {
            lease.0 = lock
        }
        Outcome::Rejected(_) => return Ok(false),
    }
    Ok(true)
}

/// Frees the lock. `false` if somebody else has taken over, who keeps it.
pub async fn release(table: &Table, lease: Lease) -> Result<bool> {
    let l = Lock::attributes();
    // The item stays, for its token.
    let releasing = Lock::patch().name(&lease.0.name).remove(l.holder).condition(lease.holds());
    Ok(match releasing.send_if(table).await? {
        Outcome::Applied(()) => true,
        // With this token nobody else can have had it: it was released by a first try, whose answer got lost.
        Outcome::Rejected(found) => found.is_some_and(|lock| lock.token == lease.0.token),
    })
}

// -- What it protects ------------------------------------------------------------------------------------------------

/// Shows the token to the ledger, and reads it. From then on older tokens are refused, so what is read here is still so
/// when it is saved. `None` if a greater token has been here.
///
/// To read first and to show the token with the write would let an older holder's write pass in between, and lose it.
pub async fn open(table: &Table, ledger_id: &str, lease: &Lease) -> Result<Option<Ledger>> {
    let a = Ledger::attributes();
    let opening = Ledger::upsert().ledger_id(ledger_id).token(lease.token());
    let opening = opening.condition(a.token.not_exists() | a.token.lte(lease.token()));
    Ok(opening.return_new().send_if(table).await?.applied())
}

/// Writes what was opened. `false` if a greater token has been here since: nothing is written.
pub async fn save(table: &Table, ledger: &Ledger) -> Result<bool> {
    let a = Ledger::attributes();
    let saving = Ledger::patch().ledger_id(&ledger.ledger_id).set(a.entries, ledger.entries.clone());
    Ok(saving.condition(a.token.eq(ledger.token)).send_if(table).await?.is_applied())
}

// -- The story -------------------------------------------------------------------------------------------------------

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

/// The clock of the story, in milliseconds since 1970. A worker has `SystemTime::now()`.
fn at(seconds: u64) -> u64 {
    1_800_000_000_000 + seconds * 1000
}

async fn run() -> support::Outcome {
    let table = support::args::table::<Locks>().await?;
    // What an earlier run left. Elsewhere a lock is never deleted.
    Lock::delete().name("monthly-report").send(&table).await?;
    Ledger::delete().ledger_id("march").send(&table).await?;
    let acquire = |holder, seconds| acquire(&table, "monthly-report", holder, at(seconds));

    println!("At 0 s, ada and bob ask at once:");
    let both = tokio::try_join!(acquire("ada-1", 0), acquire("bob-1", 0))?;
    let winners: Vec<Lease> = [both.0, both.1].into_iter().flatten().collect();
    println!("  {} of 2 has it", winners.len());
    for lease in winners {
        println!("  with token {}", lease.token());
        println!("  and releases it: {}", release(&table, lease).await?);
    }

    println!("\nAt 1 s, ada takes it; bob has to wait:");
    let mut ada = tell("ada", acquire("ada-2", 1).await?).ok_or("it was free")?;
    tell("bob", acquire("bob-2", 2).await?);

    println!("\nAt 9 s, ada needs longer. At 13 s the first lease is over, and bob still has to wait:");
    println!("  ada renews: {}, until {}", renew(&table, &mut ada, at(9)).await?, seconds(ada.until()));
    tell("bob", acquire("bob-3", 13).await?);

    println!("\nAt 14 s, ada writes, and is done:");
    write(&table, "ada", &ada).await?;
    println!("  ada releases it: {}", release(&table, ada).await?);

    println!("\nAt 15 s, bob takes it, opens the ledger, and falls asleep:");
    let mut bob = tell("bob", acquire("bob-4", 15).await?).ok_or("it was free")?;
    let mut opened = open(&table, "march", &bob).await?.ok_or("no greater token was there")?;

    println!("\nAt 26 s, the lease is over, but bob's clock may be slow. At 27 s, ada takes over:");
    tell("ada", acquire("ada-3", 26).await?);
    let ada = tell("ada", acquire("ada-4", 27).await?).ok_or("the lease was over")?;
    write(&table, "ada", &ada).await?;

    println!("\nAt 28 s, bob wakes up and knows of nothing:");
    opened.entries.push("bob, late".into());
    println!("  bob writes: {}", save(&table, &opened).await?);
    println!("  bob opens the ledger again: {}", open(&table, "march", &bob).await?.is_some());
    println!("  bob renews: {}", renew(&table, &mut bob, at(28)).await?);
    println!("  bob releases: {}", release(&table, bob).await?);

    println!("\nAda has it still, and her entries are all there:");
    let lock = Lock::get().name("monthly-report").consistent().send(&table).await?;
    println!("  held by {:?}", lock.and_then(|lock| lock.holder));
    let ledger = Ledger::get().ledger_id("march").consistent().send(&table).await?;
    println!("  {:?}", ledger.map(|ledger| ledger.entries));
    println!("  ada releases it: {}", release(&table, ada).await?);

    support::grid::print(&table, &[]).await
}

/// What a worker does with the lock: it reads, extends and writes back.
async fn write(table: &Table, worker: &str, lease: &Lease) -> Result<()> {
    let mut saved = false;
    if let Some(mut ledger) = open(table, "march", lease).await? {
        ledger.entries.push(format!("{worker}, token {}", lease.token()));
        saved = save(table, &ledger).await?;
    }
    println!("  {worker} writes: {saved}");
    Ok(())
}

fn tell(worker: &str, lease: Option<Lease>) -> Option<Lease> {
    match &lease {
        Some(lease) => println!("  {worker} has it, with token {}, until {}", lease.token(), seconds(lease.until())),
        None => println!("  {worker} does not get it"),
    }
    lease
}

fn seconds(time: u64) -> String {
    format!("{} s", (time - at(0)) / 1000)
}
