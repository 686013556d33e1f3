//! Ranges by brute force: random texts in every place of a sort key of three composites, every operator, compared with a
//! plain filter over all that was written. The texts hold what is hard on composed keys: characters that sort before
//! `#`, the labels themselves, control characters, texts that begin alike, the ends of Unicode.

use std::collections::BTreeMap;

use dynaent::{Error, KeyProblem, Query, Reading, Strong, Table, begins_with, between, gt, gte, lt, lte};
use fastrand::Rng;

use crate::{
    fixtures::{Slop, Slot, SlotV0, SlotV2, SlotV10, Sloth},
    harness::{Engine, both_ways, query_raw},
};

both_ways! {
    ranges_of_a_lower_case_key,
    ranges_of_a_key_that_keeps_its_case,
    a_bound_that_holds_the_separator,
}

/// What texts are made of.
const PIECES: [&str; 32] = [
    " ",
    "!",
    "\"",
    "#",
    "$",
    "\0",
    "\u{1}",
    "\n",
    "_",
    "~",
    "\u{7f}",
    "a",
    "A",
    "b",
    "B",
    "z",
    "0",
    "ä",
    "Ä",
    "ß",
    "İ",
    "é",
    "\u{D7FF}",
    "\u{E000}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "🦀",
    "😀",
    "#s",
    "#shelf",
    "#p",
    "#row_",
];

/// What only bounds hold: the library refuses to write a value with the label that follows it.
const LABELS: [&str; 3] = ["#shelf_", "#place_", "#SHELF_"];

fn text(rng: &mut Rng) -> String {
    (0..rng.usize(1..=4)).map(|_| PIECES[rng.usize(..PIECES.len())]).collect()
}

/// A bound: a text that is there, one that is close to it, or any.
fn bound(rng: &mut Rng, there: &[String]) -> String {
    let mut text = match rng.u8(..4) {
        0 => return text(rng),
        _ => there[rng.usize(..there.len())].clone(),
    };
    match rng.u8(..6) {
        0 => text.push_str(PIECES[rng.usize(..PIECES.len())]),
        1 => text.push_str(LABELS[rng.usize(..LABELS.len())]),
        2 => {
            text.push_str(LABELS[rng.usize(..LABELS.len())]);
            text.push_str(PIECES[rng.usize(..PIECES.len())]);
        }
        3 => drop(text.pop()),
        _ => {}
    }
    text
}

#[derive(Debug, Clone)]
enum Condition {
    BeginsWith(String),
    Between(String, String),
    Gt(String),
    Gte(String),
    Lt(String),
    Lte(String),
}

impl Condition {
    fn random(rng: &mut Rng, there: &[String]) -> Self {
        let mut bound = || bound(rng, there);
        let (one, other) = (bound(), bound());
        match rng.u8(..6) {
            0 => Self::BeginsWith(one.chars().take(2).collect()),
            1 => Self::Between(one, other),
            2 => Self::Gt(one),
            3 => Self::Gte(one),
            4 => Self::Lt(one),
            _ => Self::Lte(one),
        }
    }

    fn cased(&self, case: fn(&str) -> String) -> Self {
        match self {
            Self::BeginsWith(text) => Self::BeginsWith(case(text)),
            Self::Between(lower, upper) => Self::Between(case(lower), case(upper)),
            Self::Gt(text) => Self::Gt(case(text)),
            Self::Gte(text) => Self::Gte(case(text)),
            Self::Lt(text) => Self::Lt(case(text)),
            Self::Lte(text) => Self::Lte(case(text)),
        }
    }

    fn holds(&self, value: &str) -> bool {
        match self {
            Self::BeginsWith(text) => value.starts_with(text),
            Self::Between(lower, upper) => lower.as_str() <= value && value <= upper.as_str(),
            Self::Gt(text) => value > text.as_str(),
            Self::Gte(text) => value >= text.as_str(),
            Self::Lt(text) => value < text.as_str(),
            Self::Lte(text) => value <= text.as_str(),
        }
    }

    fn upside_down(&self) -> bool {
        matches!(self, Self::Between(lower, upper) if lower > upper)
    }

    /// Whether a key may be read: whether it lies between the lowest and the highest key that an item asked for could
    /// have. `rest` is the key after the labels and values that are given whole.
    fn may_read(&self, rest: &str, separator: &str) -> bool {
        // Whatever follows the separator is less than this.
        let end = "\u{10FFFF}".repeat(30);
        let highest = |text: &str, inclusive: bool| {
            let own = text.len() + usize::from(inclusive);
            let beginnings = (1..own).filter_map(|end| text.get(..end));
            let keys = beginnings.filter(|_| !separator.is_empty()).map(|value| [value, separator, &end].concat());
            keys.chain([text.to_owned()]).max().unwrap_or_default()
        };
        match self {
            Self::BeginsWith(text) => rest.starts_with(text),
            Self::Between(lower, upper) => rest >= lower.as_str() && rest <= highest(upper, true).as_str(),
            Self::Gt(text) | Self::Gte(text) => rest >= text.as_str(),
            Self::Lt(text) => rest <= highest(text, false).as_str(),
            Self::Lte(text) => rest <= highest(text, true).as_str(),
        }
    }
}

/// Gives a condition for a composite.
macro_rules! given {
    ($keys:expr, $setter:ident, $condition:expr) => {
        match $condition {
            Condition::BeginsWith(text) => $keys.$setter(begins_with(text)),
            Condition::Between(lower, upper) => $keys.$setter(between(lower.as_str(), upper.as_str())),
            Condition::Gt(text) => $keys.$setter(gt(text.as_str())),
            Condition::Gte(text) => $keys.$setter(gte(text.as_str())),
            Condition::Lt(text) => $keys.$setter(lt(text.as_str())),
            Condition::Lte(text) => $keys.$setter(lte(text.as_str())),
        }
    };
}

/// An index with three texts in its sort key.
trait Index {
    /// The labels, in order.
    const LABELS: [&'static str; 3];
    type Kind: Reading<Slot, Item = Slot>;

    fn case(text: &str) -> String;
    /// The composites in the order of the key.
    fn composites(slot: &Slot) -> [&str; 3];
    /// A query with as many whole values as `given` has, and a condition on the next composite.
    fn query(given: &[&str], condition: &Condition) -> Query<Slot, Self::Kind>;
}

struct Primary;

impl Index for Primary {
    const LABELS: [&'static str; 3] = ["#row_", "#shelf_", "#place_"];
    type Kind = Strong;

    fn case(text: &str) -> String {
        text.to_lowercase()
    }

    fn composites(slot: &Slot) -> [&str; 3] {
        [&slot.row, &slot.shelf, &slot.place]
    }

    fn query(given: &[&str], condition: &Condition) -> Query<Slot, Strong> {
        let keys = Slot::query().primary().room("r");
        match *given {
            [] => given!(keys, row, condition),
            [row] => given!(keys.row(row), shelf, condition),
            [row, shelf, ..] => given!(keys.row(row).shelf(shelf), place, condition),
        }
    }
}

struct ByShelf;

impl Index for ByShelf {
    const LABELS: [&'static str; 3] = ["#shelf_", "#place_", "#row_"];
    type Kind = dynaent::Global;

    fn case(text: &str) -> String {
        text.to_owned()
    }

    fn composites(slot: &Slot) -> [&str; 3] {
        [&slot.shelf, &slot.place, &slot.row]
    }

    fn query(given: &[&str], condition: &Condition) -> Query<Slot, dynaent::Global> {
        let keys = Slot::query().by_shelf().room("r");
        match *given {
            [] => given!(keys, shelf, condition),
            [shelf] => given!(keys.shelf(shelf), place, condition),
            [shelf, place, ..] => given!(keys.shelf(shelf).place(place), row, condition),
        }
    }
}

/// What was written, by its key: the part of the sort key after the entity.
type Written = BTreeMap<String, Slot>;

fn key<I: Index>(slot: &Slot) -> String {
    let parts = I::LABELS.into_iter().zip(I::composites(slot));
    parts.map(|(label, value)| [label, &I::case(value)].concat()).collect()
}

/// Writes slots of random texts, and neighbours of other entities. Gives the slots that are there in the end.
async fn fill(table: &Table, rng: &mut Rng, count: usize) -> Vec<Slot> {
    let mut texts = |count| (0..count).map(|_| text(rng)).collect::<Vec<_>>();
    let (rows, shelves, places) = (texts(6), texts(6), texts(12));
    let mut slots: BTreeMap<String, Slot> = BTreeMap::new();
    while slots.len() < count {
        let mut choose = |texts: &[String]| texts[rng.usize(..texts.len())].clone();
        let slot = Slot { room: "r".into(), row: choose(&rows), shelf: choose(&shelves), place: choose(&places) };
        match Slot::put().item(slot.clone()).send(table).await {
            Ok(_) => drop(slots.insert(key::<Primary>(&slot), slot)),
            // By chance a value and the label after it made the label early.
            Err(Error::Key(error)) if matches!(error.problem, KeyProblem::Ambiguous { .. }) => {}
            Err(error) => panic!("{slot:?}: {error}"),
        }
    }
    for row in &rows[..3] {
        Sloth::put().room("r").row(row).send(table).await.expect("put");
        Slop::put().room("r").row(row).send(table).await.expect("put");
        SlotV0::put().room("r").row(row).send(table).await.expect("put");
        SlotV2::put().room("r").row(row).send(table).await.expect("put");
        SlotV10::put().room("r").row(row).send(table).await.expect("put");
    }
    slots.into_values().collect()
}

/// One query, compared with the filter; gives how many items it found.
async fn compare<I: Index>(table: &Table, written: &Written, given: &[&str], condition: &Condition) -> usize {
    let context = || format!("given {given:?}, {condition:?}");
    let cased = condition.cased(I::case);
    let position = given.len();
    let found = I::query(given, condition).all(table).await;
    if cased.upside_down() {
        assert!(matches!(found, Err(Error::EmptyRange { .. })), "{}: {found:?}", context());
        return 0;
    }

    let same = |slot: &&Slot| given.iter().zip(I::composites(slot)).all(|(one, other)| I::case(one) == I::case(other));
    let asked = |slot: &&Slot| same(slot) && cased.holds(&I::case(I::composites(slot)[position]));
    let expected: Vec<_> = written.values().filter(asked).cloned().collect();
    let found = found.unwrap_or_else(|error| panic!("{}: {error}", context()));
    assert_eq!(found, expected, "{}", context());

    // The request reads nothing that could not be asked for.
    let mut prefix: String =
        given.iter().zip(I::LABELS).map(|(value, label)| [label, &I::case(value)].concat()).collect();
    prefix.push_str(I::LABELS[position]);
    let separator = I::LABELS.get(position + 1).copied().unwrap_or_default();
    let readable = written.keys().filter_map(|key| key.strip_prefix(&prefix));
    let readable = readable.filter(|rest| cased.may_read(rest, separator)).count();
    let request = I::query(given, condition).request(table.name()).expect("a request");
    let bounds = format!("{:?}", request.expression_attribute_values);
    let read = query_raw(table, request).await.scanned_count as usize;
    assert!(read <= readable, "{}: {read} items were read, {readable} could be asked for; {bounds}", context());
    found.len()
}

async fn brute_force<I: Index>(on: &Engine, seed: u64) {
    let (rounds, queries) = if on.over_http { (1, 120) } else { (5, 150) };
    let mut rng = Rng::with_seed(seed);
    let (mut compared, mut found) = (0, 0);
    for _ in 0..rounds {
        // A fresh engine for each round: deleting the items of the last one would take as long.
        let fresh = if on.over_http { Engine::over_http().await } else { Engine::embedded() };
        let table = fresh.table::<(Slot, Sloth, Slop, SlotV0, SlotV10, SlotV2)>().await;
        let slots = fill(&table, &mut rng, 50).await;
        let written: Written = slots.iter().map(|slot| (key::<I>(slot), slot.clone())).collect();
        for _ in 0..queries {
            let position = rng.usize(..3);
            let composites = I::composites(&slots[rng.usize(..slots.len())]);
            let there: Vec<_> = slots.iter().map(|slot| I::composites(slot)[position].to_owned()).collect();
            let condition = Condition::random(&mut rng, &there);
            found += compare::<I>(&table, &written, &composites[..position], &condition).await;
            compared += written.len();
        }
    }
    // The comparison is worth nothing if nothing is ever found, or everything.
    assert!(found > compared / 50 && found < compared / 2, "{found} of {compared}");
    assert!(on.over_http || compared > 30_000, "{compared}");
}

async fn ranges_of_a_lower_case_key(on: Engine) {
    brute_force::<Primary>(&on, 0x5EED_0001).await;
}

async fn ranges_of_a_key_that_keeps_its_case(on: Engine) {
    brute_force::<ByShelf>(&on, 0x5EED_0002).await;
}

/// `x` is less than `x#shelf_m`, though its keys (`x#shelf_z…`) are not.
async fn a_bound_that_holds_the_separator(on: Engine) {
    let table = on.table::<(Slot, Sloth, Slop, SlotV0, SlotV10, SlotV2)>().await;
    let mut written = Written::new();
    for shelf in ["a", "m", "z"] {
        for row in ["w", "x", "y"] {
            let slot = Slot::new("r", row, shelf, "1");
            Slot::create().item(slot.clone()).send(&table).await.expect("create");
            written.insert(key::<Primary>(&slot), slot);
        }
    }
    for bound in ["x#shelf_m", "x#shelf_", "x#shelf", "x#", "x!", "x#shelf_m#place_1"] {
        let bound = bound.to_owned();
        for (condition, expected) in [
            (Condition::Lt(bound.clone()), 6),
            (Condition::Lte(bound.clone()), 6),
            (Condition::Gt(bound.clone()), 3),
            (Condition::Gte(bound.clone()), 3),
            (Condition::Between("w".into(), bound.clone()), 6),
            (Condition::Between(bound.clone(), "y".into()), 3),
            (Condition::BeginsWith(bound.clone()), 0),
        ] {
            assert_eq!(compare::<Primary>(&table, &written, &[], &condition).await, expected, "{condition:?}");
        }
    }
}
