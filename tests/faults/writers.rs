//! Writers of one entity, each with items of its own: what was acknowledged is what is there, and every index agrees.
//!
//! A writer knows of each of its items which states it may be in: one, unless a write got no clear answer. It then is in
//! any state that the write leads to when it is made not at all, once, or as often as the SDK tries. What an answer or a
//! read tells, leaves only those states that explain it; if there is none, a write was lost, or made once too often. So
//! a `create` whose answer was lost may well be refused by the SDK's second try: the item that is there is its own.

use std::{collections::BTreeMap, rc::Rc};

use dynaent::{Entity, Error, Table};
use fastrand::Rng;

use crate::{
    fault::Fault,
    run::{Run, Start, Task, Workload, side_by_side},
    weather::Weather,
};

pub const WORKLOAD: Workload = Workload {
    name: "writers",
    meets: &[&[Fault::ItemContention], &Fault::PAGES],
    // A write without a condition that is made later undoes what came between, and nothing can be done about it.
    stands_stragglers: false,
    work: |start| Box::pin(work(start)),
};

const WRITERS: u64 = 5;
/// How many items a writer has.
const ITEMS: u32 = 3;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "weather", name = "Thing", version = "1")]
#[index(primary, pk = [group], sk = [id])]
#[index(by_owner, gsi = "gsi1", pk = [owner], sk = [kind, id])]
#[index(by_kind, gsi = "gsi2", pk = [kind], sk = [rank], projection = keys_only)]
struct Thing {
    group: String,
    #[attr(padding(4, "0"))]
    id: u32,
    kind: String,
    owner: Option<String>,
    #[attr(padding(4, "0"))]
    rank: u32,
    count: i64,
    log: Vec<String>,
}

/// The key fields of the indexes.
const INDEXES: [[&str; 2]; 2] = [["gsi1pk", "gsi1sk"], ["gsi2pk", "gsi2sk"]];
const KINDS: [&str; 2] = ["k", "l"];
const OWNERS: [&str; 2] = ["ada", "bob"];

type State = Option<Thing>;

#[derive(Debug, Clone)]
enum Step {
    Create(Thing),
    Put(Thing),
    /// If the count is this one.
    PutIf(Thing, i64),
    Upsert(Thing),
    /// The kind, the owner and the rank, each if it is to be changed, in an item of which the count may have to be known.
    Patch {
        kind: Option<String>,
        owner: Option<Option<String>>,
        rank: Option<u32>,
        count: Option<i64>,
    },
    /// One more, and an entry in the log: made twice, it is there twice.
    Count(String),
    /// The same, if the count is this one: then it cannot be made twice.
    CountIf(String, i64),
    Remove(Option<i64>),
    Delete,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    Taken,
    Absent,
    Condition,
}

/// What a write answers.
#[derive(Debug)]
enum Answer {
    /// It was made; the item as it is then, where the answer tells.
    Made(Option<State>),
    /// It was not made for the item that is there.
    Refused(Refusal, Option<State>),
    /// Whether it was made is not known.
    Unclear,
    /// It was not made.
    NotMade,
}

impl Step {
    fn any(rng: &mut Rng, key: (&str, u32), states: &[State], name: impl Fn() -> String) -> Self {
        let known = states.iter().flatten().next().map_or(0, |thing| thing.count);
        let count = if rng.u8(..4) == 0 { known + 1 } else { known };
        match rng.u8(..18) {
            0..=2 => Self::Create(thing(rng, key)),
            3 => Self::Put(thing(rng, key)),
            4 => Self::PutIf(thing(rng, key), count),
            5..=6 => Self::Upsert(thing(rng, key)),
            7..=10 => {
                let new = thing(rng, key);
                Self::Patch {
                    kind: rng.bool().then_some(new.kind),
                    owner: rng.bool().then_some(new.owner),
                    rank: Some(new.rank),
                    count: rng.bool().then_some(count),
                }
            }
            11..=12 => Self::Count(name()),
            13..=14 => Self::CountIf(name(), count),
            15..=16 => Self::Remove(rng.bool().then_some(count)),
            _ => Self::Delete,
        }
    }

    /// What becomes of an item.
    fn apply(&self, state: &State) -> Result<State, Refusal> {
        let there = |count: Option<i64>| {
            let thing = state.clone().ok_or(Refusal::Absent)?;
            if count.is_none_or(|count| count == thing.count) { Ok(thing) } else { Err(Refusal::Condition) }
        };
        let counted = |mut thing: Thing, entry: &String| {
            thing.count += 1;
            thing.log.push(entry.clone());
            Ok(Some(thing))
        };
        match self {
            Self::Create(_) if state.is_some() => Err(Refusal::Taken),
            Self::Create(thing) | Self::Put(thing) => Ok(Some(thing.clone())),
            // A put demands nothing of what is there, but for its condition.
            Self::PutIf(thing, count) => there(Some(*count)).map(|_| Some(thing.clone())).or(Err(Refusal::Condition)),
            Self::Upsert(thing) => {
                let owner = state.as_ref().and_then(|state| state.owner.clone());
                Ok(Some(Thing { owner: thing.owner.clone().or(owner), ..thing.clone() }))
            }
            Self::Patch { kind, owner, rank, count } => there(*count).map(|mut thing| {
                thing.kind = kind.clone().unwrap_or(thing.kind);
                thing.owner = owner.clone().unwrap_or(thing.owner);
                thing.rank = rank.unwrap_or(thing.rank);
                Some(thing)
            }),
            Self::Count(entry) => counted(there(None)?, entry),
            Self::CountIf(entry, count) => counted(there(Some(*count))?, entry),
            Self::Remove(count) => there(*count).map(|_| None),
            Self::Delete => Ok(None),
        }
    }

    async fn send(&self, (group, id): (&str, u32), table: &Table) -> Answer {
        let t = Thing::attributes();
        let patch = || Thing::patch().group(group).id(id);
        let made = |thing| Some(Some(thing));
        let sent = match self {
            Self::Create(thing) => Thing::create().item(thing.clone()).send(table).await.map(made),
            Self::Put(thing) => Thing::put().item(thing.clone()).send(table).await.map(made),
            Self::PutIf(thing, count) => {
                Thing::put().item(thing.clone()).condition(t.count.eq(*count)).send(table).await.map(made)
            }
            Self::Upsert(thing) => Thing::upsert().item(thing.clone()).return_new().send(table).await.map(made),
            Self::Patch { kind, owner, rank, count } => {
                let mut patch = patch();
                if let Some(kind) = kind {
                    patch = patch.set(t.kind, kind);
                }
                patch = match owner {
                    Some(Some(owner)) => patch.set(t.owner, owner),
                    Some(None) => patch.remove(t.owner),
                    None => patch,
                };
                if let Some(rank) = rank {
                    patch = patch.set(t.rank, *rank);
                }
                if let Some(count) = count {
                    patch = patch.condition(t.count.eq(*count));
                }
                patch.send(table).await.map(|()| None)
            }
            Self::Count(entry) => {
                patch().add(t.count, 1).append(t.log, [entry]).return_new().send(table).await.map(made)
            }
            Self::CountIf(entry, count) => {
                let patch = patch().add(t.count, 1).append(t.log, [entry]).condition(t.count.eq(*count));
                patch.return_new().send(table).await.map(made)
            }
            Self::Remove(count) => {
                let remove = Thing::remove().group(group).id(id);
                let remove = if let Some(count) = count { remove.condition(t.count.eq(*count)) } else { remove };
                remove.send(table).await.map(|()| Some(None))
            }
            Self::Delete => Thing::delete().group(group).id(id).send(table).await.map(|()| Some(None)),
        };
        let error = match sent {
            Ok(now) => return Answer::Made(now),
            Err(error) => error,
        };
        match &error {
            Error::AlreadyExists { .. } => Answer::Refused(Refusal::Taken, Some(error.current().expect("it is read"))),
            Error::NotFound { .. } => Answer::Refused(Refusal::Absent, Some(None)),
            Error::ConditionFailed { .. } => {
                Answer::Refused(Refusal::Condition, Some(error.current().expect("it is read")))
            }
            Error::Request { .. } if error.is_retryable() => Answer::NotMade,
            Error::Request { .. } => Answer::Unclear,
            _ => panic!("{self:?}: {error:?}"),
        }
    }

    /// The states that explain what is known now.
    fn states_after(&self, before: &[State], answer: &Answer, attempts: usize) -> Vec<State> {
        // What the last attempt may have met, and what it may have left.
        let met = self.reached(before, attempts - 1);
        match answer {
            Answer::Made(now) => {
                let left = met.iter().filter_map(|state| self.apply(state).ok());
                distinct(left.filter(|left| now.as_ref().is_none_or(|now| now == left)))
            }
            Answer::Refused(refusal, now) => {
                let refuses = |state: &State| self.apply(state) == Err(*refusal);
                let is_now = |state: &State| now.as_ref().is_none_or(|now| now == state);
                distinct(met.into_iter().filter(|state| refuses(state) && is_now(state)))
            }
            // The last attempt was not made; those before it may have been.
            Answer::NotMade => met,
            Answer::Unclear => self.reached(before, attempts),
        }
    }

    /// Where so many attempts may lead, of which any may be lost.
    fn reached(&self, before: &[State], attempts: usize) -> Vec<State> {
        (0..attempts).fold(before.to_vec(), |states, _| {
            let made: Vec<_> = states.iter().filter_map(|state| self.apply(state).ok()).collect();
            distinct(states.into_iter().chain(made))
        })
    }
}

fn distinct(states: impl IntoIterator<Item = State>) -> Vec<State> {
    states.into_iter().fold(Vec::new(), |mut distinct, state| {
        if !distinct.contains(&state) {
            distinct.push(state);
        }
        distinct
    })
}

fn thing(rng: &mut Rng, (group, id): (&str, u32)) -> Thing {
    Thing {
        group: group.to_owned(),
        id,
        kind: KINDS[rng.usize(..2)].to_owned(),
        owner: (rng.u8(..4) > 0).then(|| OWNERS[rng.usize(..2)].to_owned()),
        rank: rng.u32(..9),
        count: rng.i64(0..3),
        log: Vec::new(),
    }
}

/// What is known of the items, by their keys.
type Known = BTreeMap<(String, u32), Vec<State>>;

async fn work(start: Start) -> Weather {
    let run = start.run::<Thing>().await;
    let known = Rc::new(std::cell::RefCell::new(Known::new()));
    let writer = |writer| {
        let (run, known) = (Rc::clone(&run), Rc::clone(&known));
        Box::pin(async move {
            let mine = write(&run, writer).await;
            known.borrow_mut().extend(mine);
        }) as Task
    };
    side_by_side((0..WRITERS).map(writer)).await;
    run.settle().await;
    check(&known.take(), &run.undisturbed).await;
    run.weather.clone()
}

/// One writer, to whom nobody else writes.
async fn write(run: &Run, writer: u64) -> Known {
    let mut rng = run.rng(writer);
    // Two groups, so that writers share partitions of the table too.
    let group = format!("g{}", writer % 2);
    let ids = u32::try_from(writer).expect("few") * ITEMS;
    let mut known: Known = (ids..ids + ITEMS).map(|id| ((group.clone(), id), vec![None])).collect();
    let mut number = 0;
    while run.next() {
        number += 1;
        let id = ids + rng.u32(..ITEMS);
        let states = known.get_mut(&(group.clone(), id)).expect("one of its own");
        let key = (group.as_str(), id);
        match rng.u8(..10) {
            0..=1 => read(run, key, states).await,
            2 => look_up(run, &mut rng, states).await,
            _ => {
                let step = Step::any(&mut rng, key, states, || format!("{writer}/{number}"));
                let answer = step.send(key, &run.table).await;
                let after = step.states_after(states, &answer, run.attempts);
                assert!(
                    !after.is_empty(),
                    "nothing explains {answer:?}\nto {step:?}\nof {states:?},\nsent up to {} times",
                    run.attempts
                );
                *states = after;
            }
        }
        // It would grow without end, and nothing can be told of so many.
        while states.len() > 12 {
            read(run, key, states).await;
        }
    }
    known
}

/// What is read is one of the states that it may be in.
async fn read(run: &Run, (group, id): (&str, u32), states: &mut Vec<State>) {
    match Thing::get().group(group).id(id).consistent().send(&run.table).await {
        Ok(found) => {
            assert!(states.contains(&found), "{found:?} is none of {states:?}");
            *states = vec![found];
        }
        Err(error) => assert!(matches!(error, Error::Request { .. }), "{error:?}"),
    }
}

/// An item of which the state is known is in each index once, while others come and go.
async fn look_up(run: &Run, rng: &mut Rng, states: &[State]) {
    let [Some(thing)] = states else { return };
    let found = match &thing.owner {
        Some(owner) if rng.bool() => Thing::query().by_owner().owner(owner).limit(2).all(&run.table).await,
        _ => Thing::query().by_kind().kind(&thing.kind).limit(3).hydrate().all(&run.table).await,
    };
    match found {
        Ok(found) => {
            let mine: Vec<_> = found.iter().filter(|it| (&it.group, it.id) == (&thing.group, thing.id)).collect();
            assert_eq!(mine, [thing]);
        }
        Err(error) => assert!(matches!(error, Error::Request { .. } | Error::Unprocessed { .. }), "{error:?}"),
    }
}

/// The table holds what is known, and every index what its items say.
async fn check(known: &Known, table: &Table) {
    let mut things = Vec::new();
    for ((group, id), states) in known {
        let found = Thing::get().group(group).id(*id).send(table).await.expect("a get");
        assert!(states.contains(&found), "{found:?} is none of {states:?}");
        things.extend(found);
    }
    let stored = table.client().scan().table_name(table.name()).send().await.expect("a scan").items.unwrap_or_default();
    assert_eq!(stored.len(), things.len());
    for thing in &things {
        let put = Thing::put().item(thing.clone()).request("app").expect("a put").item.expect("an item");
        let found = stored.iter().find(|item| ["pk", "sk"].iter().all(|field| item[*field] == put[*field]));
        let mut found = found.unwrap_or_else(|| panic!("{thing:?} is not stored")).clone();
        for [pk, sk] in INDEXES {
            // An item that is in no partition of an index may keep its sort key there.
            if !put.contains_key(pk) {
                found.remove(sk);
            }
        }
        let mut put = put;
        for [pk, sk] in INDEXES {
            if !put.contains_key(pk) {
                put.remove(sk);
            }
        }
        assert_eq!(found, put);
    }
    for owner in OWNERS {
        let mut expected: Vec<_> = things.iter().filter(|thing| thing.owner.as_deref() == Some(owner)).collect();
        expected.sort_by_key(|thing| (&thing.kind, thing.id));
        let found = Thing::query().by_owner().owner(owner).all(table).await.expect("a query");
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "by {owner}");
    }
    for kind in KINDS {
        let by_rank = |found: &mut Vec<Thing>| found.sort_by_key(|thing| (thing.rank, thing.group.clone(), thing.id));
        let mut expected: Vec<_> = things.iter().filter(|thing| thing.kind == kind).cloned().collect();
        by_rank(&mut expected);
        let mut found = Thing::query().by_kind().kind(kind).hydrate().all(table).await.expect("a query");
        assert!(found.is_sorted_by_key(|thing| thing.rank), "of {kind}");
        by_rank(&mut found);
        assert_eq!(found, expected, "of {kind}");
    }
}
