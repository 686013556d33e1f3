//! DynamoDB's expression grammar, row by row as in `docs/src/expressions.md`: the text that a condition or an update
//! becomes, and what the engine makes of it.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Condition, ConditionProblem, Document, Entity, Error, StoredType, Table, all, any, raw};

use crate::harness::{Engine, both_ways, n, only_stored, s, tamper};

both_ways! {
    comparators,
    ranges_and_lists,
    functions,
    sizes,
    paths,
    words_and_parentheses,
    updates_of_values,
    updates_of_numbers,
    updates_of_lists_and_sets,
    removals,
    updates_read_the_item_as_it_was,
    operators_of_upserts,
    what_is_copied_means_the_same,
    what_a_module_stores_is_changed_as_a_whole,
    upserts_begin_at_defaults,
    what_dynamodb_refuses_is_not_sent,
    a_filter_is_not_of_the_queried_key,
    guards_hold_whatever_the_condition_says,
    every_write_takes_a_condition,
    updates_of_overlapping_paths_are_not_sent,
    raw_takes_every_operator,
    raw_does_not_reach_what_the_model_keeps,
    bytes_are_no_list,
    keys_are_compared_as_they_are_stored,
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Place {
    city: String,
    lines: Vec<String>,
    floor: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "x", name = "Thing", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_kind, gsi = "gsi1", pk = [kind], sk = [id])]
struct Thing {
    id: String,
    #[attr(default = "k")]
    kind: String,
    text: String,
    other: Option<String>,
    number: i64,
    more: Option<i64>,
    flag: Option<bool>,
    bytes: Option<Vec<u8>>,
    list: Vec<String>,
    set: Option<BTreeSet<String>>,
    sizes: Option<BTreeSet<u32>>,
    map: HashMap<String, i64>,
    place: Option<Place>,
    #[attr(default)]
    likes: u32,
}

fn texts<C: FromIterator<String>>(texts: &[&str]) -> C {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// An item that has every attribute.
fn full() -> Thing {
    Thing {
        id: "full".into(),
        kind: "k".into(),
        text: "abc".into(),
        other: Some("abc".into()),
        number: 2,
        more: Some(3),
        flag: Some(true),
        bytes: Some(vec![1, 2]),
        list: texts(&["a", "b"]),
        set: Some(texts(&["a", "z"])),
        sizes: Some(BTreeSet::from([1, 2])),
        map: HashMap::from([("x".to_owned(), 7)]),
        place: Some(Place { city: "Bonn".into(), lines: texts(&["l"]), floor: Some(3) }),
        likes: 4,
    }
}

/// One that has only what it must.
fn bare() -> Thing {
    Thing {
        id: "bare".into(),
        kind: "k".into(),
        text: "b".into(),
        other: None,
        number: 5,
        more: None,
        flag: None,
        bytes: None,
        list: Vec::new(),
        set: None,
        sizes: None,
        map: HashMap::new(),
        place: None,
        likes: 0,
    }
}

async fn things(on: &Engine) -> Table {
    let table = on.table::<Thing>().await;
    for thing in [bare(), full()] {
        Thing::create().item(thing).send(&table).await.expect("create");
    }
    table
}

/// An expression with its names and values in place.
fn spelt(
    expression: Option<&str>,
    names: Option<&HashMap<String, String>>,
    values: Option<&HashMap<String, AttributeValue>>,
) -> String {
    let mut text = expression.unwrap_or_default().to_owned();
    let mut replace: Vec<(String, String)> = names.into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect();
    let shown = |value: &AttributeValue| match value {
        AttributeValue::S(text) => format!("'{text}'"),
        AttributeValue::N(number) => number.clone(),
        AttributeValue::Bool(flag) => flag.to_string(),
        AttributeValue::B(bytes) => format!("{:?}", bytes.as_ref()),
        AttributeValue::Ss(texts) => format!("{{{}}}", texts.join(" ")),
        AttributeValue::Ns(numbers) => format!("{{{}}}", numbers.join(" ")),
        AttributeValue::L(list) => format!("[{}]", list.len()),
        other => format!("{other:?}"),
    };
    replace.extend(values.into_iter().flatten().map(|(placeholder, value)| (placeholder.clone(), shown(value))));
    // The longest first: `#1` begins `#10`.
    replace.sort_by_key(|(placeholder, _)| std::cmp::Reverse(placeholder.len()));
    for (placeholder, with) in replace {
        text = text.replace(&placeholder, &with);
    }
    text
}

/// A condition becomes this text, and holds of these items: as a filter, and as the condition of a write.
async fn holds(table: &Table, condition: Condition<Thing>, expected: &str, ids: &[&str]) {
    let input = Thing::delete().id("full").condition(condition.clone()).request("t").expect("it is built");
    let names = input.expression_attribute_names.as_ref();
    let text = spelt(input.condition_expression.as_deref(), names, input.expression_attribute_values.as_ref());
    assert_eq!(text, expected);

    let found = Thing::scan().filter(condition.clone()).all(table).await.expect("scan");
    let mut found: Vec<_> = found.into_iter().map(|thing| thing.id).collect();
    found.sort_unstable();
    assert_eq!(found, ids, "{expected}");
    for id in ["bare", "full"] {
        let t = Thing::attributes();
        let write = Thing::patch().id(id).set(t.likes, 1).condition(condition.clone()).send_if(table).await;
        assert_eq!(write.expect("it is sent").is_applied(), ids.contains(&id), "{expected} of {id}");
    }
}

const BOTH: [&str; 2] = ["bare", "full"];
const FULL: [&str; 1] = ["full"];
const BARE: [&str; 1] = ["bare"];

async fn comparators(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    holds(&table, t.text.eq("b"), "text = 'b'", &BARE).await;
    holds(&table, t.text.ne("b"), "text <> 'b'", &FULL).await;
    holds(&table, t.number.lt(5), "number < 5", &FULL).await;
    holds(&table, t.number.lte(5), "number <= 5", &BOTH).await;
    holds(&table, t.text.gt("abc"), "text > 'abc'", &BARE).await;
    holds(&table, t.text.gte("abc".to_owned()), "text >= 'abc'", &BOTH).await;
    holds(&table, t.bytes.gt(vec![1]), "bytes > [1]", &FULL).await;
    holds(&table, t.flag.eq(true), "flag = true", &FULL).await;
    holds(&table, t.set.eq(texts::<BTreeSet<_>>(&["z", "a"])), "set = {a z}", &FULL).await;
    // Of what is not there, only `<>` holds.
    holds(&table, t.more.ne(3), "more <> 3", &BARE).await;
    holds(&table, t.more.eq_or_not_exists(9), "more = 9 OR attribute_not_exists(more)", &BARE).await;
    // Attribute against attribute.
    holds(&table, t.text.eq(t.other), "text = other", &FULL).await;
    holds(&table, t.number.lt(t.more), "number < more", &FULL).await;
}

async fn ranges_and_lists(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    holds(&table, t.number.between(3, 5), "number BETWEEN 3 AND 5", &BARE).await;
    holds(&table, t.number.between(1, t.more), "number BETWEEN 1 AND more", &FULL).await;
    holds(&table, t.text.is_in(["x", "b"]), "text IN ('x', 'b')", &BARE).await;
    // DynamoDB takes some 100 values in a list.
    let many = t.number.is_in(2..=201);
    let input = Thing::scan().filter(many.clone()).request("t").expect("it is built");
    assert_eq!(input.filter_expression.expect("a filter").matches(" IN (").count(), 3);
    let found = Thing::scan().filter(many).all(&table).await.expect("scan");
    assert_eq!(found.len(), 2);
    // None of no values, and all of no conditions.
    let none = Thing::scan().filter(t.number.is_in(Vec::<i64>::new())).all(&table).await.expect("scan");
    assert_eq!(none, []);
    assert_eq!(Thing::scan().filter(any::<Thing>([None])).all(&table).await.expect("scan"), []);
    assert_eq!(Thing::scan().filter(all::<Thing>([None])).all(&table).await.expect("scan").len(), 2);
    let patch = Thing::patch().id("full").set(t.likes, 1).condition(any::<Thing>([None]));
    assert!(!patch.send_if(&table).await.expect("it is sent").is_applied());
}

async fn functions(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    holds(&table, t.more.exists(), "attribute_exists(more)", &FULL).await;
    holds(&table, t.more.not_exists(), "attribute_not_exists(more)", &BARE).await;
    holds(&table, t.text.begins_with("ab"), "begins_with(text, 'ab')", &FULL).await;
    holds(&table, t.text.contains("bc"), "contains(text, 'bc')", &FULL).await;
    holds(&table, t.list.contains("b"), "contains(list, 'b')", &FULL).await;
    holds(&table, t.set.contains("z"), "contains(set, 'z')", &FULL).await;
    holds(&table, t.sizes.contains(2), "contains(sizes, 2)", &FULL).await;
    holds(&table, t.set.not_contains("z"), "NOT contains(set, 'z')", &BARE).await;
    holds(&table, t.text.contains(t.other), "contains(text, other)", &FULL).await;
    for (stored, name, attribute) in [
        (StoredType::Text, "S", "text"),
        (StoredType::Number, "N", "number"),
        (StoredType::Boolean, "BOOL", "flag"),
        (StoredType::Binary, "B", "bytes"),
        (StoredType::List, "L", "list"),
        (StoredType::Map, "M", "map"),
        (StoredType::TextSet, "SS", "set"),
        (StoredType::NumberSet, "NS", "sizes"),
    ] {
        let there = if ["text", "number", "list", "map"].contains(&attribute) { BOTH.as_slice() } else { &FULL };
        holds(&table, raw(attribute).is_type(stored), &format!("attribute_type({attribute}, '{name}')"), there).await;
    }
    for (stored, name) in [(StoredType::Null, "NULL"), (StoredType::BinarySet, "BS")] {
        holds(&table, t.text.is_type(stored), &format!("attribute_type(text, '{name}')"), &[]).await;
    }
}

async fn sizes(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    holds(&table, t.text.size().eq(3), "size(text) = 3", &FULL).await;
    holds(&table, t.text.size().ne(3), "size(text) <> 3", &BARE).await;
    holds(&table, t.bytes.size().gte(2), "size(bytes) >= 2", &FULL).await;
    holds(&table, t.list.size().lt(1), "size(list) < 1", &BARE).await;
    holds(&table, t.set.size().lte(2), "size(set) <= 2", &FULL).await;
    holds(&table, t.map.size().gt(0), "size(map) > 0", &FULL).await;
    holds(&table, t.place.size().eq(3), "size(place) = 3", &FULL).await;
    holds(&table, t.list.size().between(1, 2), "size(list) BETWEEN 1 AND 2", &FULL).await;
    holds(&table, t.list.size().is_in([0, 9]), "size(list) IN (0, 9)", &BARE).await;
    holds(&table, t.number.eq(t.list.size()), "number = size(list)", &FULL).await;
    holds(&table, t.list.size().eq(t.map.size()), "size(list) = size(map)", &BARE).await;
}

async fn paths(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    holds(&table, t.place.city.eq("Bonn"), "place.city = 'Bonn'", &FULL).await;
    holds(&table, t.place.lines.at(0).eq("l"), "place.lines[0] = 'l'", &FULL).await;
    holds(&table, t.map.key("x").gt(6), "map.x > 6", &FULL).await;
    holds(&table, t.list.at(1).exists(), "attribute_exists(list[1])", &FULL).await;
    holds(&table, raw("place").key("city").begins_with("B"), "begins_with(place.city, 'B')", &FULL).await;
    holds(&table, raw("nothing").not_exists(), "attribute_not_exists(nothing)", &BOTH).await;
    holds(&table, raw("number").eq(5), "number = 5", &BARE).await;
}

async fn words_and_parentheses(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    let (a, b, c) = (|| t.text.eq("abc"), || t.number.eq(5), || t.flag.eq(true));
    holds(&table, a().and(c()), "text = 'abc' AND flag = true", &FULL).await;
    holds(&table, a() | b(), "text = 'abc' OR number = 5", &BOTH).await;
    holds(&table, !a(), "NOT text = 'abc'", &BARE).await;
    holds(&table, (a() | b()) & c(), "(text = 'abc' OR number = 5) AND flag = true", &FULL).await;
    holds(&table, (a() & b()) | c(), "text = 'abc' AND number = 5 OR flag = true", &FULL).await;
    holds(&table, !(a() & b()), "NOT (text = 'abc' AND number = 5)", &BOTH).await;
    holds(&table, !(a() | b()), "NOT (text = 'abc' OR number = 5)", &[]).await;
    holds(&table, !!a(), "text = 'abc'", &FULL).await;
    // No parentheses where the meaning needs none: DynamoDB refuses them.
    holds(&table, a() & (c() & !b()), "text = 'abc' AND flag = true AND NOT number = 5", &FULL).await;
    holds(&table, a() | (b() | c()), "text = 'abc' OR number = 5 OR flag = true", &BOTH).await;
    let form = all([Some(a()), None, Some(any([b(), c()]))]);
    holds(&table, form, "text = 'abc' AND (number = 5 OR flag = true)", &FULL).await;
    // A second filter is one more condition.
    let found = Thing::scan().filter(a() | b()).filter(c()).all(&table).await.expect("scan");
    assert_eq!(found.len(), 1);
}

/// What an update changes, spelt out: without the key and the identifiers that go along.
fn changes(input: aws_sdk_dynamodb::operation::update_item::UpdateItemInput) -> String {
    let names = input.expression_attribute_names.as_ref();
    let text = spelt(input.update_expression.as_deref(), names, input.expression_attribute_values.as_ref());
    let along = ["id = 'full'", "__edb_e__ = 'Thing'", "__edb_v__ = '1'"];
    let text = along.iter().fold(text, |text, along| text.replace(&format!(", {along}"), "").replace(along, ""));
    text.trim_start_matches("SET ").trim().to_owned()
}

/// A patch of the full item becomes this text, and makes this of it. So does an update.
macro_rules! becomes {
    ($table:expr, |$update:ident| $changed:expr, $text:expr, |$thing:ident| $expected:expr) => {{
        let patch = |$update: dynaent::Update<Thing, dynaent::IfExists>| $changed;
        let update = |$update: dynaent::Update<Thing>| $changed;
        assert_eq!(changes(patch(Thing::patch().id("full")).request("t").expect("it is built")), $text);
        assert_eq!(changes(update(Thing::update().id("full")).request("t").expect("it is built")), $text);
        let expected = {
            let mut $thing = full();
            $expected;
            $thing
        };
        for patched in [true, false] {
            Thing::put().item(full()).send($table).await.expect("put");
            let after = match patched {
                true => patch(Thing::patch().id("full")).return_new().send($table).await,
                false => update(Thing::update().id("full")).return_new().send($table).await,
            };
            assert_eq!(after.expect("it is changed"), expected, "{}", $text);
        }
    }};
}

async fn updates_of_values(on: Engine) {
    let table = on.table::<Thing>().await;
    let t = Thing::attributes();
    becomes!(&table, |u| u.set(t.text, "new"), "text = 'new'", |thing| thing.text = "new".into());
    becomes!(&table, |u| u.set_from(t.text, t.place.city), "text = place.city", |thing| thing.text = "Bonn".into());
    becomes!(
        &table,
        |u| u.set_from_with_default(t.text, t.place.city, "none"),
        "text = if_not_exists(place.city, 'none')",
        |thing| thing.text = "Bonn".into()
    );
    becomes!(
        &table,
        |u| u.set_from_with_default(t.number, t.map.key("y"), 9),
        "number = if_not_exists(map.y, 9)",
        |thing| thing.number = 9
    );
    becomes!(&table, |u| u.set_if_not_exists(t.other, "new"), "other = if_not_exists(other, 'new')", |thing| {
        let _ = &mut thing;
    });
    becomes!(
        &table,
        |u| u.set(t.place.city, "Köln").set(t.map.key("y"), 1),
        "place.city = 'Köln', map.y = 1",
        |thing| {
            thing.place.as_mut().expect("a place").city = "Köln".into();
            thing.map.insert("y".into(), 1);
        }
    );
    becomes!(&table, |u| u.set(t.list.at(0), "z"), "list[0] = 'z'", |thing| thing.list[0] = "z".into());
}

async fn updates_of_numbers(on: Engine) {
    let table = on.table::<Thing>().await;
    let t = Thing::attributes();
    becomes!(&table, |u| u.add(t.number, 5), "ADD number 5", |thing| thing.number = 7);
    becomes!(&table, |u| u.add(t.place.floor, -1), "ADD place.floor -1", |thing| {
        thing.place.as_mut().expect("a place").floor = Some(2);
    });
    becomes!(&table, |u| u.add(t.number, t.more), "number = number + more", |thing| thing.number = 5);
    becomes!(&table, |u| u.subtract(t.number, 5), "number = if_not_exists(number, 0) - 5", |thing| thing.number = -3);
    becomes!(&table, |u| u.subtract(t.number, t.more), "number = if_not_exists(number, 0) - more", |thing| {
        thing.number = -1;
    });
    becomes!(&table, |u| u.add_with_default(t.map.key("y"), 1, 10), "map.y = if_not_exists(map.y, 10) + 1", |thing| {
        thing.map.insert("y".into(), 11);
    });
    becomes!(&table, |u| u.subtract_with_default(t.more, 1, 10), "more = if_not_exists(more, 10) - 1", |thing| {
        thing.more = Some(2);
    });
}

async fn updates_of_lists_and_sets(on: Engine) {
    let table = on.table::<Thing>().await;
    let t = Thing::attributes();
    becomes!(&table, |u| u.append(t.list, ["c"]), "list = list_append(if_not_exists(list, [0]), [1])", |thing| {
        thing.list.push("c".into());
    });
    becomes!(&table, |u| u.prepend(t.list, ["c"]), "list = list_append([1], if_not_exists(list, [0]))", |thing| {
        thing.list.insert(0, "c".into());
    });
    becomes!(&table, |u| u.add(t.set, ["b"]), "ADD set {b}", |thing| thing.set = Some(texts(&["a", "b", "z"])));
    becomes!(&table, |u| u.add(t.sizes, vec![9_u32]), "ADD sizes {9}", |thing| {
        thing.sizes = Some(BTreeSet::from([1, 2, 9]));
    });
    becomes!(&table, |u| u.delete(t.set, ["a", "q"]), "DELETE set {a q}", |thing| thing.set = Some(texts(&["z"])));
    // With the last member, the set is gone.
    becomes!(&table, |u| u.delete(t.sizes, [1_u32, 2]), "DELETE sizes {1 2}", |thing| thing.sizes = None);
    // What is not there counts as empty.
    Thing::put().item(bare()).send(&table).await.expect("put");
    let after = Thing::patch().id("bare").add(t.more, 2).add(t.set, ["x"]).subtract(t.place.floor, 1);
    // A number inside a document that is not there cannot be made.
    assert!(matches!(after.send(&table).await, Err(Error::Request { .. })));
    let after =
        Thing::patch().id("bare").add(t.more, 2).add(t.set, ["x"]).return_new().send(&table).await.expect("patch");
    assert_eq!((after.more, after.set), (Some(2), Some(texts(&["x"]))));
}

async fn removals(on: Engine) {
    let table = on.table::<Thing>().await;
    let t = Thing::attributes();
    becomes!(&table, |u| u.remove(t.more), "REMOVE more", |thing| thing.more = None);
    becomes!(&table, |u| u.remove(t.list.at(0)), "REMOVE list[0]", |thing| drop(thing.list.remove(0)));
    becomes!(&table, |u| u.remove(t.map.key("x")), "REMOVE map.x", |thing| {
        thing.map.remove("x");
    });
    becomes!(&table, |u| u.remove(t.place.floor).set(t.text, "x"), "text = 'x' REMOVE place.floor", |thing| {
        thing.text = "x".into();
        thing.place.as_mut().expect("a place").floor = None;
    });
    tamper(&table, [("legacy", Some(n(1)))]).await;
    Thing::patch().id("full").remove(raw("legacy")).send(&table).await.expect("patch");
    assert!(!only_stored(&table).await.contains_key("legacy"));
}

async fn updates_read_the_item_as_it_was(on: Engine) {
    let table = on.table::<Thing>().await;
    Thing::put().item(full()).send(&table).await.expect("put");
    let t = Thing::attributes();
    let swapped = Thing::patch().id("full").set_from(t.number, t.more).set_from(t.more, t.number);
    let old = swapped.return_old().send(&table).await.expect("patch").expect("it was there");
    assert_eq!((old.number, old.more), (2, Some(3)));
    let updated = Thing::patch().id("full").add(t.likes, 1).remove(t.other).return_updated().send(&table).await;
    let updated = updated.expect("patch");
    assert_eq!(updated.get(t.likes).expect("a number"), Some(5));
    assert_eq!(updated.get(t.other).expect("nothing"), None);
    assert_eq!(updated.get(t.number).expect("not changed"), None);
    let before = Thing::patch().id("full").add(t.likes, 1).return_updated_old().send(&table).await.expect("patch");
    assert_eq!(before.get(t.likes).expect("a number"), Some(5));
    assert_eq!(before.stored()["likes"], n(5));
    let now = Thing::get().id("full").send(&table).await.expect("get").expect("it is there");
    assert_eq!((now.number, now.more, now.likes), (3, Some(2), 6));
}

async fn operators_of_upserts(on: Engine) {
    let table = on.table::<Thing>().await;
    let t = Thing::attributes();
    let upsert =
        || Thing::upsert().id("1").kind("k").text("t").number(1).list(vec!["a".to_owned()]).map(HashMap::new());
    // The default is where the operator begins.
    let made = upsert().add(t.likes, 3).return_new().send(&table).await.expect("upsert");
    assert_eq!((made.likes, made.list), (3, texts(&["a"])));
    let again = upsert().add(t.likes, 2).append(t.place.lines, ["x"]);
    assert!(matches!(again.send(&table).await, Err(Error::Request { .. })), "there is no place");
    let again = upsert().subtract(t.likes, 1).set_if_not_exists(t.more, 9).add(t.set, ["x"]).return_new();
    let again = again.send(&table).await.expect("upsert");
    assert_eq!((again.likes, again.more, again.set), (2, Some(9), Some(texts(&["x"]))));
    let again = upsert().remove(t.more).delete(t.set, ["y"]).return_new().send(&table).await.expect("upsert");
    assert_eq!((again.more, again.likes), (None, 2));
    let from = |upsert: dynaent::Upsert<Thing, dynaent::New>| {
        upsert.set_from_with_default(t.other, t.text, "none").set_from_with_default(t.likes, t.likes, 7)
    };
    let again = from(upsert().return_new()).send(&table).await.expect("upsert");
    assert_eq!((again.other.as_deref(), again.likes), (Some("t"), 2));
    let fresh = from(upsert().id("2").return_new()).send(&table).await.expect("upsert");
    assert_eq!((fresh.other.as_deref(), fresh.likes), (Some("none"), 7));
    // But for a default that the operator brings.
    let fresh = upsert().id("3").return_new().add_with_default(t.likes, 1, 100).subtract_with_default(t.more, 1, 10);
    let fresh = fresh.send(&table).await.expect("upsert");
    assert_eq!((fresh.likes, fresh.more), (101, Some(9)));
    // What is given has its value, and takes no operator.
    let error = on.unsent(upsert().append(t.list, ["b"]).send(&table)).await.expect_err("it is given");
    assert!(matches!(error, Error::Overlap { .. }), "{error:?}");
    let error = upsert().condition(t.likes.gt(9)).send(&table).await.expect_err("it does not hold");
    assert_eq!(error.current::<Thing>().expect("it is read").map(|thing| thing.likes), Some(2));
}

/// Stores minutes as text.
mod minutes {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::ValueError;

    pub fn to_attribute(minutes: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(format!("{minutes} min")))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<u32, ValueError> {
        let text = value.as_s().ok().and_then(|text| text.strip_suffix(" min"));
        text.and_then(|minutes| minutes.parse().ok()).ok_or_else(|| ValueError::other("these are no minutes"))
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "x", name = "Trip", version = "1")]
#[index(primary, pk(field = "id", template = "trip#${id}"), sk = [])]
struct Trip {
    id: String,
    name: String,
    #[attr(with = minutes)]
    planned: u32,
    #[attr(with = minutes, validate = is_possible)]
    taken: u32,
    kilometres: u32,
}

fn is_possible(minutes: &u32) -> bool {
    *minutes < 10_000
}

/// DynamoDB copies what is stored, whatever that would mean at the other place.
async fn what_is_copied_means_the_same(on: Engine) {
    let table = on.table::<Trip>().await;
    let t = Trip::attributes();
    let trip =
        Trip::create().id("1").name("out").planned(30).taken(40).kilometres(7).send(&table).await.expect("create");
    let patch = || Trip::patch().id("1");
    let refused = async |patch: dynaent::Update<Trip, dynaent::IfExists>| {
        on.unsent(patch.send(&table)).await.expect_err("it means something else").to_string()
    };
    assert_eq!(
        refused(patch().set_from(t.planned, t.kilometres)).await,
        "Trip cannot be written: attribute `planned`: `kilometres` is stored in another form, which would be taken as it is"
    );
    let copied = refused(patch().set_from_with_default(t.kilometres, t.planned, 1)).await;
    assert!(copied.contains("attribute `kilometres`: `planned` is stored in another form"), "{copied}");
    let copied = refused(patch().set_from(t.name, t.id)).await;
    assert!(copied.contains("attribute `name`: `id` is stored in another form"), "{copied}");
    let changed = patch().set_from(t.planned, t.taken).return_new().send(&table).await.expect("both are minutes");
    assert_eq!(changed, Trip { planned: 40, ..trip });
}

/// Stores hours as a list, and names as a map, of text.
mod texts {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::ValueError;

    pub fn to_attribute(hours: &[u32]) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::L(hours.iter().map(|hour| AttributeValue::S(format!("{hour} h"))).collect()))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<Vec<u32>, ValueError> {
        let hour = |value: &AttributeValue| value.as_s().ok()?.strip_suffix(" h")?.parse().ok();
        let hours = value.as_l().ok().and_then(|list| list.iter().map(hour).collect());
        hours.ok_or_else(|| ValueError::other("these are no hours"))
    }
}

/// Stores a place as its city.
mod address {
    use aws_sdk_dynamodb::types::AttributeValue;
    use dynaent::ValueError;

    use super::Place;

    pub fn to_attribute(place: &Place) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(place.city.clone()))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<Place, ValueError> {
        let city = value.as_s().map_err(|_| ValueError::other("this is no city"))?.clone();
        Ok(Place { city, lines: Vec::new(), floor: None })
    }
}

/// Nobody but the module knows what a part of it is stored as.
async fn what_a_module_stores_is_changed_as_a_whole(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Shop", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Shop {
        id: String,
        #[attr(with = texts)]
        hours: Vec<u32>,
        staff: u32,
        #[attr(with = address)]
        place: Place,
    }

    let table = on.table::<Shop>().await;
    let s = Shop::attributes();
    let bonn = Place { city: "Bonn".into(), lines: Vec::new(), floor: None };
    let shop = Shop::create().id("1").hours([9, 17]).staff(2).place(bonn).send(&table).await.expect("create");
    let patch = || Shop::patch().id("1");
    let wrong = [
        ("hours", patch().append(s.hours, [18])),
        ("hours", patch().prepend(s.hours, [8])),
        ("hours[0]", patch().set(s.hours.at(0), 8)),
        ("hours[1]", patch().add(s.hours.at(1), 1)),
        ("place.city", patch().set(s.place.city, "Köln")),
    ];
    for (path, patch) in wrong {
        let error = on.unsent(patch.send(&table)).await.expect_err("a part of it").to_string();
        let wanted = "it is stored by a module of its own (`with`): set the attribute as a whole";
        assert_eq!(error, format!("Shop cannot be written: attribute `{path}`: {wanted}"));
    }
    let error = on.unsent(patch().set_from(s.staff, s.hours.at(1)).send(&table)).await.expect_err("a part of it");
    assert!(error.to_string().contains("attribute `staff`: `hours[1]` is stored in another form"), "{error}");
    // What has an element is removed without knowing what it is.
    let left = patch().remove(s.hours.at(0)).return_new().send(&table).await.expect("patch");
    assert_eq!(left, Shop { hours: vec![17], ..shop });
}

async fn upserts_begin_at_defaults(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Log", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Log {
        id: String,
        #[attr(default = vec!["made".to_owned()])]
        lines: Vec<String>,
        #[attr(default = BTreeSet::from(["new".to_owned()]))]
        marks: BTreeSet<String>,
        #[attr(default)]
        more: BTreeSet<String>,
    }

    let table = on.table::<Log>().await;
    let l = Log::attributes();
    let upsert = |id: &str| Log::upsert().id(id).append(l.lines, ["read"]).return_new();
    let lines = async |upsert: dynaent::Upsert<Log, dynaent::New>| upsert.send(&table).await.expect("upsert").lines;
    assert_eq!(lines(upsert("1")).await, ["made", "read"]);
    assert_eq!(lines(upsert("1")).await, ["made", "read", "read"]);
    let before = Log::upsert().id("2").prepend(l.lines, ["asked"]).return_new();
    assert_eq!(lines(before).await, ["asked", "made"]);
    let more = Log::upsert().id("3").add(l.more, ["x"]).return_new().send(&table).await.expect("upsert");
    assert_eq!(more.more, BTreeSet::from(["x".to_owned()]));
    // DynamoDB has no way to begin at a set.
    let error = on.unsent(Log::upsert().id("4").add(l.marks, ["x"]).send(&table)).await.expect_err("it has a default");
    assert!(matches!(&error, Error::Overlap { one, .. } if one == "marks"), "{error:?}");
}

async fn what_dynamodb_refuses_is_not_sent(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    let refused = async |condition: Condition<Thing>| {
        let read = on.unsent(Thing::scan().filter(condition.clone()).all(&table)).await.expect_err("it is refused");
        let write = Thing::patch().id("full").set(t.likes, 1).condition(condition);
        let write = on.unsent(write.send(&table)).await.expect_err("it is refused");
        let (Error::Condition { problem, .. }, Error::Condition { problem: same, .. }) = (read, write) else {
            panic!("another error")
        };
        // What the filter of the entity and the guard add is counted too.
        if !matches!(*problem, ConditionProblem::TooManyOperators { .. } | ConditionProblem::TooLong { .. }) {
            assert_eq!(problem, same);
        }
        *problem
    };
    let attribute = |name: &str| name.to_owned();
    assert_eq!(refused(t.text.eq(t.text)).await, ConditionProblem::SameOperand { attribute: attribute("text") });
    assert_eq!(
        refused(t.place.lines.at(1).ne(t.place.lines.at(1))).await,
        ConditionProblem::SameOperand { attribute: attribute("place.lines[1]") }
    );
    assert_eq!(refused(t.number.between(3, 2)).await, ConditionProblem::EmptyRange { attribute: attribute("number") });
    assert_eq!(
        refused(t.list.size().between(2, 1)).await,
        ConditionProblem::EmptyRange { attribute: attribute("list") }
    );
    assert!(matches!(
        refused(raw("ratio").lt(f64::NAN)).await,
        ConditionProblem::Value { attribute, .. } if attribute == "ratio"
    ));
    let many = any((0..151).map(|number| t.number.eq(number)));
    assert_eq!(refused(many).await, ConditionProblem::TooManyOperators { count: 307, limit: 300 });
    // Each operand counts, so that the text is too long before there are too many.
    let long = any((0..8).map(|number| t.number.is_in((0..99).map(move |more| number * 99 + more))));
    assert!(matches!(refused(long).await, ConditionProblem::TooLong { limit: 4096, .. }));
    let nest = |levels: u32| {
        (0..levels).fold(t.flag.eq(true), |inner, level| {
            if level % 2 == 0 { inner.and(t.number.exists()) } else { inner.or(t.text.exists()) }
        })
    };
    assert_eq!(refused(nest(33)).await, ConditionProblem::TooDeep { limit: 32 });
    assert_eq!(Thing::scan().filter(nest(31)).all(&table).await.expect("scan").len(), 2);
    // As many as are taken are sent.
    let most = any((0..147).map(|number| t.number.eq(number)));
    assert_eq!(Thing::scan().filter(most).all(&table).await.expect("scan").len(), 2);
}

async fn a_filter_is_not_of_the_queried_key(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Own", version = "1")]
    #[index(primary, pk(field = "tenant", composite = [tenant]), sk(field = "name", template = "N#${name}"))]
    #[index(by_day, gsi = "gsi1", pk = [day], sk = [name])]
    struct Own {
        tenant: String,
        name: String,
        day: String,
    }
    let table = on.table::<Own>().await;
    Own::put().tenant("T").name("Ada").day("1").send(&table).await.expect("put");
    let o = Own::attributes();
    let query = Own::query().primary().tenant("T").filter(o.name.contains("d")).all(&table);
    let error = on.unsent(query).await.expect_err("the key is queried");
    let Error::Condition { problem, .. } = error else { panic!("{error:?}") };
    assert_eq!(*problem, ConditionProblem::Key { attribute: "name".into(), index: "primary" });
    let query = Own::query().by_day().day("1").filter(raw("gsi1sk").exists()).all(&table);
    assert!(matches!(on.unsent(query).await, Err(Error::Condition { .. })));
    // The table's key can be filtered in another index, and in a scan; it is compared as it is stored.
    let found = Own::query().by_day().day("1").filter(o.name.eq("Ada") & o.name.begins_with("A")).all(&table).await;
    assert_eq!(found.expect("query").len(), 1);
    assert_eq!(Own::scan().filter(o.name.eq("Ada")).all(&table).await.expect("scan").len(), 1);
}

async fn guards_hold_whatever_the_condition_says(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    let always = || t.text.exists() | t.text.not_exists();
    let create = Thing::create().item(full()).condition(always());
    assert_eq!(
        create.request("t").expect("it is built").condition_expression.as_deref(),
        Some("attribute_not_exists(#0) AND (attribute_exists(#1) OR attribute_not_exists(#1))")
    );
    let taken = Thing::create().item(full()).condition(always()).send(&table).await.expect_err("it is taken");
    assert!(matches!(taken, Error::AlreadyExists { .. }));
    assert_eq!(taken.current::<Thing>().expect("it is read"), Some(full()));
    let gone = Thing::patch().id("gone").set(t.text, "x").condition(always()).send(&table).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
    let gone = Thing::remove().id("gone").condition(always()).send(&table).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
    // A condition that fails where nothing is, is the condition's failure.
    let new = Thing { id: "new".into(), ..bare() };
    let failed = Thing::create().item(new).condition(t.text.exists()).send(&table).await.expect_err("nothing is there");
    assert!(matches!(failed, Error::ConditionFailed { operation: "create", .. }));
    assert_eq!(failed.current::<Thing>().expect("nothing is read"), None);
}

async fn every_write_takes_a_condition(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    let wrong = || t.number.eq(99);
    let failed = |error: Error| {
        assert!(matches!(error, Error::ConditionFailed { .. }), "{error:?}");
        assert_eq!(error.current::<Thing>().expect("it is read"), Some(full()));
    };
    failed(Thing::put().item(full()).condition(wrong()).send(&table).await.expect_err("put"));
    failed(Thing::upsert().item(full()).condition(wrong()).send(&table).await.expect_err("upsert"));
    failed(Thing::update().id("full").set(t.text, "x").condition(wrong()).send(&table).await.expect_err("update"));
    failed(Thing::patch().id("full").set(t.text, "x").condition(wrong()).send(&table).await.expect_err("patch"));
    failed(Thing::delete().id("full").condition(wrong()).send(&table).await.expect_err("delete"));
    failed(Thing::remove().id("full").condition(wrong()).send(&table).await.expect_err("remove"));
    let right = || t.number.eq(2);
    let put = Thing::put().item(full()).condition(right()).send_if(&table).await.expect("it is sent");
    assert_eq!(put.applied(), Some(full()));
    let old = Thing::remove().id("full").condition(right()).return_old().send(&table).await.expect("it is removed");
    assert_eq!(old, Some(full()));
}

async fn updates_of_overlapping_paths_are_not_sent(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    let refused = async |update: dynaent::Update<Thing, dynaent::IfExists>| match on
        .unsent(update.send(&table))
        .await
        .expect_err("it is refused")
    {
        Error::Overlap { entity: "Thing", one, other } => (one, other),
        other => panic!("{other:?}"),
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    let update = || Thing::patch().id("full");
    assert_eq!(refused(update().set(t.text, "a").set(t.text, "b")).await, pair("text", "text"));
    assert_eq!(refused(update().remove(t.place).set(t.place.city, "b")).await, pair("place", "place.city"));
    assert_eq!(refused(update().add(t.map.key("x"), 1).remove(t.map.key("x"))).await, pair("map.x", "map.x"));
    assert_eq!(refused(update().append(t.list, ["c"]).set(t.list.at(0), "b")).await, pair("list", "list[0]"));
    let twice = update().set(t.text, "a").set_from_with_default(t.text, t.other, "b");
    assert_eq!(refused(twice).await, pair("text", "text"));
    // Beside each other they do not overlap.
    update()
        .set(t.list.at(0), "c")
        .set(t.list.at(1), "d")
        .set(t.place.city, "x")
        .remove(t.place.floor)
        .send(&table)
        .await
        .expect("patch");
}

async fn raw_takes_every_operator(on: Engine) {
    let table = things(&on).await;
    let patch = Thing::patch()
        .id("full")
        .set(raw("left"), "x")
        .set_from(raw("copy"), raw("number"))
        .set_from_with_default(raw("other copy"), raw("nothing"), "none")
        .add(raw("count"), 2)
        .add(raw("words"), texts::<BTreeSet<String>>(&["a", "b"]))
        .subtract(raw("down"), 1)
        .append(raw("log"), ["one", "two"]);
    patch.send(&table).await.expect("patch");
    let patch = Thing::patch()
        .id("full")
        .remove(raw("left"))
        .delete(raw("words"), ["a"])
        .prepend(raw("log"), ["zero"])
        .add_with_default(raw("count"), 1, 0)
        .set_if_not_exists(raw("down"), 7);
    patch.send(&table).await.expect("patch");
    let all = crate::harness::stored(&table).await;
    let item = all.iter().find(|item| item.contains_key("copy")).expect("it is there");
    let list = AttributeValue::L(["zero", "one", "two"].map(s).to_vec());
    let words = AttributeValue::Ss(vec!["b".to_owned()]);
    for (field, value) in
        [("copy", n(2)), ("count", n(3)), ("words", words), ("down", n(-1)), ("log", list), ("other copy", s("none"))]
    {
        assert_eq!(item.get(field), Some(&value), "{field}");
    }
    assert_eq!(item.get("left"), None);
}

async fn bytes_are_no_list(on: Engine) {
    let table = things(&on).await;
    let t = Thing::attributes();
    // Their type is that of a list of `u8`.
    for patch in [Thing::patch().id("full").append(t.bytes, [4]), Thing::patch().id("full").prepend(t.bytes, [4])] {
        let error = on.unsent(patch.send(&table)).await.expect_err("bytes are no list");
        assert!(matches!(&error, Error::Attributes { failed, .. } if failed[0].attribute == "bytes"), "{error:?}");
    }
    let scan = Thing::scan().filter(t.bytes.contains(1)).all(&table);
    let error = on.unsent(scan).await.expect_err("bytes are no list");
    let Error::Condition { problem, .. } = &error else { panic!("{error:?}") };
    assert!(matches!(&**problem, ConditionProblem::Value { attribute, .. } if attribute == "bytes"), "{problem:?}");
}

async fn keys_are_compared_as_they_are_stored(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Badge", version = "1")]
    #[index(primary, pk(field = "id", template = "badge#${id}", casing = "lower"), sk = [])]
    struct Badge {
        id: String,
    }
    let table = on.table::<Badge>().await;
    Badge::create().item(Badge { id: "Ab7".into() }).send(&table).await.expect("create");
    let b = Badge::attributes();
    let conditions = [
        (b.id.eq("AB7"), true),
        (b.id.eq("ab"), false),
        (b.id.is_in(["x", "aB7"]), true),
        (b.id.begins_with("A"), true),
        (b.id.begins_with("b"), false),
        (b.id.contains("B7"), true),
        (b.id.contains("x"), false),
        (b.id.between("AB", "ac"), true),
        // In the key, the lower bound is the lower one.
        (b.id.between("a", "B"), true),
        (b.id.gt("AB6"), true),
    ];
    for (condition, holds) in conditions {
        let found = Badge::scan().filter(condition.clone()).all(&table).await.expect("scan");
        assert_eq!(!found.is_empty(), holds, "{condition:?}");
    }
    let error = on.unsent(Badge::scan().filter(b.id.between("B", "a")).all(&table)).await.expect_err("upside down");
    let Error::Condition { problem, .. } = &error else { panic!("{error:?}") };
    assert_eq!(**problem, ConditionProblem::EmptyRange { attribute: "id".into() });
}

async fn raw_does_not_reach_what_the_model_keeps(on: Engine) {
    let table = things(&on).await;
    for field in ["text", "pk", "sk", "gsi1pk", "__edb_e__"] {
        let error =
            on.unsent(Thing::patch().id("full").set(raw(field), "x").send(&table)).await.expect_err("it is kept");
        assert!(matches!(&error, Error::OwnField { field: own, .. } if own == field), "{error:?}");
    }
    Thing::patch().id("full").set(raw("legacy"), "x").send(&table).await.expect("patch");
    let stored = crate::harness::stored(&table).await;
    assert!(stored.iter().any(|item| item.get("legacy") == Some(&s("x"))));
}
