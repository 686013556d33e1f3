//! Options of attributes that meet: none of them loses or changes what another one has stored.

use std::time::Duration;

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Document, Entity, Error, Expiry, ValueError};
use serde_json::{Value, json};

use crate::harness::{Engine, both_ways, n, only_stored, s};

both_ways! {
    a_rewrite_computes_nothing_from_what_is_hidden,
    what_an_index_does_not_hold_is_no_absence,
    an_upsert_removes_what_is_computed_as_none,
    null_is_a_value_where_it_is_one,
    forms_do_not_meet,
    what_is_written_knows_nothing_of_on_read,
    a_flattened_field_stays_read_only,
    a_key_that_is_an_attribute_is_validated,
    what_is_flattened_is_known_by_nothing,
    the_time_in_an_index_is_given_to_new_items,
}

async fn a_rewrite_computes_nothing_from_what_is_hidden(on: Engine) {
    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "User", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct User {
        id: String,
        #[attr(hidden)]
        hash: Option<String>,
        #[attr(watch = [hash], on_write = is_there)]
        can_log_in: bool,
    }
    fn is_there(hash: Option<&String>) -> bool {
        hash.is_some()
    }

    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "Member", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(active, gsi = "gsi1", pk = [team], sk = [id], condition(has_hash, of = [hash]))]
    struct Member {
        id: String,
        team: String,
        #[attr(hidden)]
        hash: Option<String>,
    }
    fn has_hash(hash: Option<&String>) -> bool {
        hash.is_some()
    }

    let table = on.table::<(User, Member)>().await;
    User::create().id("1").hash("h").send(&table).await.expect("create");
    let before = only_stored(&table).await;
    let error = User::rewrite(|user: User| user).send(&table).await.expect_err("nobody has read the hash").error;
    assert!(
        matches!(&error, Error::IncompleteComputation { attribute: "can_log_in", missing, .. } if *missing == ["hash"]),
        "{error:?}"
    );
    assert_eq!(only_stored(&table).await, before);
    // What is given is known.
    let given = User::rewrite(|user: User| User { hash: Some("new".into()), ..user }).send(&table).await;
    assert_eq!(given.expect("it is rewritten").rewritten, 1);
    User::remove().id("1").send(&table).await.expect("remove");

    Member::create().id("1").team("t").hash("h").send(&table).await.expect("create");
    let before = only_stored(&table).await;
    let error = Member::rewrite(|member: Member| member).send(&table).await.expect_err("nobody has read it").error;
    assert!(matches!(error, Error::IncompleteIndex { index: "active", .. }), "{error:?}");
    assert_eq!(only_stored(&table).await, before);
}

async fn what_an_index_does_not_hold_is_no_absence(on: Engine) {
    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "Part", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(few, gsi = "gsi1", pk = [kind], sk = [id], projection = include(id, kind, version))]
    #[index(by_owner, gsi = "gsi2", pk = [owner, rank], sk = [id])]
    struct Part {
        id: String,
        kind: String,
        owner: Option<String>,
        rank: Option<u32>,
        #[attr(version)]
        version: u32,
    }

    let table = on.table::<Part>().await;
    Part::create().id("1").kind("k").owner("ada").rank(1).send(&table).await.expect("create");
    let before = only_stored(&table).await;
    let read = Part::query().few().kind("k").first(&table).await.expect("query").expect("it is there");
    let p = Part::attributes();
    let error = Part::patch().id("1").from(&read).set(p.rank, 2).send(&table).await.expect_err("it has an owner");
    assert!(matches!(error, Error::ConditionFailed { .. } | Error::Conflict { .. }), "{error:?}");
    assert_eq!(only_stored(&table).await, before);
    let whole = Part::get().id("1").send(&table).await.expect("get").expect("it is there");
    Part::patch().id("1").from(&whole).set(p.rank, 2).send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["gsi2pk"], s("$x#owner_ada#rank_2"));
}

async fn an_upsert_removes_what_is_computed_as_none(on: Engine) {
    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "Trial", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Trial {
        id: String,
        open: bool,
        #[attr(ttl, watch = [open], on_write = expiry)]
        until: Option<Expiry>,
    }
    fn expiry(open: &bool) -> Option<Expiry> {
        open.then(|| Expiry::after(Duration::from_secs(100)))
    }

    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "Case", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_team, gsi = "gsi1", pk = [team], sk = [id])]
    struct Case {
        id: String,
        name: String,
        #[attr(watch = [name], on_write = team)]
        team: Option<String>,
    }
    fn team(name: &str) -> Option<String> {
        name.split_once('/').map(|(team, _)| team.to_owned())
    }

    let table = on.table::<(Trial, Case)>().await;
    Trial::upsert().id("1").open(true).send(&table).await.expect("upsert");
    assert!(only_stored(&table).await.contains_key("until"));
    Trial::upsert().id("1").open(false).send(&table).await.expect("upsert");
    assert!(!only_stored(&table).await.contains_key("until"));
    Trial::remove().id("1").send(&table).await.expect("remove");

    // Whether there was a key of an index, only DynamoDB knows.
    Case::upsert().id("1").name("t/n").send(&table).await.expect("upsert");
    let before = only_stored(&table).await;
    let error = on.unsent(Case::upsert().id("1").name("n").send(&table)).await.expect_err("no team");
    assert!(matches!(error, Error::IncompleteIndex { index: "by_team", .. }), "{error:?}");
    assert_eq!(only_stored(&table).await, before);
}

async fn null_is_a_value_where_it_is_one(on: Engine) {
    type Maybe = Option<String>;

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Note {
        id: String,
        json: Value,
        maybe: Maybe,
    }

    let table = on.table::<Note>().await;
    let note = Note { id: "1".into(), json: Value::Null, maybe: None };
    Note::put().item(note.clone()).send(&table).await.expect("put");
    let get = async || Note::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!(get().await, note);
    let other = Note { json: json!(1), maybe: Some("m".into()), ..note.clone() };
    Note::put().item(other.clone()).send(&table).await.expect("put");
    assert_eq!(get().await, other);
    Note::upsert().item(note.clone()).send(&table).await.expect("upsert");
    assert_eq!(get().await, note);
}

/// Stores amounts in cents.
mod cents {
    use super::{AttributeValue, ValueError};

    pub fn to_attribute(amount: &u32) -> Result<AttributeValue, ValueError> {
        Ok(AttributeValue::N((amount * 100).to_string()))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<u32, ValueError> {
        let cents = value.as_n().ok().and_then(|cents| cents.parse::<u32>().ok());
        cents.map(|cents| cents / 100).ok_or_else(|| ValueError::other("these are no cents"))
    }
}

/// Stores a document by other names.
mod by_letters {
    use std::collections::HashMap;

    use super::{AttributeValue, Spot, ValueError};

    pub fn to_attribute(spot: &Spot) -> Result<AttributeValue, ValueError> {
        let fields = [("x", spot.left), ("y", spot.top)];
        Ok(AttributeValue::M(fields.map(|(name, at)| (name.to_owned(), AttributeValue::N(at.to_string()))).into()))
    }

    pub fn from_attribute(value: AttributeValue) -> Result<Spot, ValueError> {
        let read = |map: &HashMap<String, AttributeValue>, name| map.get(name)?.as_n().ok()?.parse().ok();
        let spot = value.as_m().ok().and_then(|map| Some(Spot { left: read(map, "x")?, top: read(map, "y")? }));
        spot.ok_or_else(|| ValueError::other("this is no spot"))
    }
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Spot {
    left: u32,
    top: u32,
}

async fn forms_do_not_meet(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Account", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Account {
        id: String,
        #[attr(with = cents)]
        money: u32,
        points: u32,
        #[attr(with = by_letters)]
        spot: Spot,
    }

    let table = on.table::<Account>().await;
    let a = Account::attributes();
    let spot = Spot { left: 1, top: 2 };
    let account = Account { id: "1".into(), money: 3, points: 500, spot };
    Account::put().item(account.clone()).send(&table).await.expect("put");
    let patch = || Account::patch().id("1");
    for wrong in [patch().subtract(a.points, a.money), patch().add(a.money, a.points)] {
        let error = on.unsent(wrong.send(&table)).await.expect_err("cents and points").to_string();
        assert!(error.ends_with("is stored in another form, which would be taken as it is"), "{error}");
    }
    // What the module makes of a number can be added.
    let more = patch().add(a.money, 2).return_new().send(&table).await.expect("patch");
    assert_eq!(more.money, 5);
    let wrong = [a.money.eq(a.points), a.points.is_in([a.money]), a.spot.left.eq(1), a.spot.left.between(1, 2)];
    for wrong in wrong {
        let error = on.unsent(Account::scan().filter(wrong).all(&table)).await.expect_err("they never meet");
        assert!(matches!(error, Error::Condition { .. }), "{error:?}");
    }
    assert_eq!(Account::scan().filter(a.money.eq(5)).count(&table).await.expect("count"), 1);
    // The fewest changes are of the whole.
    let moved = Account { spot: Spot { left: 9, top: 2 }, ..more.clone() };
    let changed = patch().changes(&more, &moved).return_new().send(&table).await.expect("patch");
    assert_eq!(changed, moved);
}

async fn what_is_written_knows_nothing_of_on_read(on: Engine) {
    #[derive(Debug, Clone, Entity)]
    #[entity(service = "x", name = "Entry", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(low, gsi = "gsi1", pk = [id], sk = [], condition(is_low, of = [level]))]
    struct Entry {
        id: String,
        #[attr(on_read = more)]
        level: u32,
        #[attr(on_read = loud)]
        name: String,
        #[attr(watch = [name], on_write = greet)]
        greeting: String,
    }
    fn more(level: u32) -> u32 {
        level + 100
    }
    fn loud(name: String) -> String {
        name + "!"
    }
    fn is_low(level: &u32) -> bool {
        *level < 10
    }
    fn greet(name: &str) -> String {
        format!("hi {name}")
    }

    let table = on.table::<Entry>().await;
    let e = Entry::attributes();
    Entry::put().id("1").level(1).name("n").send(&table).await.expect("put");
    let before = only_stored(&table).await;
    Entry::patch().id("1").set(e.level, 1).set(e.name, "n").send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await, before);
    assert_eq!(before["greeting"], s("hi n"));
    // What was read is not what is stored: it says nothing of that, and demands nothing.
    let read = Entry::get().id("1").send(&table).await.expect("get").expect("it is there");
    assert_eq!((read.level, read.name.as_str()), (101, "n!"));
    Entry::patch().id("1").from(&read).set(e.name, "m").send(&table).await.expect("patch");
    let after = Entry { name: "o".into(), greeting: String::new(), ..read.clone() };
    Entry::patch().id("1").changes(&read, &after).send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["greeting"], s("hi o"));
    Entry::delete().id("1").from(&read).send(&table).await.expect_err("the greeting is another one");
    let read = Entry::get().id("1").send(&table).await.expect("get").expect("it is there");
    Entry::delete().id("1").from(&read).send(&table).await.expect("delete");
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Audit {
    #[attr(read_only)]
    by: String,
    seen: u32,
}

async fn a_flattened_field_stays_read_only(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Paper", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Paper {
        id: String,
        #[attr(flatten)]
        audit: Audit,
    }

    let table = on.table::<Paper>().await;
    let upsert = |by: &str, seen| Paper::upsert().id("1").audit(Audit { by: by.into(), seen }).return_new();
    upsert("ada", 1).send(&table).await.expect("upsert");
    let paper = upsert("bob", 2).send(&table).await.expect("upsert");
    assert_eq!(paper.audit, Audit { by: "ada".into(), seen: 2 });
}

async fn a_key_that_is_an_attribute_is_validated(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Address", version = "1")]
    #[index(primary, pk(field = "mail", composite = [mail]), sk = [])]
    struct Address {
        #[attr(validate = is_mail)]
        mail: String,
    }
    fn is_mail(mail: &str) -> bool {
        mail.contains('@')
    }

    let table = on.table::<Address>().await;
    let error = on.unsent(Address::create().mail("nobody").send(&table)).await.expect_err("it is none");
    assert!(matches!(error, Error::Attributes { .. }), "{error:?}");
    Address::create().mail("a@b").send(&table).await.expect("create");
}

async fn what_is_flattened_is_known_by_nothing(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Sheet", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Sheet {
        id: String,
        text: String,
        #[attr(flatten)]
        audit: Audit,
    }

    let table = on.table::<Sheet>().await;
    let audit = Audit { by: "ada".into(), seen: 1 };
    let sheet = Sheet::create().id("1").text("t").audit(audit).send(&table).await.expect("create");
    let other = Sheet { text: "other".into(), ..sheet.clone() };
    Sheet::delete().id("1").from(&other).send(&table).await.expect_err("it has another text");
    Sheet::delete().id("1").from(&sheet).send(&table).await.expect("delete");
}

async fn the_time_in_an_index_is_given_to_new_items(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "x", name = "Made", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_time, gsi = "gsi1", pk = [kind], sk = [created])]
    struct Made {
        id: String,
        kind: String,
        #[attr(created_at, sortable)]
        created: u64,
        number: u32,
    }

    let table = on.table::<Made>().await;
    let m = Made::attributes();
    // Made by it, the item would have no time for ever.
    let update = Made::update().id("1").set(m.kind, "k").set(m.number, 1);
    let error = on.unsent(update.send(&table)).await.expect_err("it may be new");
    assert_eq!(
        error.to_string(),
        "Made cannot be updated, and perhaps made with the key of index `by_time` left incomplete: it also needs `created`"
    );
    Made::create().id("1").kind("k").number(1).send(&table).await.expect("create");
    Made::patch().id("1").set(m.number, 2).send(&table).await.expect("patch");
    assert_eq!(only_stored(&table).await["number"], n(2));
}
