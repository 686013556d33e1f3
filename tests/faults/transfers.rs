//! Transfers between accounts, by transactions: each is made once or not at all, whatever becomes of the answers, and
//! whenever somebody looks, the sum of all accounts is what it was.
//!
//! What makes a transfer happen once is a token, a record of it that must not exist yet, or both. A transfer that got no
//! clear answer is sent again, at the end with nothing in its way: then it is known of every one whether it was made.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, time::Duration};

use dynaent::{Cause, Entity, Error, Table, TransactGet, TransactWrite};
use fastrand::Rng;
use tokio::time::sleep;

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, side_by_side},
    weather::Weather,
};

pub const WORKLOAD: Workload = Workload {
    name: "transfers",
    meets: &[&Fault::TRANSACTIONS, &[Fault::Straggler]],
    stands_stragglers: true,
    work: |start| Box::pin(work(start)),
};

const TASKS: u64 = 4;
const ACCOUNTS: usize = 5;
const BALANCE: u64 = 100;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Account", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Account {
    id: String,
    balance: u64,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Transfer", version = "1")]
#[index(primary, pk = [number], sk = [])]
struct Transfer {
    number: String,
    from: String,
    to: String,
    amount: u64,
}

/// What forbids that it is made twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Once {
    Token,
    Record,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Made,
    /// There was not enough.
    Refused,
    Unclear,
}

impl Transfer {
    fn any(rng: &mut Rng, number: String) -> Self {
        let (from, distance) = (rng.usize(..ACCOUNTS), rng.usize(1..ACCOUNTS));
        let account = |number: usize| format!("a{}", number % ACCOUNTS);
        Self { number, from: account(from), to: account(from + distance), amount: rng.u64(1..70) }
    }

    async fn send(&self, once: Once, table: &Table) -> dynaent::Result<()> {
        let a = Account::attributes();
        let take =
            Account::patch().id(&self.from).subtract(a.balance, self.amount).condition(a.balance.gte(self.amount));
        let give = Account::patch().id(&self.to).add(a.balance, self.amount);
        let transaction = TransactWrite::new().item(take).item(give);
        let transaction = if once == Once::Record { transaction } else { transaction.client_token(&self.number) };
        match once {
            Once::Token => transaction.send(table).await.map(drop),
            Once::Record | Once::Both => {
                transaction.item(Transfer::create().item(self.clone())).send(table).await.map(drop)
            }
        }
    }

    /// Sends it until it is known what becomes of it, or it is given up.
    async fn make(&self, once: Once, run: &Run, tries: u32) -> Fate {
        for attempt in 0..tries {
            match self.send(once, &run.table).await {
                Err(error) if error.is_retryable() => sleep(Duration::from_millis(20 << attempt)).await,
                sent => match fate(once, sent) {
                    Fate::Unclear => {}
                    known => return known,
                },
            }
        }
        Fate::Unclear
    }
}

/// What an answer says of a transfer.
fn fate(once: Once, sent: dynaent::Result<()>) -> Fate {
    let reasons = match sent {
        Ok(()) => return Fate::Made,
        Err(Error::Cancelled { reasons }) => reasons,
        Err(Error::Request { source, .. }) if !source.to_string().contains("Idempotent") => return Fate::Unclear,
        Err(error) => panic!("{error:?}"),
    };
    let causes: Vec<_> = reasons.iter().map(|reason| &reason.cause).collect();
    match causes[..] {
        [Cause::ConditionFailed, Cause::None] | [Cause::ConditionFailed, Cause::None, Cause::None] => Fate::Refused,
        // With a token, one that was made is not tried again.
        [_, Cause::None, Cause::AlreadyExists] if once == Once::Record => Fate::Made,
        _ => panic!("{once:?}: {reasons:?}"),
    }
}

type Fates = BTreeMap<String, (Transfer, Once, Fate)>;

async fn work(start: Start) -> Weather {
    let run = start.run::<(Account, Transfer)>().await;
    for account in accounts() {
        Account::create().id(account).balance(BALANCE).send(&run.undisturbed).await.expect("an account");
    }
    let fates = Rc::new(RefCell::new(Fates::new()));
    let tasks = (0..TASKS).map(|task| {
        let (run, fates) = (Rc::clone(&run), Rc::clone(&fates));
        Box::pin(async move { transfer(&run, &fates, task).await }) as Task
    });
    side_by_side(tasks).await;
    run.settle().await;
    let mut fates = fates.take();
    for (transfer, once, known) in fates.values_mut() {
        // One that was refused may have been made since, by a request that was long on its way.
        if *known == Fate::Unclear || (*known == Fate::Refused && run.stragglers) {
            *known = fate(*once, transfer.send(*once, &run.undisturbed).await);
        }
    }
    check(&fates, &run.undisturbed).await;
    run.weather.clone()
}

fn accounts() -> [String; ACCOUNTS] {
    std::array::from_fn(|number| format!("a{number}"))
}

async fn transfer(run: &Run, fates: &RefCell<Fates>, task: u64) {
    let mut rng = run.rng(task);
    let mut number = 0;
    while run.next() {
        if rng.u8(..6) == 0 {
            look(run).await;
            continue;
        }
        number += 1;
        let transfer = Transfer::any(&mut rng, format!("{task}/{number}"));
        let once = [Once::Token, Once::Record, Once::Both][rng.usize(..3)];
        let tries = rng.u32(1..5);
        let fate = transfer.make(once, run, tries).await;
        fates.borrow_mut().insert(transfer.number.clone(), (transfer, once, fate));
    }
}

/// All accounts at one moment.
async fn look(run: &Run) {
    match TransactGet::new(accounts().map(|id| Account::get().id(id))).send(&run.table).await {
        Ok(accounts) => {
            let sum: u64 = accounts.iter().flatten().map(|account| account.balance).sum();
            assert_eq!(sum, BALANCE * ACCOUNTS as u64, "{accounts:?}");
        }
        Err(Error::Request { .. }) => {}
        Err(error) => assert!(error.is_retryable(), "{error:?}"),
    }
}

async fn check(fates: &Fates, table: &Table) {
    let mut balances: BTreeMap<_, _> = accounts().map(|id| (id, BALANCE)).into();
    let mut recorded = Vec::new();
    let made = fates.values().filter(|(_, _, fate)| *fate == Fate::Made);
    let mut moved = BTreeMap::<&str, i64>::new();
    for (transfer, once, _) in made {
        let amount = i64::try_from(transfer.amount).expect("a small amount");
        *moved.entry(&transfer.from).or_default() -= amount;
        *moved.entry(&transfer.to).or_default() += amount;
        if *once != Once::Token {
            recorded.push(transfer.clone());
        }
    }
    for (account, amount) in moved {
        let balance = balances.get_mut(account).expect("an account");
        *balance = balance.checked_add_signed(amount).expect("an account is never in debt");
    }
    let found = Account::scan().all(table).await.expect("a scan");
    let found: BTreeMap<_, _> = found.into_iter().map(|account| (account.id, account.balance)).collect();
    assert_eq!(found, balances);
    let mut found = Transfer::scan().all(table).await.expect("a scan");
    found.sort_by(|one, other| one.number.cmp(&other.number));
    assert_eq!(found, recorded);
}
