//! Attribute options: what is checked, changed, computed, hidden and kept.

use std::{
    collections::BTreeSet,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Document, Entity, Error, Expiry, Outcome, Value, ValueError, raw};
use serde::{Deserialize, Serialize};

use crate::harness::{Engine, Item, both_ways, n, only_stored, s, stored, tamper};

both_ways! {
    values_are_validated_and_all_failures_are_told,
    values_are_changed_before_they_are_stored,
    attributes_are_computed_of_others,
    virtual_attributes_are_not_stored,
    hidden_attributes_are_written_and_never_read,
    a_module_stores_what_it_likes,
    enums_and_newtypes_through_serde,
    documents_fill_in_defaults,
    flattened_documents_are_attributes_of_the_item,
    times_are_stamped_in_every_write,
    versions_are_checked_and_advanced,
    concurrent_counters_lose_nothing,
    expired_items_are_not_read,
    what_dynamodb_cannot_hold_is_not_sent,
}

// -- Checked and changed ---------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Document)]
struct Line {
    #[attr(validate = is_short)]
    text: String,
    ratio: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Address {
    #[attr(validate = is_postcode)]
    zip: String,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "opt", name = "User", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_team, gsi = "gsi1", pk = [team], sk = [id])]
struct User {
    id: String,
    team: Option<String>,
    #[attr(on_write = Self::lower, validate = is_email, on_read = Self::marked)]
    email: String,
    #[attr(validate = is_adult)]
    age: Option<u8>,
    address: Address,
    #[attr(default)]
    log: Vec<f64>,
}

impl User {
    fn lower(email: String) -> String {
        email.to_lowercase()
    }

    fn marked(email: String) -> String {
        format!("<{email}>")
    }
}

fn is_short(text: &str) -> Result<(), String> {
    if text.len() < 5 { Ok(()) } else { Err(format!("{} letters are too many", text.len())) }
}

fn is_postcode(zip: &str) -> bool {
    zip.len() == 5
}

fn is_email(email: &str) -> Result<(), &'static str> {
    if email.contains('@') && email.chars().all(|letter| !letter.is_uppercase()) { Ok(()) } else { Err("no address") }
}

fn is_adult(age: &u8) -> bool {
    *age >= 18
}

fn line(text: &str) -> Line {
    Line { text: text.into(), ratio: None }
}

fn user() -> User {
    let address = Address { zip: "53111".into(), lines: vec![line("a"), line("b")] };
    User { id: "1".into(), team: None, email: "Ada@X".into(), age: None, address, log: Vec::new() }
}

/// Where an item fails, and why.
fn failures(error: &Error) -> Vec<(String, String)> {
    let Error::Attributes { failed, .. } = error else { panic!("{error:?}") };
    failed.iter().map(|failed| (failed.path(), failed.problem.to_string())).collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.map(|(path, problem)| (path.to_owned(), problem.to_owned())).into()
}

async fn values_are_validated_and_all_failures_are_told(on: Engine) {
    let table = on.table::<User>().await;
    let wrong = User {
        team: Some(String::new()),
        email: "nobody".into(),
        age: Some(3),
        address: Address {
            zip: "1".into(),
            lines: vec![line("ok"), Line { text: "too long".into(), ratio: Some(f64::NAN) }, line("longer")],
        },
        log: vec![0.0, f64::INFINITY],
        ..user()
    };
    let number =
        |number: &str| format!("{number} is not a number DynamoDB can store (at most 38 digits, up to 9.9e125)");
    let (nan, inf) = (number("NaN"), number("inf"));
    let expected = pairs([
        ("email", "no address"),
        ("age", "it is not valid"),
        ("address.zip", "it is not valid"),
        ("address.lines[1].text", "8 letters are too many"),
        ("address.lines[1].ratio", &nan),
        ("address.lines[2].text", "6 letters are too many"),
        ("log[1]", &inf),
        ("team", "the key of index `by_team` cannot be built: its text is empty"),
    ]);
    let create = on.unsent(User::create().item(wrong.clone()).send(&table)).await.expect_err("create");
    assert_eq!(failures(&create), expected);
    let put = on.unsent(User::put().item(wrong.clone()).send(&table)).await.expect_err("put");
    assert_eq!(failures(&put), expected);

    User::create().item(user()).send(&table).await.expect("create");
    let u = User::attributes();
    // Of a document that is set as a whole, too.
    let set = on.unsent(User::patch().id("1").set(u.address, wrong.address).send(&table)).await.expect_err("patch");
    assert_eq!(failures(&set), expected[2..6]);
    let update = User::patch()
        .id("1")
        .set(u.age, 17)
        .set(u.address.zip, "x")
        .set(u.address.lines.at(1), line("far too long"))
        .append(u.log, [f64::NAN]);
    let update = on.unsent(update.send(&table)).await.expect_err("patch");
    assert_eq!(
        failures(&update),
        pairs([
            ("age", "it is not valid"),
            ("address.zip", "it is not valid"),
            ("address.lines[1].text", "12 letters are too many"),
            ("log[0]", &nan),
        ])
    );
    // What is not there is not asked, nor is what is only compared.
    User::patch().id("1").set(u.age, 18).condition(u.age.not_exists() | u.age.gt(3)).send(&table).await.expect("patch");
}

async fn values_are_changed_before_they_are_stored(on: Engine) {
    let table = on.table::<User>().await;
    let created = User::create().item(user()).send(&table).await.expect("create");
    assert_eq!(created.email, "ada@x");
    assert_eq!(only_stored(&table).await["email"], s("ada@x"));
    let read = User::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!(read.email, "<ada@x>");
    let u = User::attributes();
    User::patch().id("1").set(u.email, "Bob@Y").send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["email"], s("bob@y"));
    User::upsert().item(User { email: "Eve@Z".into(), ..user() }).send(&table).await.expect("upsert");
    assert_eq!(only_stored(&table).await["email"], s("eve@z"));
    // A condition compares with what is stored.
    assert_eq!(User::scan().filter(u.email.eq("eve@z")).all(&table).await.expect("scan").len(), 1);
    assert_eq!(User::scan().filter(u.email.eq("Eve@Z")).all(&table).await.expect("scan").len(), 0);
}

// -- Computed --------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "opt", name = "Person", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_name, gsi = "gsi1", pk = [name], sk = [id])]
struct Person {
    id: String,
    first: String,
    last: Option<String>,
    #[attr(watch = [first, last], on_write = full_name)]
    name: String,
    #[attr(watch = [last], on_read = length)]
    length: Option<usize>,
    #[attr(watch = all, on_write = writer)]
    writer: String,
}

fn full_name(first: &str, last: Option<&String>) -> String {
    last.map_or_else(|| first.to_owned(), |last| format!("{first} {last}"))
}

fn length(last: Option<&String>) -> Option<usize> {
    last.map(String::len)
}

fn writer() -> String {
    "me".to_owned()
}

async fn attributes_are_computed_of_others(on: Engine) {
    let table = on.table::<Person>().await;
    let made = Person::create().id("1").first("Ada").last("King").send(&table).await.expect("create");
    assert_eq!((made.name.as_str(), made.length, made.writer.as_str()), ("Ada King", Some(4), "me"));
    let named = async |name: &str| Person::query().by_name().name(name).all(&table).await.expect("query").len();
    assert_eq!(named("Ada King").await, 1);
    let p = Person::attributes();
    let error = Person::patch().id("1").set(p.first, "Eva").send(&table);
    let error = on.unsent(error).await.expect_err("the last name is not known");
    let Error::IncompleteComputation { attribute: "name", missing, .. } = error else { panic!("{error:?}") };
    assert_eq!(missing, ["last"]);
    // The name follows, and its index too.
    Person::patch().id("1").set(p.first, "Eva").from(&made).send(&table).await.expect("patch");
    assert_eq!((named("Ada King").await, named("Eva King").await), (0, 1));
    Person::patch().id("1").remove(p.last).known(p.first, "Eva").send(&table).await.expect("patch");
    assert_eq!((named("Eva King").await, named("Eva").await), (0, 1));
    tamper(&table, [("writer", Some(s("nobody")))]).await;
    Person::patch().id("1").send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["writer"], s("me"));
    // Whatever a whole item says of it, it is computed.
    let put = Person { name: "wrong".into(), last: Some("L".into()), ..made };
    assert_eq!(Person::put().item(put.clone()).send(&table).await.expect("put").name, "Ada L");
    Person::upsert().item(put).send(&table).await.expect("upsert");
    assert_eq!(named("Ada L").await, 1);
    let unsure = Person::upsert().id("1").first("B").send(&table).await.expect_err("the stored last name is not known");
    assert!(matches!(unsure, Error::IncompleteComputation { .. }), "{unsure:?}");
}

async fn virtual_attributes_are_not_stored(on: Engine) {
    let table = on.table::<Person>().await;
    Person::put().id("1").first("Ada").last("Lovelace").send(&table).await.expect("put");
    assert!(!only_stored(&table).await.contains_key("length"));
    let read = Person::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!(read.length, Some(8));
}

// -- Hidden, stored by a module, through serde -----------------------------------------------------------------------

/// Minutes, stored as text.
mod minutes {
    use super::*;

    pub fn to_attribute(minutes: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::S(format!("{}h{}", minutes / 60, minutes % 60)))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<u32, ValueError> {
        let text = String::from_attribute(value)?;
        let parsed = text
            .split_once('h')
            .and_then(|(hours, minutes)| Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?));
        parsed.ok_or_else(|| ValueError::other("it is no time"))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Payment {
    Cash,
    Card { digits: String },
    Later(u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Cents(u64);

#[derive(Debug, Clone, PartialEq, Document)]
struct Secret {
    shown: String,
    #[attr(hidden)]
    token: Option<String>,
    #[attr(default = 7_u8)]
    level: u8,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "opt", name = "Order", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Order {
    id: String,
    #[attr(with = minutes)]
    duration: u32,
    #[attr(with = minutes)]
    delay: Option<u32>,
    payment: Payment,
    total: Cents,
    #[attr(hidden, required, validate = is_short)]
    pin: Option<String>,
    #[attr(hidden)]
    ratio: Option<f64>,
    secret: Secret,
}

fn order() -> Order {
    Order {
        id: "1".into(),
        duration: 90,
        delay: None,
        payment: Payment::Card { digits: "42".into() },
        total: Cents(5),
        pin: Some("s3c".into()),
        ratio: None,
        secret: Secret { shown: "x".into(), token: Some("t0k".into()), level: 1 },
    }
}

async fn hidden_attributes_are_written_and_never_read(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order()).send(&table).await.expect("create");
    let item = only_stored(&table).await;
    assert_eq!((&item["pin"], &item["secret"].as_m().expect("a map")["token"]), (&s("s3c"), &s("t0k")));
    let read = Order::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!((&read.pin, &read.secret.token), (&None, &None));
    // What a patch does not name, it keeps; a difference of two items that were read has nothing of it.
    let next = Order { total: Cents(6), ..read.clone() };
    Order::patch().id("1").changes(&read, &next).send(&table).await.expect("patch");
    let item = only_stored(&table).await;
    assert_eq!((&item["pin"], &item["total"]), (&s("s3c"), &n(6)));
    // It can be compared and changed, and is in no text.
    let o = Order::attributes();
    let condition = o.pin.eq("s3c") & raw("pin").ne("t0") & o.secret.token.begins_with("t0");
    let patch = Order::patch().id("1").set(o.pin, "n3w").set(o.secret.token, "n4w").condition(condition.clone());
    let (put, upsert) = (Order::put().item(order()), Order::upsert().item(order()));
    let document = Order::patch().id("1").set(o.secret, order().secret).condition(o.secret.eq(order().secret));
    let texts = [
        format!("{condition:?}"),
        format!("{patch:?}"),
        format!("{put:?}"),
        format!("{upsert:?}"),
        format!("{document:?}"),
        format!("{:?}", Order::delete().id("1").condition(condition.clone())),
        format!("{:?}", Order::query().primary().id("1").filter(condition.clone())),
        format!("{:?}", Order::scan().filter(condition.clone())),
    ];
    for text in &texts {
        assert!(["s3c", "t0k", "\"t0\"", "n3w", "n4w"].iter().all(|secret| !text.contains(secret)), "{text}");
    }
    patch.send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["pin"], s("n3w"));
    // Nor is a number that cannot be stored.
    let wrong = Order { ratio: Some(f64::NEG_INFINITY), ..order() };
    let error = on.unsent(Order::put().item(wrong).send(&table)).await.expect_err("put");
    assert_eq!(failures(&error)[0].0, "ratio");
    assert!(!error.to_string().contains("inf"), "{error}");
    let filter = Order::scan().filter(o.ratio.lt(f64::NEG_INFINITY));
    let error = on.unsent(filter.send(&table)).await.expect_err("scan");
    assert!(matches!(error, Error::Condition { .. }) && !error.to_string().contains("inf"), "{error}");
    // An item that was read lacks what it hides: putting it back would drop that, so `required` refuses.
    let error = on.unsent(Order::put().item(read).send(&table)).await.expect_err("put");
    assert_eq!(failures(&error), pairs([("pin", "it is required, and missing")]));
}

async fn a_module_stores_what_it_likes(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order()).send(&table).await.expect("create");
    assert_eq!(only_stored(&table).await["duration"], s("1h30"));
    let o = Order::attributes();
    let patch = Order::patch().id("1").set(o.delay, 61).condition(o.duration.eq(90)).return_new();
    let patched = patch.send(&table).await.expect("patch");
    assert_eq!((patched.duration, patched.delay), (90, Some(61)));
    tamper(&table, [("duration", Some(s("soon")))]).await;
    let error = Order::get().id("1").send(&table).await.expect_err("get");
    assert!(error.to_string().ends_with("attribute `duration`: it is no time"), "{error}");
}

async fn enums_and_newtypes_through_serde(on: Engine) {
    let table = on.table::<Order>().await;
    let o = Order::attributes();
    for payment in [Payment::Cash, Payment::Card { digits: "1".into() }, Payment::Later(3)] {
        Order::put().item(Order { payment: payment.clone(), ..order() }).send(&table).await.expect("put");
        let found = Order::scan().filter(o.payment.eq(payment.clone()) & o.total.eq(Cents(5))).all(&table).await;
        assert_eq!(found.expect("scan").first().map(|order| &order.payment), Some(&payment));
    }
    Order::put().item(Order { payment: Payment::Cash, ..order() }).send(&table).await.expect("put");
    let item = only_stored(&table).await;
    assert_eq!((&item["payment"], &item["total"]), (&s("Cash"), &n(5)));
}

async fn documents_fill_in_defaults(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order()).send(&table).await.expect("create");
    let shown = AttributeValue::M(Item::from([("shown".to_owned(), s("x"))]));
    tamper(&table, [("secret", Some(shown))]).await;
    let read = Order::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!(read.secret, Secret { shown: "x".into(), token: None, level: 7 });
    tamper(&table, [("secret", Some(AttributeValue::M(Item::new())))]).await;
    let error = Order::get().id("1").send(&table).await.expect_err("get");
    assert!(error.to_string().ends_with("attribute `secret.shown`: it is required, and missing"), "{error}");
}

// -- Flattened -------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Document)]
struct Audit {
    #[attr(read_only)]
    by: String,
    #[attr(rename = "whyNot", validate = is_short)]
    reason: Option<String>,
    place: Option<Place>,
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Place {
    city: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "opt", name = "Entry", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Entry {
    id: String,
    #[attr(flatten)]
    audit: Audit,
    text: String,
}

async fn flattened_documents_are_attributes_of_the_item(on: Engine) {
    let table = on.table::<Entry>().await;
    let audit = Audit { by: "ada".into(), reason: None, place: Some(Place { city: "Bonn".into() }) };
    let made = Entry::create().id("1").audit(audit).text("t").send(&table).await.expect("create");
    let item = only_stored(&table).await;
    let mut names: Vec<_> = item.keys().map(String::as_str).filter(|name| !name.starts_with("__")).collect();
    names.sort_unstable();
    assert_eq!(names, ["by", "id", "pk", "place", "sk", "text"]);
    let e = Entry::attributes();
    let patch = Entry::patch()
        .id("1")
        .set(e.audit.reason, "no")
        .set(e.audit.place.city, "Köln")
        .condition(e.audit.by.eq("ada"));
    let patched = patch.return_new().send(&table).await.expect("patch");
    let expected = Audit { by: "ada".into(), reason: Some("no".into()), place: Some(Place { city: "Köln".into() }) };
    assert_eq!(patched.audit, expected);
    let next = Entry { audit: Audit { reason: None, place: None, ..expected }, ..patched.clone() };
    Entry::patch().id("1").changes(&patched, &next).send(&table).await.expect("patch");
    assert_eq!(Entry::get().id("1").send(&table).await.expect("get"), Some(next.clone()));
    // The item has changed since it was made.
    let stale = Entry::patch().id("1").changes(&made, &patched).send_if(&table).await.expect("it is sent");
    assert_eq!(stale, Outcome::Rejected(Some(next)));
    let wrong = Entry { audit: Audit { reason: Some("too long".into()), ..made.audit.clone() }, ..made };
    let error = on.unsent(Entry::put().item(wrong).send(&table)).await.expect_err("put");
    assert_eq!(failures(&error), pairs([("whyNot", "8 letters are too many")]));
    let error = on.unsent(Entry::patch().id("1").set(raw("whyNot"), 5).send(&table)).await.expect_err("it is kept");
    assert!(matches!(&error, Error::OwnField { field, .. } if field == "whyNot"), "{error:?}");
    tamper(&table, [("by", None)]).await;
    let error = Entry::get().id("1").send(&table).await.expect_err("get");
    assert!(error.to_string().ends_with("attribute `by`: it is required, and missing"), "{error}");
}

// -- Kept ------------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "opt", name = "Kept", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(recent, gsi = "gsi1", pk = [board], sk = [updated_at])]
struct Kept {
    id: String,
    #[attr(default = "b")]
    board: String,
    #[attr(default)]
    count: i64,
    #[attr(created_at)]
    created_at: u64,
    #[attr(updated_at, padding(15, "0"))]
    updated_at: u64,
    #[attr(version)]
    version: u32,
    #[attr(ttl)]
    expires: Option<Expiry>,
}

fn now() -> u64 {
    u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_millis()).expect("it is small")
}

async fn times_are_stamped_in_every_write(on: Engine) {
    let table = on.table::<Kept>().await;
    let before = now();
    let made = Kept::create().id("1").send(&table).await.expect("create");
    assert!((before..=now()).contains(&made.created_at) && (before..=now()).contains(&made.updated_at));
    let k = Kept::attributes();
    // As if it had been written long ago.
    let age = async || tamper(&table, [("created_at", Some(n(5))), ("updated_at", Some(n(6)))]).await;
    let read = async || Kept::get().id("1").send(&table).await.expect("get").expect("it is there");
    let stamped = async |created_at: Option<u64>| {
        let item = read().await;
        assert!((before..=now()).contains(&item.updated_at), "{item:?}");
        match created_at {
            Some(created_at) => assert_eq!(item.created_at, created_at),
            None => assert!((before..=now()).contains(&item.created_at), "{item:?}"),
        }
        // The index follows.
        let newest =
            Kept::query().recent().board("b").updated_at(dynaent::gte(before)).all(&table).await.expect("query");
        assert_eq!(newest, [item]);
    };
    age().await;
    Kept::patch().id("1").add(k.count, 1).send(&table).await.expect("patch");
    stamped(Some(5)).await;
    age().await;
    Kept::update().id("1").add(k.count, 1).send(&table).await.expect("update");
    stamped(Some(5)).await;
    age().await;
    Kept::upsert().id("1").board("b").send(&table).await.expect("upsert");
    stamped(Some(5)).await;
    age().await;
    let old = read().await;
    Kept::put().item(old).send(&table).await.expect("put");
    stamped(Some(5)).await;
    let old = read().await;
    Kept::delete().id("1").send(&table).await.expect("delete");
    Kept::upsert().id("1").board("b").send(&table).await.expect("upsert");
    stamped(None).await;
    Kept::delete().id("1").send(&table).await.expect("delete");
    Kept::update().id("1").set(k.board, "b").add(k.count, 1).send(&table).await.expect("update");
    stamped(None).await;
    Kept::delete().id("1").send(&table).await.expect("delete");
    Kept::create().id("1").created_at(7_u64).send(&table).await.expect("create");
    stamped(Some(7)).await;
    assert_eq!(old.created_at, 5);
}

async fn versions_are_checked_and_advanced(on: Engine) {
    let table = on.table::<Kept>().await;
    let k = Kept::attributes();
    let first = Kept::create().id("1").send(&table).await.expect("create");
    assert_eq!(first.version, 1);
    let conflict = |error: Error, version: u32| {
        assert!(matches!(error, Error::Conflict { .. }), "{error:?}");
        assert_eq!(error.current::<Kept>().expect("it is read").map(|kept| kept.version), Some(version));
    };
    // Another item under the key: it was read when there was none.
    conflict(Kept::put().id("1").send(&table).await.expect_err("put"), 1);
    let second = Kept::put().item(first.clone()).send(&table).await.expect("put");
    assert_eq!(second.version, 2);
    conflict(Kept::put().item(first.clone()).send(&table).await.expect_err("put"), 2);
    // Updates advance it, and check it if they are told one.
    Kept::patch().id("1").add(k.count, 1).send(&table).await.expect("patch");
    conflict(Kept::patch().id("1").add(k.count, 1).from(&second).send(&table).await.expect_err("patch"), 3);
    conflict(Kept::update().id("1").add(k.count, 1).known(k.version, 2_u32).send(&table).await.expect_err("update"), 3);
    Kept::patch().id("1").add(k.count, 1).known(k.version, 3_u32).send(&table).await.expect("patch");
    Kept::upsert().id("1").board("b").send(&table).await.expect("upsert");
    let fifth = Kept::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!((fifth.version, fifth.count), (5, 2));
    conflict(Kept::upsert().item(second.clone()).send(&table).await.expect_err("upsert"), 5);
    let next = Kept { count: 9, ..fifth.clone() };
    conflict(Kept::patch().id("1").changes(&second, &next).send(&table).await.expect_err("patch"), 5);
    Kept::patch().id("1").changes(&fifth, &next).send(&table).await.expect("patch");
    conflict(Kept::remove().id("1").from(&fifth).send(&table).await.expect_err("remove"), 6);
    // A condition that fails for another reason is that.
    let sixth = Kept::get().id("1").send(&table).await.expect("get").expect("it is there");
    let failed = Kept::patch().id("1").from(&sixth).condition(k.count.eq(0)).send(&table).await.expect_err("patch");
    assert!(matches!(failed, Error::ConditionFailed { .. }), "{failed:?}");
    Kept::remove().id("1").from(&sixth).send(&table).await.expect("remove");
    let gone = Kept::put().item(sixth).send(&table).await.expect_err("put");
    assert!(matches!(gone, Error::Conflict { ref current, .. } if current.stored().is_none()), "{gone:?}");
    // An item of a model that had no version yet is at version 0.
    Kept::create().id("2").send(&table).await.expect("create");
    tamper(&table, [("version", None)]).await;
    let old = Kept::get().id("2").send(&table).await.expect("get").expect("it is there");
    assert_eq!(old.version, 0);
    Kept::patch().id("2").from(&old).add(k.count, 1).send(&table).await.expect("patch");
    tamper(&table, [("version", None)]).await;
    Kept::patch().id("2").known(k.version, 0_u32).add(k.count, 1).send(&table).await.expect("patch");
    conflict(Kept::delete().id("2").from(&old).send(&table).await.expect_err("delete"), 1);
    tamper(&table, [("version", None)]).await;
    assert_eq!(Kept::put().item(old).send(&table).await.expect("put").version, 1);
}

async fn concurrent_counters_lose_nothing(on: Engine) {
    let table = on.table::<Kept>().await;
    Kept::create().id("1").send(&table).await.expect("create");
    let count = || {
        let table = table.clone();
        async move {
            loop {
                let kept = Kept::get().id("1").consistent().send(&table).await.expect("get").expect("it is there");
                let next = Kept { count: kept.count + 1, ..kept };
                match Kept::put().item(next).send(&table).await {
                    Ok(_) => break,
                    Err(Error::Conflict { .. }) => tokio::task::yield_now().await,
                    Err(error) => panic!("{error}"),
                }
            }
        }
    };
    let writers: Vec<_> = (0..20).map(|_| tokio::spawn(count())).collect();
    for writer in writers {
        writer.await.expect("it ends");
    }
    let kept = Kept::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!((kept.count, kept.version), (20, 21));
}

async fn expired_items_are_not_read(on: Engine) {
    let table = on.table::<Kept>().await;
    let k = Kept::attributes();
    let hour = Duration::from_secs(3600);
    let made = Kept::create().id("later").expires(hour).send(&table).await.expect("create");
    let seconds = made.expires.expect("it expires").seconds();
    assert!((3598..=3601).contains(&(seconds - i64::try_from(now() / 1000).expect("it is small"))));
    Kept::create().id("past").expires(SystemTime::now() - hour).send(&table).await.expect("create");
    Kept::create().id("never").send(&table).await.expect("create");
    assert!(stored(&table).await.iter().all(|item| item.get("expires").is_none_or(|expires| expires.is_n())));
    let get = async |id: &str| Kept::get().id(id).send(&table).await.expect("get").is_some();
    assert_eq!((get("later").await, get("past").await, get("never").await), (true, false, true));
    assert!(Kept::get().id("past").with_expired().send(&table).await.expect("get").is_some());
    let query = || Kept::query().recent().board("b");
    assert_eq!(query().all(&table).await.expect("query").len(), 2);
    assert_eq!(query().with_expired().all(&table).await.expect("query").len(), 3);
    assert_eq!(Kept::scan().all(&table).await.expect("scan").len(), 2);
    assert_eq!(Kept::scan().with_expired().send(&table).await.expect("scan").items.len(), 3);
    // To writes it is there until DynamoDB deletes it.
    assert!(matches!(Kept::create().id("past").send(&table).await, Err(Error::AlreadyExists { .. })));
    Kept::patch().id("past").set(k.expires, hour).send(&table).await.expect("patch");
    assert!(get("past").await);
    Kept::patch()
        .id("past")
        .remove(k.expires)
        .condition(k.expires.gt(Expiry::at(1)))
        .send(&table)
        .await
        .expect("patch");
    assert!(get("past").await);
}

// -- What DynamoDB cannot hold ---------------------------------------------------------------------------------------

async fn what_dynamodb_cannot_hold_is_not_sent(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "opt", name = "Limits", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Limits {
        id: String,
        set: BTreeSet<String>,
        large: u128,
        deep: serde_json::Value,
        open: Option<Open>,
    }
    #[derive(Debug, Clone, PartialEq, Document)]
    struct Open {
        a: serde_json::Value,
    }
    let table = on.table::<Limits>().await;
    let nest = |levels: usize| (0..levels).fold(serde_json::json!(1), |inner, _| serde_json::json!([inner]));
    let set = BTreeSet::from(["a".to_owned()]);
    // The number is the last of 32 levels, and DynamoDB takes no more.
    let deeper = |levels: usize| (0..levels).fold(n(1), |inner, _| AttributeValue::L(vec![inner]));
    let put = |levels| {
        table
            .client()
            .put_item()
            .table_name(table.name())
            .item("pk", s("raw"))
            .item("sk", s("raw"))
            .item("deep", deeper(levels))
            .send()
    };
    put(31).await.expect("put");
    assert!(put(32).await.is_err());
    table
        .client()
        .delete_item()
        .table_name(table.name())
        .key("pk", s("raw"))
        .key("sk", s("raw"))
        .send()
        .await
        .expect("delete");
    let right = Limits { id: "1".into(), set, large: 1, deep: nest(31), open: None };
    Limits::create().item(right.clone()).send(&table).await.expect("create");
    let wrong = Limits { set: BTreeSet::new(), large: u128::MAX, deep: nest(32), ..right };
    let error = on.unsent(Limits::put().item(wrong).send(&table)).await.expect_err("put");
    let paths: Vec<_> = failures(&error).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["large", "deep"]);
    let l = Limits::attributes();
    let patch = |levels| Limits::patch().id("1").set(l.deep, nest(levels + 1)).set(l.open.a, nest(levels));
    let map = Limits::patch().id("1").set(l.open, Open { a: nest(30) });
    map.send(&table).await.expect("patch");
    patch(30).send(&table).await.expect("patch");
    let error = on.unsent(patch(31).send(&table)).await.expect_err("patch");
    let paths: Vec<_> = failures(&error).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["deep", "open.a"]);
    // A set that has lost its last member is gone, and is read as empty.
    let left = Limits::patch().id("1").delete(l.set, ["a"]).return_new().send(&table).await.expect("patch");
    assert_eq!(left.set, BTreeSet::new());
}
