//! Values: every type comes back as it was, and what cannot be stored or read is named.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt::Debug,
};

use aws_sdk_dynamodb::{primitives::Blob, types::AttributeValue};
use dynaent::{
    AttributeError, AttributeProblem, Document, Entity, Error, Expiry, KeyComposites, KeyPart, Value, ValueError,
    ValueProblem, between, gt,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ulid::Ulid;
use uuid::Uuid;

use crate::harness::{Engine, both_ways, n, only_stored, s, tamper};

both_ways! {
    every_type_comes_back,
    empty_and_extreme_values_come_back,
    sets_and_bytes_are_dynamodbs_own,
    none_is_left_out,
    null_is_none,
    numbers_that_do_not_fit_are_not_sent,
    empty_sets_are_not_sent,
    a_required_set_may_be_empty,
    an_empty_set_is_known,
    a_missing_attribute_is_named,
    a_mistyped_attribute_is_named,
    the_place_inside_a_value_is_named,
    required_optional_attributes,
    types_of_ones_own,
    types_of_other_crates_in_keys,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Address {
    street: String,
    number: Option<u32>,
    tags: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Payment {
    Cash,
    Card { last_digits: String },
}

#[derive(Debug, Clone, PartialEq, KeyPart)]
struct Code(u32);

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
enum Size {
    Small,
    Large,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Everything", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Everything {
    id: Ulid,
    i8: i8,
    i16: i16,
    i32: i32,
    i64: i64,
    i128: i128,
    isize: isize,
    u8: u8,
    u16: u16,
    u32: u32,
    u64: u64,
    u128: u128,
    usize: usize,
    f32: f32,
    f64: f64,
    bool: bool,
    char: char,
    text: String,
    shared: Box<str>,
    bytes: Vec<u8>,
    blob: Blob,
    list: Vec<String>,
    nested: Vec<Vec<Option<u16>>>,
    map: HashMap<String, Vec<bool>>,
    sorted: BTreeMap<String, BTreeMap<String, Option<f64>>>,
    texts: BTreeSet<String>,
    numbers: HashSet<i64>,
    blobs: BTreeSet<Vec<u8>>,
    ulids: BTreeSet<Ulid>,
    in_a_box: Box<u32>,
    uuid: Uuid,
    uuids: BTreeSet<Uuid>,
    decimal: Decimal,
    decimals: BTreeSet<Decimal>,
    expiry: Expiry,
    code: Code,
    size: Size,
    address: Address,
    addresses: Vec<Address>,
    payment: Payment,
    pair: (u8, String),
    option: Option<String>,
    payments: Option<Vec<Payment>>,
}

fn everything() -> Everything {
    let address = Address { street: "Rue".into(), number: None, tags: vec!["a".into(), String::new()] };
    let inner = BTreeMap::from([("x".to_owned(), Some(0.1)), (" ".to_owned(), None)]);
    Everything {
        id: Ulid::from_parts(1, 2),
        i8: i8::MIN,
        i16: i16::MIN,
        i32: i32::MIN,
        i64: i64::MIN,
        i128: -99_999_999_999_999_999_999_999_999_999_999_999_999,
        isize: isize::MIN,
        u8: u8::MAX,
        u16: u16::MAX,
        u32: u32::MAX,
        u64: u64::MAX,
        u128: 99_999_999_999_999_999_999_999_999_999_999_999_999,
        usize: usize::MAX,
        f32: f32::MAX,
        f64: -std::f64::consts::PI,
        bool: true,
        char: '🦀',
        text: "\u{0}\"\\ä🦀".into(),
        shared: "shared".into(),
        bytes: vec![0, 255, 128],
        blob: Blob::new([1, 2]),
        list: vec!["b".into(), "a".into(), "b".into()],
        nested: vec![vec![], vec![Some(1), None]],
        map: HashMap::from([("a b.c".into(), vec![true, false])]),
        sorted: BTreeMap::from([("outer".into(), inner)]),
        texts: BTreeSet::from(["b".into(), "a".into()]),
        numbers: HashSet::from([0, -1, i64::MAX]),
        blobs: BTreeSet::from([vec![0], vec![255, 0]]),
        ulids: BTreeSet::from([Ulid::from_parts(3, 4)]),
        in_a_box: Box::new(7),
        uuid: Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8),
        uuids: BTreeSet::from([Uuid::nil(), Uuid::max()]),
        decimal: Decimal::MAX,
        decimals: BTreeSet::from([Decimal::new(110, 2), Decimal::new(1, 28), Decimal::MIN]),
        expiry: Expiry::at(1_800_000_000),
        code: Code(17),
        size: Size::Large,
        addresses: vec![Address { number: Some(3), ..address.clone() }],
        address,
        payment: Payment::Card { last_digits: "0042".into() },
        pair: (1, "two".into()),
        option: Some("there".into()),
        payments: Some(vec![Payment::Cash]),
    }
}

/// Written by every verb, the value is read as it was.
async fn comes_back(on: &Engine, value: Everything) {
    let table = on.table::<Everything>().await;
    let read = || Everything::get().id(value.id).send(&table);
    assert_eq!(Everything::create().item(value.clone()).send(&table).await.expect("create"), value);
    assert_eq!(read().await.expect("get"), Some(value.clone()));
    let created = only_stored(&table).await;
    let old = Everything::put().item(value.clone()).return_old().send(&table).await.expect("put");
    assert_eq!(old, Some(value.clone()));
    let new = Everything::upsert().item(value.clone()).return_new().send(&table).await.expect("upsert");
    assert_eq!(new, value);
    let mut upserted = only_stored(&table).await;
    // Sets have no order.
    for (name, value) in &created {
        if let (AttributeValue::Ns(one), Some(AttributeValue::Ns(other))) = (value, upserted.get_mut(name)) {
            other.sort_by_key(|number| one.iter().position(|other| other == number));
        }
    }
    assert_eq!(upserted, created);
    let deleted = Everything::delete().id(value.id).return_old().send(&table).await.expect("delete");
    assert_eq!(deleted, Some(value));
}

async fn every_type_comes_back(on: Engine) {
    comes_back(&on, everything()).await;
}

async fn empty_and_extreme_values_come_back(on: Engine) {
    let empty = Everything {
        i8: i8::MAX,
        i16: i16::MAX,
        i32: i32::MAX,
        i64: i64::MAX,
        // More than 38 digits, but only 38 that count.
        i128: -10_i128.pow(38),
        isize: isize::MAX,
        u8: 0,
        u64: 10_000_000_000_000_000_000,
        u128: 12_345 * 10_u128.pow(34),
        f32: f32::MIN_POSITIVE,
        f64: 9.9e125,
        decimal: Decimal::new(-1, 28),
        decimals: BTreeSet::from([Decimal::ZERO]),
        expiry: Expiry::at(i64::MIN),
        char: '\0',
        text: String::new(),
        shared: "".into(),
        bytes: Vec::new(),
        blob: Blob::new([]),
        list: Vec::new(),
        nested: Vec::new(),
        map: HashMap::new(),
        sorted: BTreeMap::from([("x".into(), BTreeMap::new())]),
        texts: BTreeSet::from(["".into()]),
        numbers: HashSet::from([0]),
        addresses: Vec::new(),
        size: Size::Small,
        payment: Payment::Cash,
        option: Some(String::new()),
        payments: None,
        ..everything()
    };
    comes_back(&on, empty.clone()).await;
    for f64 in [0.0, 1e-130, -1e-130, 0.1 + 0.2, 1e21, 123_456_789.125, f64::EPSILON, 1e-7, 5e100] {
        let table = on.table::<Everything>().await;
        Everything::put().item(Everything { f64, ..empty.clone() }).send(&table).await.expect("put");
        let read = Everything::get().id(empty.id).send(&table).await.expect("get");
        assert_eq!(read.map(|read| read.f64), Some(f64));
    }
}

async fn sets_and_bytes_are_dynamodbs_own(on: Engine) {
    let table = on.table::<Everything>().await;
    let value = everything();
    Everything::create().item(value.clone()).send(&table).await.expect("create");
    let stored = only_stored(&table).await;
    assert_eq!(stored["texts"], AttributeValue::Ss(vec!["a".into(), "b".into()]));
    assert!(matches!(&stored["numbers"], AttributeValue::Ns(numbers) if numbers.len() == 3));
    assert!(matches!(&stored["blobs"], AttributeValue::Bs(blobs) if blobs.len() == 2));
    assert_eq!(stored["bytes"], AttributeValue::B(Blob::new([0, 255, 128])));
    assert_eq!(stored["code"], n(17));
    assert_eq!(stored["size"], s("Large"));

    // Lists, which is how serde would have stored them, are read too.
    let list = |values: Vec<AttributeValue>| Some(AttributeValue::L(values));
    tamper(&table, [("texts", list(vec![s("a"), s("b")])), ("bytes", list(vec![n(0), n(255), n(128)]))]).await;
    assert_eq!(Everything::get().id(value.id).send(&table).await.expect("get"), Some(value));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Sparse", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Sparse {
    id: String,
    text: Option<String>,
    number: Option<u8>,
    texts: Option<BTreeSet<String>>,
    address: Option<Address>,
    list: Vec<Option<Option<u8>>>,
}

fn sparse() -> Sparse {
    Sparse { id: "1".into(), text: None, number: None, texts: None, address: None, list: vec![None, Some(Some(1))] }
}

async fn none_is_left_out(on: Engine) {
    let table = on.table::<Sparse>().await;
    Sparse::create().item(sparse()).send(&table).await.expect("create");
    let mut names: Vec<_> = only_stored(&table).await.into_keys().collect();
    names.sort();
    assert_eq!(names, ["__edb_e__", "__edb_v__", "id", "list", "pk", "sk"]);
    assert_eq!(Sparse::get().id("1").send(&table).await.expect("get"), Some(sparse()));
    // A setter takes the value, or an option of it.
    let given = Sparse::put().id("1").text("a").number(Some(1)).texts(None).list(vec![]).send(&table);
    assert_eq!(given.await.expect("put").number, Some(1));
    let names = only_stored(&table).await;
    assert!(names.contains_key("text") && !names.contains_key("texts"));
}

async fn null_is_none(on: Engine) {
    let table = on.table::<Sparse>().await;
    Sparse::create().item(sparse()).send(&table).await.expect("create");
    let null = || Some(AttributeValue::Null(true));
    tamper(&table, [("text", null()), ("number", null()), ("texts", null()), ("address", null())]).await;
    assert_eq!(Sparse::get().id("1").send(&table).await.expect("get"), Some(sparse()));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Numbers", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Numbers {
    id: String,
    u128: u128,
    i128: i128,
    f64: f64,
    list: Vec<f32>,
    set: Option<BTreeSet<u8>>,
}

fn numbers() -> Numbers {
    Numbers { id: "1".into(), u128: 0, i128: 0, f64: 0.0, list: vec![], set: None }
}

/// The attributes that an error names, with the problem of each.
fn failed(error: Error) -> Vec<(&'static str, String)> {
    match error {
        Error::Attributes { entity: "Numbers", failed } => failed
            .into_iter()
            .map(|AttributeError { attribute, problem, .. }| (attribute, problem.to_string()))
            .collect(),
        other => panic!("{other:?}"),
    }
}

async fn numbers_that_do_not_fit_are_not_sent(on: Engine) {
    let table = on.table::<Numbers>().await;
    let refused = async |numbers: Numbers| {
        let put = on.unsent(Numbers::put().item(numbers.clone()).send(&table)).await.expect_err("no number");
        let upsert = on.unsent(Numbers::upsert().item(numbers).send(&table)).await.expect_err("no number");
        let (put, upsert) = (failed(put), failed(upsert));
        assert_eq!(put, upsert);
        put
    };
    let reason =
        |number: &str| format!("{number} is not a number DynamoDB can store (at most 38 digits, up to 9.9e125)");

    let found = refused(Numbers { u128: u128::MAX, i128: i128::MIN, f64: f64::NAN, ..numbers() }).await;
    let max = ("u128", reason("340282366920938463463374607431768211455"));
    let min = ("i128", reason("-170141183460469231731687303715884105728"));
    assert_eq!(found, [max, min, ("f64", reason("NaN"))]);

    for f64 in [f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, 1e126, 9e-131] {
        let found = refused(Numbers { f64, ..numbers() }).await;
        assert_eq!(found.iter().map(|(attribute, _)| *attribute).collect::<Vec<_>>(), ["f64"], "{f64}");
    }
    let found = refused(Numbers { f64: 1e126, ..numbers() }).await;
    assert_eq!(found, [("f64", reason("1e126"))]);
    let found = refused(Numbers { list: vec![1.0, f32::NAN], ..numbers() }).await;
    assert_eq!(found, [("list", reason("NaN"))]);
    let found = refused(Numbers { u128: 10_u128.pow(38) + 1, ..numbers() }).await;
    assert_eq!(found.len(), 1);
}

async fn empty_sets_are_not_sent(on: Engine) {
    let table = on.table::<Numbers>().await;
    let empty = Numbers { set: Some(BTreeSet::new()), ..numbers() };
    let error = on.unsent(Numbers::create().item(empty).send(&table)).await.expect_err("empty");
    assert_eq!(failed(error), [("set", "a set cannot be empty: leave it out, as the `None` of an `Option`".into())]);
    let update = Numbers::update().id("1").set(Numbers::attributes().set, BTreeSet::new());
    let error = on.unsent(update.send(&table)).await.expect_err("empty");
    assert_eq!(failed(error).len(), 1);
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Shelf {
    row: u8,
    sizes: BTreeSet<u8>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "x", name = "Tagged", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Tagged {
    id: String,
    tags: BTreeSet<String>,
    #[attr(default)]
    marks: HashSet<u32>,
    #[attr(read_only)]
    owners: BTreeSet<String>,
    shelf: Shelf,
}

/// What is computed of a set that is empty, and as one.
async fn an_empty_set_is_known(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Marked", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(marked, gsi = "gsi1", pk = [id], sk = [], condition(is_marked, of = [tags]))]
    struct Marked {
        id: String,
        tags: BTreeSet<String>,
        #[attr(watch = [tags], on_write = long)]
        long: BTreeSet<String>,
    }
    fn is_marked(tags: &BTreeSet<String>) -> bool {
        !tags.is_empty()
    }
    fn long(tags: &BTreeSet<String>) -> BTreeSet<String> {
        tags.iter().filter(|tag| tag.len() > 3).cloned().collect()
    }

    let table = on.table::<Marked>().await;
    let m = Marked::attributes();
    let with = |tags: [&str; 1]| Marked::put().id("1").tags(tags);
    let keys = async || {
        let stored = only_stored(&table).await;
        ["tags", "long", "gsi1pk"].map(|field| stored.contains_key(field))
    };
    with(["short and long"]).send(&table).await.expect("put");
    assert_eq!(keys().await, [true, true, true]);
    Marked::patch().id("1").set(m.tags, BTreeSet::new()).send(&table).await.expect("patch");
    assert_eq!(keys().await, [false, false, false]);
    Marked::patch().id("1").set(m.tags, ["few"]).send(&table).await.expect("patch");
    assert_eq!(keys().await, [true, false, true]);
    with(["short and long"]).send(&table).await.expect("put");
    Marked::upsert().id("1").tags(BTreeSet::new()).send(&table).await.expect("upsert");
    assert_eq!(keys().await, [false, false, false]);
}

/// DynamoDB has no empty set: what has lost its last member is gone. What is read so is written so.
async fn a_required_set_may_be_empty(on: Engine) {
    let table = on.table::<Tagged>().await;
    let t = Tagged::attributes();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<BTreeSet<_>>();
    let full = Tagged {
        id: "1".into(),
        tags: texts(&["a"]),
        marks: HashSet::from([1]),
        owners: texts(&["o"]),
        shelf: Shelf { row: 1, sizes: BTreeSet::from([1]) },
    };
    let shelf = Shelf { row: 1, sizes: BTreeSet::new() };
    let none = BTreeSet::new();
    let empty = Tagged { tags: none.clone(), marks: HashSet::new(), owners: none.clone(), shelf, ..full.clone() };
    let get = async || Tagged::get().id("1").send(&table).await.expect("get").expect("it is there");
    let put = async |tagged: &Tagged| Tagged::put().item(tagged.clone()).send(&table).await.expect("put");

    assert_eq!(put(&empty).await, empty);
    let stored = only_stored(&table).await;
    assert_eq!(stored.keys().filter(|field| ["tags", "marks", "owners"].contains(&field.as_str())).count(), 0);
    assert_eq!(stored["shelf"].as_m().expect("a map").len(), 1);
    assert_eq!(get().await, empty);

    // By its default, and by what an update makes of it.
    put(&full).await;
    let draft = || Tagged::put().id("1").tags(none.clone()).owners(none.clone()).shelf(empty.shelf.clone());
    assert_eq!(draft().send(&table).await.expect("put"), empty);
    put(&full).await;
    let patch = || Tagged::patch().id("1").set(t.tags, BTreeSet::new()).set(t.marks, HashSet::new());
    let patched = patch().set(t.shelf, empty.shelf.clone()).return_new().send(&table).await.expect("patch");
    assert_eq!(patched, Tagged { owners: full.owners.clone(), ..empty.clone() });
    let back = Tagged::patch().id("1").changes(&patched, &full).return_new().send(&table).await.expect("patch");
    assert_eq!(back, full);
    let gone = Tagged::patch().id("1").changes(&full, &patched).return_new().send(&table).await.expect("patch");
    assert_eq!(gone, patched);

    // An upsert sets what is given, but for what is only set once.
    put(&full).await;
    Tagged::upsert().item(empty.clone()).send(&table).await.expect("upsert");
    assert_eq!(get().await, patched);
    put(&full).await;
    let upsert = || Tagged::upsert().id("1").tags(none.clone()).owners(none.clone()).shelf(empty.shelf.clone());
    upsert().send(&table).await.expect("upsert");
    assert_eq!(get().await, Tagged { marks: full.marks.clone(), ..patched.clone() });
    let added = upsert().add(t.marks, [2]).return_new().send(&table).await.expect("upsert");
    assert_eq!(added.marks, HashSet::from([1, 2]));
    let error = on.unsent(upsert().add(t.tags, ["b"]).send(&table)).await.expect_err("it is given");
    assert!(matches!(error, Error::Overlap { .. }), "{error:?}");

    // What has lost its last member can be rewritten.
    put(&full).await;
    Tagged::patch().id("1").delete(t.tags, ["a"]).send(&table).await.expect("patch");
    let rewrite = Tagged::rewrite(|old: Tagged| Tagged { marks: HashSet::from([7]), ..old });
    assert_eq!(rewrite.send(&table).await.expect("it is rewritten").rewritten, 1);
    assert_eq!(get().await, Tagged { tags: none.clone(), marks: HashSet::from([7]), ..full });
}

/// What is wrong with the stored item, in the words of the error.
async fn unreadable<T: Debug>(read: impl Future<Output = dynaent::Result<T>>) -> (&'static str, AttributeProblem) {
    match read.await.expect_err("unreadable") {
        Error::Item(error) => {
            assert_eq!(error.entity, "Numbers");
            assert_eq!(error.key.to_string(), r##"pk "$app#id_1", sk "$numbers_1""##);
            let AttributeError { attribute, problem, .. } = error.failed.expect("an attribute");
            (attribute, problem)
        }
        other => panic!("{other:?}"),
    }
}

async fn a_missing_attribute_is_named(on: Engine) {
    let table = on.table::<Numbers>().await;
    for missing in ["id", "u128", "f64", "list"] {
        Numbers::put().item(numbers()).send(&table).await.expect("put");
        tamper(&table, [(missing, None)]).await;
        let expected = (missing, AttributeProblem::Missing);
        assert_eq!(unreadable(Numbers::get().id("1").send(&table)).await, expected);
        assert_eq!(unreadable(Numbers::query().primary().id("1").all(&table)).await, expected);
        assert_eq!(unreadable(Numbers::scan().send(&table)).await, expected);
        assert_eq!(unreadable(Numbers::put().item(numbers()).return_old().send(&table)).await, expected);
    }
    tamper(&table, [("set", None)]).await;
    assert_eq!(Numbers::get().id("1").send(&table).await.expect("get"), Some(numbers()));
}

async fn a_mistyped_attribute_is_named(on: Engine) {
    let table = on.table::<Numbers>().await;
    let cases = [
        ("u128", s("7"), "expected a whole number that fits u128, found the text \"7\""),
        ("u128", n("-1"), "expected a whole number that fits u128, found the number -1"),
        ("i128", n("0.5"), "expected a whole number that fits i128, found the number 0.5"),
        ("i128", AttributeValue::Null(true), "expected a whole number that fits i128, found null"),
        ("f64", AttributeValue::Bool(true), "expected a number, found the boolean true"),
        ("f64", s("x".repeat(41)), "expected a number, found text"),
        ("list", AttributeValue::M([].into()), "expected a list, found a map"),
        ("set", AttributeValue::Ss(vec!["a".into()]), "expected a whole number that fits u8, found the text \"a\""),
        ("set", n(1), "expected a set, found the number 1"),
        ("id", AttributeValue::B(Blob::new([1])), "expected text, found bytes"),
    ];
    for (attribute, value, message) in cases {
        Numbers::put().item(numbers()).send(&table).await.expect("put");
        tamper(&table, [(attribute, Some(value))]).await;
        let (named, problem) = unreadable(Numbers::get().id("1").send(&table)).await;
        assert_eq!((named, problem.to_string().as_str()), (attribute, message));
    }
}

async fn the_place_inside_a_value_is_named(on: Engine) {
    let table = on.table::<Everything>().await;
    let read = |stored: AttributeValue, attribute: &'static str| {
        let table = &table;
        async move {
            Everything::put().item(everything()).send(table).await.expect("put");
            tamper(table, [(attribute, Some(stored))]).await;
            match Everything::get().id(everything().id).send(table).await {
                Err(Error::Item(error)) => error.failed.expect("an attribute").to_string(),
                other => panic!("{other:?}"),
            }
        }
    };
    let list = AttributeValue::L;
    let message = read(list(vec![list(vec![]), list(vec![n(1), s("x")])]), "nested").await;
    assert_eq!(message, "attribute `nested[1][1]`: expected a whole number that fits u16, found the text \"x\"");
    // It is a number, but would be infinite here.
    let large = n(format!("4{:0<38}", ""));
    let message = read(large, "f32").await;
    assert!(message.starts_with("attribute `f32`: expected a number that fits f32, found the number 4"), "{message}");
    let map = |key: &str, value| AttributeValue::M([(key.to_owned(), value)].into());
    let message = read(map("outer", map("inner", s("x"))), "sorted").await;
    assert_eq!(message, "attribute `sorted.outer.inner`: expected a number, found the text \"x\"");
    // What serde says is passed on.
    let message = read(map("street", s("Rue")), "address").await;
    assert_eq!(message, "attribute `address`: missing field `tags`");
}

async fn required_optional_attributes(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Late", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Late {
        id: String,
        #[attr(required)]
        since: Option<u32>,
    }

    let table = on.table::<Late>().await;
    let error = on.unsent(Late::put().item(Late { id: "1".into(), since: None }).send(&table)).await;
    let Err(Error::Attributes { entity: "Late", failed }) = &error else { panic!("{error:?}") };
    assert_eq!(failed.len(), 1);
    assert_eq!((failed[0].attribute, &failed[0].problem), ("since", &AttributeProblem::Missing));
    // An item of an older model may lack it.
    Late::create().id("1").since(2026_u32).send(&table).await.expect("create");
    tamper(&table, [("since", None)]).await;
    assert_eq!(Late::get().id("1").send(&table).await.expect("get"), Some(Late { id: "1".into(), since: None }));
}

async fn types_of_ones_own(on: Engine) {
    #[derive(Debug, Clone, PartialEq)]
    struct Even(u32);

    impl Value for Even {
        fn to_attribute(&self) -> Result<AttributeValue, ValueError> {
            if self.0.is_multiple_of(2) { self.0.to_attribute() } else { Err(ValueError::other("odd")) }
        }

        fn from_attribute(value: AttributeValue) -> Result<Self, ValueError> {
            u32::from_attribute(value).map(Self)
        }
    }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Own", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Own {
        id: String,
        even: Even,
        list: Vec<Even>,
    }

    let table = on.table::<Own>().await;
    let own =
        |even, list: &[u32]| Own { id: "1".into(), even: Even(even), list: list.iter().copied().map(Even).collect() };
    Own::create().item(own(2, &[4, 6])).send(&table).await.expect("create");
    assert_eq!(Own::get().id("1").send(&table).await.expect("get"), Some(own(2, &[4, 6])));
    let error = on.unsent(Own::put().item(own(1, &[4, 5])).send(&table)).await.expect_err("odd");
    let Error::Attributes { failed, .. } = &error else { panic!("{error:?}") };
    let AttributeProblem::Value(value) = &failed[1].problem else { panic!("{failed:?}") };
    assert_eq!((value.path(), value.problem()), ("[1]", &ValueProblem::Other("odd".into())));
    assert_eq!(error.to_string(), "Own cannot be written: attribute `even`: odd; attribute `list[1]`: odd");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Offer", version = "1", casing = "upper")]
#[index(primary, pk = [product], sk(template = "${price}"))]
#[index(by_seller, gsi = "gsi1", pk = [price], sk = [seller, ends])]
struct Offer {
    product: Uuid,
    price: Decimal,
    seller: Uuid,
    #[attr(sortable)]
    ends: Expiry,
}

async fn types_of_other_crates_in_keys(on: Engine) {
    let table = on.table::<Offer>().await;
    let offer = |mantissa: i64, scale: u32| Offer {
        product: Uuid::from_u128(0xABCD),
        price: Decimal::new(mantissa, scale),
        seller: Uuid::from_u128(u128::MAX - 1),
        ends: Expiry::at(mantissa),
    };
    let cheapest = offer(1, 28);
    let offers = [offer(-5, 1), cheapest.clone(), offer(999, 2), offer(1000, 2), offer(i64::MAX, 0)];
    for offer in offers.iter().rev() {
        assert_eq!(Offer::create().item(offer.clone()).send(&table).await.expect("create"), *offer);
    }
    let of_product = || Offer::query().primary().product(cheapest.product);
    assert_eq!(of_product().all(&table).await.expect("query"), offers);
    // Two that are one as floats are two.
    let above = of_product().price(gt(Decimal::ZERO)).all(&table).await.expect("query");
    assert_eq!(above, offers[1..]);
    let range = between(Decimal::new(9_99, 2), Decimal::TEN);
    assert_eq!(of_product().price(range).all(&table).await.expect("query"), offers[2..4]);
    let upside_down = between(Decimal::new(10_i64.pow(18) + 1, 18), Decimal::ONE);
    assert!(matches!(of_product().price(upside_down).all(&table).await, Err(Error::EmptyRange { .. })));

    // A price has one text, whatever its scale.
    let ten = || Offer::query().by_seller().price(Decimal::new(10, 0)).seller(cheapest.seller);
    assert_eq!(ten().ends(gt(Expiry::at(999))).all(&table).await.expect("query"), offers[3..4]);
    let keys = ten().request("app").expect("a request").expression_attribute_values.expect("values");
    assert!(keys.values().any(|key| *key == s("$SHOP#PRICE_10")), "{keys:?}");
    // Keys are read as they stand there, in upper case.
    let stored = table.client().scan().table_name(table.name()).send().await.expect("scan").items.expect("items");
    for item in stored {
        let keys = KeyComposites::<Offer>::of(&item).expect("keys of an offer");
        let o = Offer::attributes();
        assert_eq!(keys.get(o.product).expect("a product"), Some(cheapest.product));
        assert_eq!(keys.get(o.seller).expect("a seller"), Some(cheapest.seller));
        let (price, ends) = (keys.get(o.price).expect("a price"), keys.get(o.ends).expect("an expiry"));
        assert!(offers.iter().any(|offer| (price, ends) == (Some(offer.price), Some(offer.ends))));
    }
}
