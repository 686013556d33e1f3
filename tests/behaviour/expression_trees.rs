//! Random conditions, evaluated here and by the engine: on random items, both must say the same.
//!
//! The oracle follows DynamoDB: of an attribute that is not there no comparison holds but `<>`, and `NOT` turns whatever it
//! is given around.

use std::collections::{BTreeSet, HashMap};

use dynaent::{Condition, Document, Entity, LocalEngine, StoredType, Table, all, any};
use fastrand::Rng;
use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// How many conditions each test tries: ten thousand in all.
const CASES: u32 = 2_500;
const ROWS: u32 = 12;

#[derive(Debug, Clone, PartialEq, Document)]
struct Inner {
    number: i64,
    word: Option<String>,
    words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "trees", name = "Row", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Row {
    id: u32,
    text: String,
    word: Option<String>,
    number: i64,
    maybe: Option<i64>,
    flag: Option<bool>,
    list: Vec<i64>,
    set: Option<BTreeSet<String>>,
    map: HashMap<String, i64>,
    inner: Option<Inner>,
}

const TEXTS: [&str; 6] = ["", "a", "ab", "b", "é", "🦀"];
const KEYS: [&str; 2] = ["x", "y.z"];

fn word(rng: &mut Rng) -> String {
    rng.choice(TEXTS).unwrap_or_default().to_owned()
}

fn maybe<T>(rng: &mut Rng, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    rng.bool().then(|| value(rng))
}

fn row(id: u32, rng: &mut Rng) -> Row {
    let number = |rng: &mut Rng| rng.i64(-2..3);
    Row {
        id,
        text: word(rng),
        word: maybe(rng, word),
        number: number(rng),
        maybe: maybe(rng, number),
        flag: maybe(rng, Rng::bool),
        list: (0..rng.usize(..4)).map(|_| number(rng)).collect(),
        set: maybe(rng, |rng| (0..rng.usize(1..4)).map(|_| word(rng)).collect()),
        map: KEYS.iter().filter_map(|key| maybe(rng, |rng| ((*key).to_owned(), number(rng)))).collect(),
        inner: maybe(rng, |rng| Inner {
            number: number(rng),
            word: maybe(rng, word),
            words: (0..rng.usize(..3)).map(|_| word(rng)).collect(),
        }),
    }
}

/// Attributes that hold numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Number {
    Plain,
    Maybe,
    Element(usize),
    Entry(&'static str),
    Inner,
}

/// Attributes that hold text.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Text {
    Plain,
    Word,
    Inner,
    Element(usize),
}

/// Does the same with the handle of an attribute, whatever its type.
macro_rules! with_number {
    ($number:expr, $handle:ident => $then:expr) => {{
        let r = Row::attributes();
        match $number {
            Number::Plain => {
                let $handle = r.number;
                $then
            }
            Number::Maybe => {
                let $handle = r.maybe;
                $then
            }
            Number::Element(at) => {
                let $handle = r.list.at(at);
                $then
            }
            Number::Entry(key) => {
                let $handle = r.map.key(key);
                $then
            }
            Number::Inner => {
                let $handle = r.inner.number;
                $then
            }
        }
    }};
}

macro_rules! with_text {
    ($text:expr, $handle:ident => $then:expr) => {{
        let r = Row::attributes();
        match $text {
            Text::Plain => {
                let $handle = r.text;
                $then
            }
            Text::Word => {
                let $handle = r.word;
                $then
            }
            Text::Inner => {
                let $handle = r.inner.word;
                $then
            }
            Text::Element(at) => {
                let $handle = r.inner.words.at(at);
                $then
            }
        }
    }};
}

impl Number {
    fn of(self, row: &Row) -> Option<i64> {
        match self {
            Self::Plain => Some(row.number),
            Self::Maybe => row.maybe,
            Self::Element(at) => row.list.get(at).copied(),
            Self::Entry(key) => row.map.get(key).copied(),
            Self::Inner => row.inner.as_ref().map(|inner| inner.number),
        }
    }
}

impl Text {
    fn of(self, row: &Row) -> Option<&str> {
        match self {
            Self::Plain => Some(&row.text),
            Self::Word => row.word.as_deref(),
            Self::Inner => row.inner.as_ref()?.word.as_deref(),
            Self::Element(at) => row.inner.as_ref()?.words.get(at).map(String::as_str),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Compare {
    Eq,
    Ne,
    Lt,
    Lte,
    Gt,
    Gte,
}

impl Compare {
    /// Of an attribute that is not there, only `<>` holds.
    fn holds<T: PartialOrd>(self, left: Option<T>, right: Option<T>) -> bool {
        let (Some(left), Some(right)) = (left, right) else { return matches!(self, Self::Ne) };
        match self {
            Self::Eq => left == right,
            Self::Ne => left != right,
            Self::Lt => left < right,
            Self::Lte => left <= right,
            Self::Gt => left > right,
            Self::Gte => left >= right,
        }
    }
}

macro_rules! compare {
    ($compare:expr, $left:expr, $right:expr) => {{
        let (left, right) = (&$left, $right);
        match $compare {
            Compare::Eq => left.eq(right),
            Compare::Ne => left.ne(right),
            Compare::Lt => left.lt(right),
            Compare::Lte => left.lte(right),
            Compare::Gt => left.gt(right),
            Compare::Gte => left.gte(right),
        }
    }};
}

#[derive(Debug, Clone)]
enum Tree {
    NumberIs(Number, Compare, i64),
    NumberBetween(Number, i64, i64),
    NumberIn(Number, Vec<i64>),
    Numbers(Number, Compare, Number),
    NumberExists(Number),
    NumberOrNot(Number, i64),
    TextIs(Text, Compare, &'static str),
    TextBetween(Text, &'static str, &'static str),
    TextIn(Text, Vec<&'static str>),
    Texts(Text, Compare, Text),
    TextExists(Text),
    TextIsNumber(Text),
    BeginsWith(Text, &'static str),
    Contains(Text, &'static str),
    TextSize(Text, Compare, u64),
    SizeIsNumber(Text, Compare, Number),
    Flag(bool),
    SetContains(&'static str),
    SetSize(Compare, u64),
    ListContains(i64),
    ListSize(Compare, u64),
    ListIs(Vec<i64>),
    MapSize(u64, u64),
    Not(Box<Tree>),
    And(Box<Tree>, Box<Tree>),
    Or(Box<Tree>, Box<Tree>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl Tree {
    /// The condition, made of handles.
    fn condition(&self) -> Condition<Row> {
        let r = Row::attributes();
        match self {
            Self::NumberIs(number, compare, value) => with_number!(*number, h => compare!(compare, h, *value)),
            Self::NumberBetween(number, low, high) => with_number!(*number, h => h.between(*low, *high)),
            Self::NumberIn(number, values) => with_number!(*number, h => h.is_in(values.iter().copied())),
            Self::Numbers(one, compare, other) => {
                with_number!(*one, left => with_number!(*other, right => compare!(compare, left, right)))
            }
            Self::NumberExists(number) => with_number!(*number, h => h.exists()),
            Self::NumberOrNot(number, value) => with_number!(*number, h => h.eq_or_not_exists(*value)),
            Self::TextIs(text, compare, value) => with_text!(*text, h => compare!(compare, h, *value)),
            Self::TextBetween(text, low, high) => with_text!(*text, h => h.between(*low, *high)),
            Self::TextIn(text, values) => with_text!(*text, h => h.is_in(values.iter().copied())),
            Self::Texts(one, compare, other) => {
                with_text!(*one, left => with_text!(*other, right => compare!(compare, left, right)))
            }
            Self::TextExists(text) => with_text!(*text, h => h.not_exists().not()),
            Self::TextIsNumber(text) => with_text!(*text, h => h.is_type(StoredType::Number)),
            Self::BeginsWith(text, value) => with_text!(*text, h => h.begins_with(value)),
            Self::Contains(text, value) => with_text!(*text, h => h.contains(*value)),
            Self::TextSize(text, compare, size) => with_text!(*text, h => compare!(compare, h.size(), *size)),
            Self::SizeIsNumber(text, compare, number) => {
                with_text!(*text, t => with_number!(*number, n => compare!(compare, n, t.size())))
            }
            Self::Flag(flag) => r.flag.eq(*flag),
            Self::SetContains(member) => r.set.contains(*member),
            Self::SetSize(compare, size) => compare!(compare, r.set.size(), *size),
            Self::ListContains(member) => r.list.not_contains(*member).not(),
            Self::ListSize(compare, size) => compare!(compare, r.list.size(), *size),
            Self::ListIs(list) => r.list.eq(list.clone()),
            Self::MapSize(low, high) => r.map.size().between(*low, *high),
            Self::Not(tree) => !tree.condition(),
            Self::And(one, other) => one.condition() & other.condition(),
            Self::Or(one, other) => one.condition() | other.condition(),
            Self::All(trees) => all(trees.iter().map(Self::condition)),
            Self::Any(trees) => any(trees.iter().map(Self::condition)),
        }
    }

    /// Whether it holds.
    fn holds(&self, row: &Row) -> bool {
        let length = |size: usize| size as u64;
        let size = |text: &Text| text.of(row).map(|text| length(text.encode_utf16().count()));
        match self {
            Self::NumberIs(number, compare, value) => compare.holds(number.of(row), Some(*value)),
            Self::NumberBetween(number, low, high) => number.of(row).is_some_and(|n| (*low..=*high).contains(&n)),
            Self::NumberIn(number, values) => number.of(row).is_some_and(|number| values.contains(&number)),
            Self::Numbers(one, compare, other) => compare.holds(one.of(row), other.of(row)),
            Self::NumberExists(number) => number.of(row).is_some(),
            Self::NumberOrNot(number, value) => number.of(row).is_none_or(|number| number == *value),
            Self::TextIs(text, compare, value) => compare.holds(text.of(row), Some(*value)),
            Self::TextBetween(text, low, high) => text.of(row).is_some_and(|text| (*low..=*high).contains(&text)),
            Self::TextIn(text, values) => text.of(row).is_some_and(|text| values.contains(&text)),
            Self::Texts(one, compare, other) => compare.holds(one.of(row), other.of(row)),
            Self::TextExists(text) => text.of(row).is_some(),
            Self::TextIsNumber(_) => false,
            Self::BeginsWith(text, value) => text.of(row).is_some_and(|text| text.starts_with(value)),
            Self::Contains(text, value) => text.of(row).is_some_and(|text| text.contains(value)),
            Self::TextSize(text, compare, value) => compare.holds(size(text), Some(*value)),
            Self::SizeIsNumber(text, compare, number) => {
                let signed = size(text).and_then(|size| i64::try_from(size).ok());
                compare.holds(number.of(row), signed)
            }
            Self::Flag(flag) => row.flag == Some(*flag),
            Self::SetContains(member) => row.set.as_ref().is_some_and(|set| set.contains(*member)),
            Self::SetSize(compare, size) => compare.holds(row.set.as_ref().map(|set| length(set.len())), Some(*size)),
            Self::ListContains(member) => row.list.contains(member),
            Self::ListSize(compare, size) => compare.holds(Some(length(row.list.len())), Some(*size)),
            Self::ListIs(list) => row.list == *list,
            Self::MapSize(low, high) => (*low..=*high).contains(&length(row.map.len())),
            Self::Not(tree) => !tree.holds(row),
            Self::And(one, other) => one.holds(row) && other.holds(row),
            Self::Or(one, other) => one.holds(row) || other.holds(row),
            Self::All(trees) => trees.iter().all(|tree| tree.holds(row)),
            Self::Any(trees) => trees.iter().any(|tree| tree.holds(row)),
        }
    }
}

fn number() -> impl Strategy<Value = Number> {
    let elements = (0_usize..3).prop_map(Number::Element);
    prop_oneof![
        Just(Number::Plain),
        Just(Number::Maybe),
        elements,
        select(KEYS.as_slice()).prop_map(Number::Entry),
        Just(Number::Inner),
    ]
}

fn text() -> impl Strategy<Value = Text> {
    let elements = (0_usize..2).prop_map(Text::Element);
    prop_oneof![Just(Text::Plain), Just(Text::Word), Just(Text::Inner), elements]
}

fn compare() -> impl Strategy<Value = Compare> {
    select(&[Compare::Eq, Compare::Ne, Compare::Lt, Compare::Lte, Compare::Gt, Compare::Gte][..])
}

/// Where something without a size stands, no engine agrees with another on `<>`.
fn compare_size() -> impl Strategy<Value = Compare> {
    select(&[Compare::Eq, Compare::Lt, Compare::Lte, Compare::Gt, Compare::Gte][..])
}

fn a_word() -> impl Strategy<Value = &'static str> {
    select(TEXTS.as_slice())
}

fn leaf() -> impl Strategy<Value = Tree> {
    let n = || -2_i64..3;
    let size = || 0_u64..4;
    let words = proptest::collection::vec(a_word(), 0..4);
    // More than one list of DynamoDB's holds.
    let many = prop_oneof![proptest::collection::vec(n(), 0..4), (100_i64..130).prop_map(|most| (-1..most).collect())];
    let numbers = prop_oneof![
        (number(), compare(), n()).prop_map(|(a, c, v)| Tree::NumberIs(a, c, v)),
        (number(), n(), 0_i64..3).prop_map(|(a, low, more)| Tree::NumberBetween(a, low, low + more)),
        (number(), many).prop_map(|(a, values)| Tree::NumberIn(a, values)),
        (number(), compare(), number())
            .prop_filter("not with itself", |(one, _, other)| one != other)
            .prop_map(|(one, c, other)| Tree::Numbers(one, c, other)),
        number().prop_map(Tree::NumberExists),
        (number(), n()).prop_map(|(a, v)| Tree::NumberOrNot(a, v)),
    ];
    let texts = prop_oneof![
        (text(), compare(), a_word()).prop_map(|(a, c, v)| Tree::TextIs(a, c, v)),
        (text(), a_word(), a_word()).prop_map(|(a, one, other)| Tree::TextBetween(a, one.min(other), one.max(other))),
        (text(), words).prop_map(|(a, values)| Tree::TextIn(a, values)),
        (text(), compare(), text())
            .prop_filter("not with itself", |(one, _, other)| one != other)
            .prop_map(|(one, c, other)| Tree::Texts(one, c, other)),
        text().prop_map(Tree::TextExists),
        text().prop_map(Tree::TextIsNumber),
        (text(), a_word()).prop_map(|(a, v)| Tree::BeginsWith(a, v)),
        (text(), a_word()).prop_map(|(a, v)| Tree::Contains(a, v)),
        (text(), compare_size(), size()).prop_map(|(a, c, v)| Tree::TextSize(a, c, v)),
        (text(), compare_size(), number()).prop_map(|(a, c, n)| Tree::SizeIsNumber(a, c, n)),
    ];
    let others = prop_oneof![
        proptest::bool::ANY.prop_map(Tree::Flag),
        a_word().prop_map(Tree::SetContains),
        (compare_size(), size()).prop_map(|(c, v)| Tree::SetSize(c, v)),
        n().prop_map(Tree::ListContains),
        (compare_size(), size()).prop_map(|(c, v)| Tree::ListSize(c, v)),
        proptest::collection::vec(n(), 0..2).prop_map(Tree::ListIs),
        (size(), 0_u64..2).prop_map(|(low, more)| Tree::MapSize(low, low + more)),
    ];
    prop_oneof![3 => numbers, 3 => texts, 2 => others]
}

fn tree() -> impl Strategy<Value = Tree> {
    leaf().prop_recursive(5, 24, 4, |inner| {
        let several = proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            inner.clone().prop_map(|tree| Tree::Not(Box::new(tree))),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| Tree::And(Box::new(one), Box::new(other))),
            (inner.clone(), inner).prop_map(|(one, other)| Tree::Or(Box::new(one), Box::new(other))),
            several.clone().prop_map(Tree::All),
            several.prop_map(Tree::Any),
        ]
    })
}

/// Tries conditions on one table of random items, from a fixed seed.
fn try_conditions(seed: u8) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut rng = Rng::with_seed(seed.into());
    let rows: Vec<Row> = (0..ROWS).map(|id| row(id, &mut rng)).collect();
    let table = runtime.block_on(async {
        let table = Table::new(LocalEngine::memory().expect("an engine").client(), "app");
        table.create_if_absent::<Row>().await.expect("a table");
        for row in &rows {
            Row::put().item(row.clone()).send(&table).await.expect("it is put");
        }
        table
    });
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let result = runner.run(&tree(), |tree| {
        let condition = tree.condition();
        let found = runtime.block_on(Row::scan().filter(condition.clone()).all(&table));
        let mut found = found.map_err(|error| TestCaseError::fail(format!("{error}: {condition:?}")))?;
        found.sort_by_key(|row| row.id);
        let expected: Vec<Row> = rows.iter().filter(|row| tree.holds(row)).cloned().collect();
        prop_assert_eq!(found, expected, "{:?}", condition);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

macro_rules! tables {
    ($($name:ident $seed:literal)*) => {$(
        #[test]
        fn $name() {
            try_conditions($seed);
        }
    )*};
}

tables! {
    the_engine_says_the_same_of_the_first_table 1
    the_engine_says_the_same_of_the_second_table 2
    the_engine_says_the_same_of_the_third_table 3
    the_engine_says_the_same_of_the_fourth_table 4
}
