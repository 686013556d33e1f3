//! Items that are brought to another model, or to the same as it is today.

use std::{sync::Mutex, time::Duration};

use aws_sdk_dynamodb::types::AttributeValue;
use dynaent::{Entity, Error, RewriteError, Table};

use super::{
    export::Waits,
    models::{
        Account, Blog, COUNT, First, Indexed, Look, NextAccount, NextTag, Note, Person, Second, Tag, fill, first,
        second,
    },
};
use crate::harness::{Engine, Item, both_ways, item, n, only_stored, put_raw, s, stored, tamper};

both_ways! {
    an_index_is_back_filled,
    keys_that_do_not_belong_are_removed,
    an_attribute_gets_another_name,
    a_version_is_raised,
    a_version_that_no_key_tells_is_raised_in_place,
    what_nobody_reads_stays,
    versions_are_counted,
    where_nothing_differs_nothing_is_written,
    inside_attributes_too_what_nobody_reads_stays,
    items_can_be_left_as_they_are,
    the_function_can_fail,
    an_item_that_cannot_be_read_stops_the_work,
    an_item_that_cannot_be_written_stops_the_work,
    a_key_that_is_taken_stops_the_work,
    scans_say_what_is_rewritten,
    segments_and_concurrency_change_nothing,
    a_rate_is_kept_item_by_item,
    models_of_another_table_are_refused,
}

/// The item that a put of an entity stores.
async fn as_put(table: &Table, put: impl AsyncFn(&Table)) -> Vec<Item> {
    put(table).await;
    stored(table).await
}

async fn an_index_is_back_filled(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    fill(&table).await;
    assert!(Indexed::query().by_author().author("a1").all(&table).await.expect("query").is_empty());

    let progress = Indexed::rewrite(|old: Indexed| old).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten, progress.left, progress.gone), (COUNT, COUNT, 0, 0));
    assert!(progress.checkpoint.is_done());
    let found = Indexed::query().by_author().author("a1").all(&table).await.expect("query");
    assert_eq!(found.len(), 8);

    // The items are those that a put would have stored.
    let rewritten = stored(&table).await;
    let put = as_put(&table, async |table| {
        for number in 0..COUNT {
            let First { id, text, author } = first(number);
            Indexed::put().item(Indexed { id, text, author }).send(table).await.expect("put");
        }
    });
    assert_eq!(rewritten, put.await);

    let before = engine.sent();
    let again = Indexed::rewrite(|old: Indexed| old).send(&table).await.expect("rewrite");
    assert_eq!((again.read, again.left, engine.sent() - before), (COUNT, COUNT, 1));
}

async fn keys_that_do_not_belong_are_removed(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    Indexed::put().id("c").text("t").author("a").send(&table).await.expect("put");
    tamper(&table, [("author", None)]).await;
    let progress = Indexed::rewrite(|old: Indexed| old).send(&table).await.expect("rewrite");
    assert_eq!(progress.rewritten, 1);
    let item = only_stored(&table).await;
    // As ElectroDB does, a sort key that is whole is written all the same.
    assert!(!item.contains_key("gsi1pk"), "{item:?}");
    assert!(Indexed::query().by_author().author("a").all(&table).await.expect("query").is_empty());
}

/// Comments while `text` becomes `body`.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Either {
    id: String,
    text: Option<String>,
    body: Option<String>,
    author: Option<String>,
}

/// Comments with the new name.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Renamed {
    id: String,
    body: String,
    author: Option<String>,
}

async fn an_attribute_gets_another_name(engine: Engine) {
    let table = engine.table::<Renamed>().await;
    fill(&table).await;
    let renamed = Renamed { id: "new".into(), body: "b".into(), author: None };
    Renamed::put().item(renamed.clone()).send(&table).await.expect("put");
    let rename = |old: Either| {
        let body = old.body.or(old.text)?;
        Some(Renamed { id: old.id, body, author: old.author })
    };
    let progress = Renamed::rewrite(rename).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten, progress.left), (COUNT + 1, COUNT, 1));
    let all = Renamed::scan().all(&table).await.expect("scan");
    assert!(all.len() == COUNT + 1 && all.contains(&renamed));
    assert!(stored(&table).await.iter().all(|item| !item.contains_key("text")));
    assert_eq!(Renamed::get().id("c07").send(&table).await.expect("get").expect("an item").body, "text 7");
}

async fn a_version_is_raised(engine: Engine) {
    let table = engine.table::<Second>().await;
    fill(&table).await;
    let progress = Second::rewrite(second).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten), (COUNT, COUNT));
    assert!(First::scan().all(&table).await.expect("scan").is_empty());
    assert_eq!(Note::scan().count(&table).await.expect("count"), COUNT);
    assert_eq!(Second::query().by_author().author("a0").all(&table).await.expect("query").len(), 8);
    let rewritten = stored(&table).await;
    let put = as_put(&table, async |table| {
        for number in 0..COUNT {
            Second::put().item(second(first(number))).send(table).await.expect("put");
        }
    });
    assert_eq!(rewritten, put.await);
    let again = Second::rewrite(second).send(&table).await.expect("rewrite");
    assert_eq!(again.read, 0);
}

async fn a_version_that_no_key_tells_is_raised_in_place(engine: Engine) {
    let table = engine.table::<NextTag>().await;
    let look = Look { color: "red".into(), icon: Some("star".into()) };
    Tag::put().item(Tag { id: "t".into(), owner: Some("ada".into()), look }).send(&table).await.expect("put");
    tamper(&table, [("theirs", Some(n(7)))]).await;
    assert_eq!(only_stored(&table).await["owner"], s("ada"));
    let before = engine.sent();
    let raise = |Tag { id, look, .. }| NextTag { id, owner: None, look: Look { icon: None, ..look } };
    let progress = NextTag::rewrite(raise).send(&table).await.expect("rewrite");
    assert_eq!((progress.rewritten, engine.sent() - before), (1, 2));
    let now = only_stored(&table).await;
    assert_eq!((&now["__edb_v__"], &now["theirs"], &now["color"]), (&s("2"), &n(7), &s("red")));
    // The attribute that was a key, and the field of the document.
    assert!(!now.contains_key("owner") && !now.contains_key("icon"), "{now:?}");
    assert_eq!(NextTag::rewrite(raise).send(&table).await.expect("rewrite").read, 0);
}

async fn account(table: &Table) -> Account {
    let account = Account::create().id("a").name("Ada").password("secret").send(table).await.expect("create");
    tamper(table, [("theirs", Some(n(7))), ("updated_at", Some(n(1)))]).await;
    account
}

async fn what_nobody_reads_stays(engine: Engine) {
    let table = engine.table::<Account>().await;
    account(&table).await;
    let rename = |old: Account| Account { name: old.name.to_uppercase(), ..old };
    Account::rewrite(rename).send(&table).await.expect("rewrite");
    let item = only_stored(&table).await;
    assert_eq!((&item["name"], &item["password"], &item["theirs"]), (&s("ADA"), &s("secret"), &n(7)));

    // A move takes all of it along.
    let raise = |old: Account| NextAccount {
        id: old.id,
        name: old.name,
        password: old.password,
        updated_at: old.updated_at,
        version: 0,
    };
    NextAccount::rewrite(raise).send(&table).await.expect("rewrite");
    let item = only_stored(&table).await;
    assert_eq!((&item["__edb_v__"], &item["sk"]), (&s("2"), &s("$account_2")));
    assert_eq!((&item["name"], &item["password"], &item["theirs"]), (&s("ADA"), &s("secret"), &n(7)));
    // The count goes on, whatever the function says of it.
    assert_eq!(item["version"], n(3));
    assert_ne!(item["updated_at"], n(1));

    // What is hidden can be given anew.
    let change = |old: NextAccount| NextAccount { password: Some("changed".into()), ..old };
    NextAccount::rewrite(change).send(&table).await.expect("rewrite");
    assert_eq!(only_stored(&table).await["password"], s("changed"));
}

async fn versions_are_counted(engine: Engine) {
    let table = engine.table::<Account>().await;
    account(&table).await;
    let read = Account::get().id("a").send(&table).await.expect("get").expect("an account");
    let rename = |old: Account| Account { name: "Ada L.".into(), ..old };
    Account::rewrite(rename).send(&table).await.expect("rewrite");
    let now = Account::get().id("a").send(&table).await.expect("get").expect("an account");
    assert_eq!((now.version, now.updated_at > 1), (2, true));
    // Who has read it before, writes it no more.
    let a = Account::attributes();
    let stale = Account::patch().id("a").from(&read).set(a.name, "Bob").send(&table).await;
    assert!(matches!(stale, Err(Error::Conflict { .. })), "{stale:?}");
}

async fn where_nothing_differs_nothing_is_written(engine: Engine) {
    let table = engine.table::<Account>().await;
    account(&table).await;
    let (before, item) = (engine.sent(), only_stored(&table).await);
    let progress = Account::rewrite(|old: Account| old).send(&table).await.expect("rewrite");
    assert_eq!((progress.rewritten, progress.left, engine.sent() - before), (0, 1, 2));
    assert_eq!(only_stored(&table).await, item);

    // Of what lies there in other words, too: an item that has no version, numbers with more digits.
    tamper(&table, [("version", None), ("updated_at", None)]).await;
    tamper(&table, [("updated_at", Some(n("1.0e0")))]).await;
    let progress = Account::rewrite(|old: Account| old).send(&table).await.expect("rewrite");
    assert_eq!((progress.rewritten, &only_stored(&table).await["version"]), (1, &n(1)));
}

async fn inside_attributes_too_what_nobody_reads_stays(engine: Engine) {
    let table = engine.table::<Person>().await;
    let map = |fields: &[(&str, AttributeValue)]| {
        AttributeValue::M(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    };
    let (rome, oslo) = ([("city", s("Rome")), ("zip", s("00100"))], [("city", s("Oslo")), ("street", s("Gata"))]);
    let person = item([
        ("pk", s("$blog#id_p")),
        ("sk", s("$person_1")),
        ("__edb_e__", s("Person")),
        ("__edb_v__", s("1")),
        ("id", s("p")),
        ("home", map(&rome)),
        ("homes", AttributeValue::L(vec![map(&rome), map(&oslo)])),
        ("tags", AttributeValue::Ss(vec!["b".into(), "a".into()])),
        ("scores", AttributeValue::Ns(vec!["20".into(), "3".into()])),
        ("counts", map(&[("x", n("0.5")), ("y", n("1"))])),
    ]);
    put_raw(&table, person.clone()).await;
    let before = engine.sent();
    let progress = Person::rewrite(|old: Person| old).send(&table).await.expect("rewrite");
    assert_eq!((progress.left, engine.sent() - before), (1, 1));

    let change = |mut old: Person| {
        old.home.street = Some("Via".into());
        old.homes.reverse();
        old.homes[0].street = None;
        old.counts.remove("x");
        old.scores.insert(4);
        old
    };
    Person::rewrite(change).send(&table).await.expect("rewrite");
    let now = only_stored(&table).await;
    assert_eq!(now["home"], map(&[("city", s("Rome")), ("zip", s("00100")), ("street", s("Via"))]));
    let AttributeValue::L(homes) = &now["homes"] else { panic!("{now:?}") };
    // The one that moved has what is its own.
    assert_eq!(homes[1], map(&rome));
    assert_eq!(homes[0].as_m().expect("a map").get("street"), None);
    assert_eq!(now["counts"], map(&[("y", n("1"))]));
    assert_eq!(Person::scan().all(&table).await.expect("scan")[0].scores, [3, 4, 20].into());
}

async fn items_can_be_left_as_they_are(engine: Engine) {
    let table = engine.table::<Second>().await;
    fill(&table).await;
    let some = |old: First| old.author.is_some().then(|| second(old));
    let progress = Second::rewrite(some).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten, progress.left), (COUNT, 16, 9));
    assert_eq!(First::scan().count(&table).await.expect("count"), 9);
}

async fn the_function_can_fail(engine: Engine) {
    let table = engine.table::<Second>().await;
    fill(&table).await;
    let before = stored(&table).await;
    let refuse = |_: First| -> Result<Second, String> { Err("not this one".into()) };
    let stopped = Second::rewrite(refuse).send(&table).await.expect_err("an error");
    let key = stopped.key.as_ref().expect("a key").to_string();
    assert_eq!(
        stopped.to_string(),
        format!("stopped after 0 items, at the one with {key}: Comment with {key} cannot be rewritten: not this one")
    );
    let source = std::error::Error::source(&stopped).expect("a source");
    assert_eq!(source.to_string(), "not this one");
    assert!(matches!(Error::from(stopped), Error::Rewrite { entity: "Comment", .. }));
    assert_eq!(stored(&table).await, before);

    let odd = |old: First| -> Result<Option<Second>, std::num::ParseIntError> {
        let number: u32 = old.id[1..].parse()?;
        Ok((number % 2 == 1).then(|| second(old)))
    };
    let progress = Second::rewrite(odd).send(&table).await.expect("rewrite");
    assert_eq!((progress.rewritten, progress.left), (12, 13));
}

async fn an_item_that_cannot_be_read_stops_the_work(engine: Engine) {
    let table = engine.table::<Second>().await;
    fill(&table).await;
    let broken = [("pk", "$blog#id_x"), ("sk", "$comment_1"), ("__edb_e__", "Comment"), ("__edb_v__", "1")];
    put_raw(&table, item(broken.map(|(field, text)| (field, s(text))))).await;
    let rewrite = || Second::rewrite(second).scan(First::scan().limit(2));
    let RewriteError { error, progress, .. } = rewrite().send(&table).await.expect_err("an error");
    assert!(matches!(error, Error::Item(_)), "{error:?}");
    assert!(!progress.checkpoint.is_done());
    assert_eq!(Second::scan().count(&table).await.expect("count"), progress.rewritten);
    // Once it is mended, the work goes on there.
    First::put().id("x").text("mended").send(&table).await.expect("put");
    let rest = rewrite().resume(progress.checkpoint).send(&table).await.expect("rewrite");
    assert_eq!(rest.rewritten + progress.rewritten, COUNT + 1);
}

async fn an_item_that_cannot_be_written_stops_the_work(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    First::put().id("c").text("t").send(&table).await.expect("put");
    let before = stored(&table).await;
    let stopped = |change: fn(&mut Indexed)| {
        let table = table.clone();
        async move {
            let change = |mut old: Indexed| {
                change(&mut old);
                old
            };
            Indexed::rewrite(change).send(&table).await.expect_err("an error")
        }
    };
    let large = stopped(|it| it.text = "x".repeat(400 * 1024)).await;
    assert!(matches!(large.error, Error::TooLarge { .. }) && large.key.is_some(), "{large:?}");
    let empty = stopped(|it| it.author = Some(String::new())).await;
    assert!(matches!(empty.error, Error::Key(_)), "{empty:?}");
    assert_eq!(stored(&table).await, before);
}

async fn a_key_that_is_taken_stops_the_work(engine: Engine) {
    let table = engine.table::<Second>().await;
    First::put().item(first(1)).send(&table).await.expect("put");
    let theirs = Second { body: "theirs".into(), ..second(first(1)) };
    Second::put().item(theirs.clone()).send(&table).await.expect("put");
    let before = stored(&table).await;
    let stopped = Second::rewrite(second).send(&table).await.expect_err("an error");
    let Error::AlreadyExists { entity, key, current } = &stopped.error else { panic!("{stopped:?}") };
    assert_eq!((*entity, key.to_string()), ("Comment", r#"pk "$blog#id_c01", sk "$comment_2""#.to_owned()));
    assert_eq!(current.item::<Second>().expect("it is read"), Some(theirs));
    assert_eq!(stored(&table).await, before);
}

async fn scans_say_what_is_rewritten(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    fill(&table).await;
    let i = Indexed::attributes();
    let some = Indexed::scan().filter(i.author.eq("a1"));
    let progress = Indexed::rewrite(|old: Indexed| old).scan(some).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten), (8, 8));
    // By an index: those that are in it.
    let shout = |old: Indexed| Indexed { text: old.text.to_uppercase(), ..old };
    let index = Indexed::query().by_author().scan().limit(3);
    let progress = Indexed::rewrite(shout).scan(index).segments(2).send(&table).await.expect("rewrite");
    assert_eq!((progress.read, progress.rewritten), (8, 8));
    let texts = Indexed::scan().all(&table).await.expect("scan").into_iter().map(|it| it.text);
    assert_eq!(texts.filter(|text| text.starts_with("TEXT")).count(), 8);
}

async fn segments_and_concurrency_change_nothing(engine: Engine) {
    let table = engine.table::<Second>().await;
    fill(&table).await;
    let told = Mutex::new(Vec::new());
    let progress = Second::rewrite(second)
        .scan(First::scan().limit(7))
        .segments(3)
        .concurrency(8)
        .on_progress(|progress| told.lock().expect("no panic").push(progress.clone()))
        .send(&table)
        .await
        .expect("rewrite");
    assert_eq!((progress.read, progress.rewritten), (COUNT, COUNT));
    let told = told.into_inner().expect("no panic");
    assert!(told.len() >= 7 && told.last() == Some(&progress));
    assert!(told.windows(2).all(|two| two[0].read <= two[1].read && two[0].checkpoint != two[1].checkpoint));
    let all = Blog::scan().all(&table).await.expect("scan");
    assert!(all.len() == 2 * COUNT && !all.iter().any(|item| matches!(item, Blog::First(_))));
}

async fn a_rate_is_kept_item_by_item(engine: Engine) {
    let table = engine.table::<Indexed>().await;
    fill(&table).await;
    let waits = Waits::default();
    let rewrite = Indexed::rewrite(|old: Indexed| old).rate(10).concurrency(3);
    rewrite.send(&waits.on(&table)).await.expect("rewrite");
    let total = waits.total();
    // Tasks that wait at once each wait for their own time.
    assert!(Duration::from_millis(4500) < total, "{total:?}");
    let waits = Waits::default();
    Indexed::rewrite(|old: Indexed| old).rate(10).send(&waits.on(&table)).await.expect("rewrite");
    let total = waits.total();
    assert!(Duration::from_millis(4500) < total && total <= Duration::from_millis(4950), "{total:?}");
}

/// In a table with another key.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "2")]
#[index(primary, pk(field = "hash", composite = [id]), sk = [])]
struct Elsewhere {
    id: String,
}

async fn models_of_another_table_are_refused(engine: Engine) {
    let table = engine.table::<First>().await;
    let rewrite = Elsewhere::rewrite(|old: First| Elsewhere { id: old.id });
    let stopped = engine.unsent(rewrite.send(&table)).await.expect_err("an error");
    assert!(matches!(stopped.error, Error::KeyFields { .. }), "{stopped:?}");
    assert!(!stopped.progress.checkpoint.is_done());
    let wrong = Second::rewrite(second).segments(0);
    assert!(matches!(engine.unsent(wrong.send(&table)).await.expect_err("an error").error, Error::Segment { .. }));
}
