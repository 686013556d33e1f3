//! Random sequences of writes against a model in memory: after each step, the table and every index hold what the model
//! says.
//!
//! The model is a map of items, changed in plain Rust. Where an item has to be in an index, and under which key, is what
//! a `put` of the item as it is would write, which the contract with ElectroDB has checked. An item that is in no
//! partition of an index may keep the sort key there, which is harmless: DynamoDB has an item in an index when both are.
//!
//! `DYNAENT_SEQUENCE=12345 cargo test --test behaviour sequences` runs the one sequence of that seed.

use std::collections::BTreeMap;

use dynaent::{Entity, Error, LocalEngine, Table};
use fastrand::Rng;

use crate::harness::Item;

const SEQUENCES: u64 = 2_000;
const STEPS: usize = 10;

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "seq", name = "Thing", version = "1")]
#[index(primary, pk = [group], sk = [id])]
#[index(by_owner, gsi = "gsi1", pk = [owner], sk = [kind, id])]
#[index(by_team, gsi = "gsi2", pk = [kind, team], sk = [rank])]
#[index(by_note, lsi = "lsi1", pk = [group], sk = [note])]
#[index(due, gsi = "gsi3", pk = [owner], sk = [due], condition(is_open, of = [open, flag]))]
struct Thing {
    group: String,
    id: u32,
    kind: String,
    owner: Option<String>,
    team: Option<String>,
    rank: Option<u32>,
    note: Option<String>,
    due: Option<String>,
    open: bool,
    flag: Option<u32>,
    count: i64,
    log: Vec<String>,
    text: Option<String>,
}

fn is_open(open: &bool, flag: Option<&u32>) -> bool {
    *open && flag != Some(&0)
}

/// The key fields of the indexes.
const INDEXES: [(&str, [&str; 2]); 4] = [
    ("gsi1", ["gsi1pk", "gsi1sk"]),
    ("gsi2", ["gsi2pk", "gsi2sk"]),
    ("gsi3", ["gsi3pk", "gsi3sk"]),
    ("lsi1", ["pk", "lsi1sk"]),
];

type Model = BTreeMap<(String, u32), Thing>;

/// A change of an attribute, by an update.
#[derive(Debug, Clone)]
enum Change {
    Kind(String),
    Owner(Option<String>),
    Team(Option<String>),
    Rank(Option<u32>),
    Note(Option<String>),
    Due(Option<String>),
    Open(bool),
    Flag(Option<u32>),
    Text(Option<String>),
    Count(i64),
    Log(String),
}

/// What an update knows of the item.
#[derive(Debug, Clone)]
enum Knowledge {
    Nothing,
    /// These attributes, by name. What it says of `owner` may be wrong.
    Some(Vec<&'static str>, Option<String>),
    Item,
    /// The update is the difference between two items.
    Both,
}

#[derive(Debug, Clone)]
enum Step {
    Create(Thing),
    Put(Thing),
    Upsert(Thing),
    Update(Thing, Vec<Change>, Knowledge, bool),
    Remove(Thing, bool),
}

fn text(rng: &mut Rng, texts: &[&str]) -> String {
    rng.choice(texts).copied().unwrap_or_default().to_owned()
}

fn maybe<T>(rng: &mut Rng, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    if rng.u8(..3) == 0 { None } else { Some(value(rng)) }
}

fn thing(rng: &mut Rng) -> Thing {
    Thing {
        group: text(rng, &["g", "h"]),
        id: rng.u32(..2),
        kind: text(rng, &["k", "l"]),
        owner: maybe(rng, |rng| text(rng, &["ada", "bob"])),
        team: maybe(rng, |rng| text(rng, &["x", "y"])),
        rank: maybe(rng, |rng| rng.u32(..3)),
        note: maybe(rng, |rng| text(rng, &["n", "o"])),
        due: maybe(rng, |rng| text(rng, &["mon", "tue"])),
        open: rng.bool(),
        flag: maybe(rng, |rng| rng.u32(..2)),
        count: rng.i64(-2..3),
        log: vec![text(rng, &["a", "b"])],
        text: maybe(rng, |rng| text(rng, &["t", "u"])),
    }
}

fn changes(rng: &mut Rng) -> Vec<Change> {
    let new = thing(rng);
    let all = [
        Change::Kind(new.kind),
        Change::Owner(new.owner),
        Change::Team(new.team),
        Change::Rank(new.rank),
        Change::Note(new.note),
        Change::Due(new.due),
        Change::Open(new.open),
        Change::Flag(new.flag),
        Change::Text(new.text),
        Change::Count(new.count),
        Change::Log("c".into()),
    ];
    let few = rng.u8(1..5);
    let mut all: Vec<_> = all.into_iter().collect();
    rng.shuffle(&mut all);
    all.truncate(few.into());
    all
}

fn step(rng: &mut Rng) -> Step {
    let item = thing(rng);
    match rng.u8(..20) {
        0..=1 => Step::Create(item),
        2..=4 => Step::Put(item),
        5..=7 => Step::Upsert(item),
        8 => Step::Remove(item, rng.bool()),
        _ => {
            let knowledge = match rng.u8(..8) {
                0..=1 => Knowledge::Nothing,
                2..=3 => {
                    let mut names = vec!["kind", "owner", "team", "due", "open", "flag"];
                    rng.shuffle(&mut names);
                    names.truncate(rng.usize(1..=6));
                    let wrong = (rng.u8(..6) == 0).then(|| "eve".to_owned());
                    Knowledge::Some(names, wrong)
                }
                4..=5 => Knowledge::Item,
                _ => Knowledge::Both,
            };
            Step::Update(item, changes(rng), knowledge, rng.bool())
        }
    }
}

fn changed(item: &Thing, changes: &[Change]) -> Thing {
    let mut item = item.clone();
    for change in changes {
        match change.clone() {
            Change::Kind(kind) => item.kind = kind,
            Change::Owner(owner) => item.owner = owner,
            Change::Team(team) => item.team = team,
            Change::Rank(rank) => item.rank = rank,
            Change::Note(note) => item.note = note,
            Change::Due(due) => item.due = due,
            Change::Open(open) => item.open = open,
            Change::Flag(flag) => item.flag = flag,
            Change::Text(text) => item.text = text,
            Change::Count(count) => item.count += count,
            Change::Log(entry) => item.log.push(entry),
        }
    }
    item
}

/// Whether an update lacks what the keys of an index are made of. `knows` tells of an attribute whether the update knows
/// it, and if so whether it will be there.
fn lacks(changes: &[Change], knows: impl Fn(&str) -> Option<bool>) -> bool {
    let changes_one = |names: &[&str]| changes.iter().any(|change| names.contains(&name(change)));
    let after = |attribute: &str| match changes.iter().find(|change| name(change) == attribute) {
        Some(Change::Owner(None) | Change::Team(None) | Change::Due(None) | Change::Flag(None)) => Some(false),
        Some(_) => Some(true),
        None => knows(attribute),
    };
    // A partition key of which one part goes needs no other.
    let pair = changes_one(&["kind", "team"])
        && after("team") != Some(false)
        && [after("kind"), after("team")].contains(&None);
    let condition = changes_one(&["owner", "due", "open", "flag"])
        && after("owner") != Some(false)
        && (after("due") == Some(false)
            || [after("owner"), after("due"), after("open"), after("flag")].contains(&None));
    pair || condition
}

fn name(change: &Change) -> &'static str {
    match change {
        Change::Kind(_) => "kind",
        Change::Owner(_) => "owner",
        Change::Team(_) => "team",
        Change::Rank(_) => "rank",
        Change::Note(_) => "note",
        Change::Due(_) => "due",
        Change::Open(_) => "open",
        Change::Flag(_) => "flag",
        Change::Text(_) => "text",
        Change::Count(_) => "count",
        Change::Log(_) => "log",
    }
}

/// An update with its changes and its knowledge, sent.
macro_rules! update {
    ($verb:ident, $item:expr, $before:expr, $changes:expr, $knowledge:expr, $table:expr) => {{
        let (item, before, t) = ($item, $before, Thing::attributes());
        let mut update = Thing::$verb().group(&item.group).id(item.id);
        if let Knowledge::Both = $knowledge {
            update = update.changes(before, &changed(before, $changes));
        } else {
            for change in $changes {
                update = match change.clone() {
                    Change::Kind(kind) => update.set(t.kind, kind),
                    Change::Owner(Some(owner)) => update.set(t.owner, owner),
                    Change::Owner(None) => update.remove(t.owner),
                    Change::Team(Some(team)) => update.set(t.team, team),
                    Change::Team(None) => update.remove(t.team),
                    Change::Rank(Some(rank)) => update.set(t.rank, rank),
                    Change::Rank(None) => update.remove(t.rank),
                    Change::Note(Some(note)) => update.set(t.note, note),
                    Change::Note(None) => update.remove(t.note),
                    Change::Due(Some(due)) => update.set(t.due, due),
                    Change::Due(None) => update.remove(t.due),
                    Change::Open(open) => update.set(t.open, open),
                    Change::Flag(Some(flag)) => update.set(t.flag, flag),
                    Change::Flag(None) => update.remove(t.flag),
                    Change::Text(Some(text)) => update.set(t.text, text),
                    Change::Text(None) => update.remove(t.text),
                    Change::Count(count) => update.add(t.count, count),
                    Change::Log(entry) => update.append(t.log, [entry]),
                };
            }
        }
        match $knowledge {
            Knowledge::Nothing | Knowledge::Both => {}
            Knowledge::Item => update = update.from(before),
            Knowledge::Some(names, wrong) => {
                for name in names {
                    update = match *name {
                        "kind" => update.known(t.kind, before.kind.clone()),
                        "owner" => update.known(t.owner, wrong.clone().or_else(|| before.owner.clone())),
                        "team" => update.known(t.team, before.team.clone()),
                        "due" => update.known(t.due, before.due.clone()),
                        "open" => update.known(t.open, before.open),
                        _ => update.known(t.flag, before.flag),
                    };
                }
            }
        }
        update.send($table).await
    }};
}

/// Makes an item by an update that sets all of it, and tells what it lacks.
///
/// A note it always has: without one an update leaves the item out of `by_note`, as ElectroDB's does, and a put does not.
async fn make_by_update(item: &Thing, model: &mut Model, table: &Table) {
    let t = Thing::attributes();
    let item = Thing { note: item.note.clone().or_else(|| Some("n".to_owned())), ..item.clone() };
    let mut update = Thing::update()
        .group(&item.group)
        .id(item.id)
        .set(t.kind, item.kind.clone())
        .set(t.open, item.open)
        .set(t.log, item.log.clone())
        .add(t.count, item.count);
    macro_rules! tell {
        ($($attribute:ident)*) => {$(
            update = match item.$attribute.clone() {
                Some(value) => update.set(t.$attribute, value),
                None => update.known_absent(t.$attribute),
            };
        )*};
    }
    tell!(owner team rank note due flag text);
    let made = update.return_new().send(table).await;
    if is_legal(&item) {
        assert_eq!(made.expect("it is made"), item);
        model.insert((item.group.clone(), item.id), item);
    } else {
        let error = made.expect_err("it lacks a sort key");
        assert!(matches!(error, Error::IncompleteIndex { index: "due", .. }), "{error}");
    }
}

/// Whether a put takes the item: one with the partition key of an index that has a condition must have its sort key too.
fn is_legal(item: &Thing) -> bool {
    item.owner.is_none() || item.due.is_some()
}

/// Makes a step, and says what must come of it: the model is changed where it was made.
async fn make(step: &Step, model: &mut Model, table: &Table) {
    let key = |item: &Thing| (item.group.clone(), item.id);
    if let Step::Create(item) | Step::Put(item) = step
        && !is_legal(item)
    {
        let error = Thing::put().item(item.clone()).send(table).await.expect_err("it lacks a sort key");
        assert!(matches!(error, Error::IncompleteIndex { index: "due", .. }), "{error}");
        return;
    }
    match step {
        Step::Create(item) => {
            let created = Thing::create().item(item.clone()).send(table).await;
            match model.get(&key(item)) {
                Some(there) => {
                    let error = created.expect_err("its key is taken");
                    assert!(matches!(error, Error::AlreadyExists { .. }), "{error}");
                    assert_eq!(error.current::<Thing>().expect("it is read").as_ref(), Some(there));
                }
                None => {
                    assert_eq!(&created.expect("it is created"), item);
                    model.insert(key(item), item.clone());
                }
            }
        }
        Step::Put(item) => {
            let old = Thing::put().item(item.clone()).return_old().send(table).await.expect("it is put");
            assert_eq!(old, model.insert(key(item), item.clone()));
        }
        Step::Upsert(item) => {
            let upserted = Thing::upsert().item(item.clone()).return_new().send(table).await;
            // What decides whether an item is in an index is required, so that all else must be given.
            let whole = item.team.is_some() && item.owner.is_some() && item.due.is_some() && item.flag.is_some();
            if !whole {
                let error = upserted.expect_err("it does not know the keys of an index");
                assert!(matches!(error, Error::IncompleteIndex { .. }), "{error}");
                return;
            }
            let mut expected = item.clone();
            if let Some(there) = model.get(&key(item)) {
                expected.rank = item.rank.or(there.rank);
                expected.note = item.note.clone().or_else(|| there.note.clone());
                expected.text = item.text.clone().or_else(|| there.text.clone());
            }
            assert_eq!(upserted.expect("it is upserted"), expected);
            model.insert(key(item), expected);
        }
        Step::Update(item, changes, knowledge, patch) => {
            let Some(before) = model.get(&key(item)).cloned() else {
                if !patch {
                    return make_by_update(item, model, table).await;
                }
                let gone = update!(patch, item, item, &[Change::Count(1)], &Knowledge::Nothing, table);
                let error = gone.expect_err("there is none");
                assert!(matches!(error, Error::NotFound { .. }), "{error}");
                return;
            };
            let result = if *patch {
                update!(patch, item, &before, changes, knowledge, table)
            } else {
                update!(update, item, &before, changes, knowledge, table)
            };
            let is_wrong = |names: &[&str], wrong: &Option<String>| names.contains(&"owner") && wrong.is_some();
            let knows = |attribute: &str| {
                let there = match attribute {
                    "owner" => before.owner.is_some(),
                    "team" => before.team.is_some(),
                    "due" => before.due.is_some(),
                    // Optional, but it is enough to know.
                    _ => true,
                };
                match knowledge {
                    Knowledge::Nothing => None,
                    Knowledge::Some(names, wrong) if attribute == "owner" && is_wrong(names, wrong) => Some(true),
                    Knowledge::Some(names, _) => names.contains(&attribute).then_some(there),
                    Knowledge::Item | Knowledge::Both => Some(there),
                }
            };
            if lacks(changes, knows) {
                let error = result.expect_err("it does not know the keys of an index");
                assert!(matches!(error, Error::IncompleteIndex { .. }), "{error}");
            } else if let Knowledge::Some(names, wrong) = knowledge
                && is_wrong(names, wrong)
            {
                let error = result.expect_err("what it knows is wrong");
                assert!(matches!(error, Error::ConditionFailed { .. }), "{error}");
                assert_eq!(error.current::<Thing>().expect("it is read"), Some(before));
            } else {
                result.expect("it is changed");
                model.insert(key(item), changed(&before, changes));
            }
        }
        Step::Remove(item, false) => {
            let old = Thing::delete().group(&item.group).id(item.id).return_old().send(table).await.expect("deleted");
            assert_eq!(old, model.remove(&key(item)));
        }
        Step::Remove(item, true) => {
            let removed = Thing::remove().group(&item.group).id(item.id).send(table).await;
            match model.remove(&key(item)) {
                Some(_) => removed.expect("it is removed"),
                None => assert!(matches!(removed, Err(Error::NotFound { .. }))),
            }
        }
    }
}

/// What a put of each item would write.
fn expected(model: &Model) -> Vec<Item> {
    let put =
        |item: &Thing| Thing::put().item(item.clone()).request("t").expect("it can be put").item.expect("an item");
    model.values().map(put).collect()
}

/// The table is what the model says.
async fn check_table(expected: &[Item], table: &Table) {
    let stored =
        table.client().scan().table_name(table.name()).send().await.expect("it is read").items.unwrap_or_default();
    assert_eq!(stored.len(), expected.len());
    let is_key = |field: &String| INDEXES.iter().any(|(_, fields)| fields.contains(&field.as_str()) && field != "pk");
    for item in expected {
        let found = stored.iter().find(|stored| ["pk", "sk"].iter().all(|field| stored[*field] == item[*field]));
        let found = found.unwrap_or_else(|| panic!("there is no {item:?}"));
        let attributes = |item: &Item| -> BTreeMap<_, _> {
            item.iter()
                .filter(|(field, _)| !is_key(field))
                .map(|(field, value)| (field.clone(), value.clone()))
                .collect()
        };
        assert_eq!(attributes(found), attributes(item));
        for (index, fields) in INDEXES {
            let in_index =
                |item: &Item| Some(fields.map(|field| item.get(field).cloned())).filter(|keys| !keys.contains(&None));
            assert_eq!(in_index(found), in_index(item), "{index} of {item:?}");
        }
    }
}

/// An index is what the model says.
async fn check_index(expected: &[Item], number: usize, table: &Table) {
    let (index, fields) = INDEXES[number];
    let scan = table.client().scan().table_name(table.name()).index_name(index).send().await.expect("it is read");
    let keys = |items: &[Item]| {
        let mut keys: Vec<_> = items
            .iter()
            .filter(|item| fields.iter().all(|field| item.contains_key(*field)))
            .map(|item| [fields[0], fields[1], "pk", "sk"].map(|field| item[field].as_s().expect("text").clone()))
            .collect();
        keys.sort_unstable();
        keys
    };
    let found = scan.items.unwrap_or_default();
    assert_eq!(keys(&found), keys(expected), "{index}");
    assert_eq!(found.len(), keys(expected).len(), "{index}");
}

/// One sequence, on a table of its own.
async fn sequence(seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let table = Table::new(LocalEngine::memory().expect("an engine").client(), "app");
    table.create_if_absent::<Thing>().await.expect("a table");
    let mut model = Model::new();
    for number in 0..STEPS {
        let step = step(&mut rng);
        make(&step, &mut model, &table).await;
        let expected = expected(&model);
        check_table(&expected, &table).await;
        // The items' fields tell what is in an index; that the engine agrees is seen of one after each step.
        check_index(&expected, number % INDEXES.len(), &table).await;
    }
    let expected = expected(&model);
    for number in 0..INDEXES.len() {
        check_index(&expected, number, &table).await;
    }
}

/// Tells which sequence failed, and at which step.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut rng = Rng::with_seed(self.0);
            let steps: Vec<_> = (0..STEPS).map(|_| step(&mut rng)).collect();
            eprintln!("the sequence of DYNAENT_SEQUENCE={}: {steps:#?}", self.0);
        }
    }
}

async fn share(number: u64, of: u64) {
    let chosen = std::env::var("DYNAENT_SEQUENCE").ok().and_then(|seed| seed.parse().ok());
    for seed in chosen.map_or(0..SEQUENCES, |seed| seed..seed + 1).filter(|seed| seed % of == number) {
        let _told = Told(seed);
        sequence(seed).await;
    }
}

macro_rules! shares {
    ($($name:ident $number:literal)*) => {$(
        #[tokio::test]
        async fn $name() {
            share($number, 4).await;
        }
    )*};
}

shares! {
    every_index_holds_what_the_model_says_0 0
    every_index_holds_what_the_model_says_1 1
    every_index_holds_what_the_model_says_2 2
    every_index_holds_what_the_model_says_3 3
}
