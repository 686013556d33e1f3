//! `create`, `put` and `upsert`: whole items.

use std::collections::{BTreeSet, HashSet};

use dynaent::{Entity, Error};
use ulid::Ulid;

use crate::{
    fixtures::{Comment, Order, Setting, Status, order},
    harness::{Engine, both_ways, item, n, only_stored, s, stored},
};

both_ways! {
    create_fills_defaults_and_gives_the_entity,
    create_stores_attributes_keys_and_identifiers,
    create_refuses_a_taken_key_and_changes_nothing,
    create_takes_a_whole_item,
    arrays_are_taken_for_lists_and_sets,
    a_race_of_creates_has_one_winner,
    put_replaces_the_whole_item,
    put_gives_the_old_item,
    upsert_makes_an_item_with_defaults,
    upsert_leaves_what_it_is_not_given,
    upsert_overwrites_neither_with_defaults_nor_read_only_attributes,
    upsert_of_an_item_overwrites_defaults,
    upsert_gives_the_new_item,
    upsert_moves_index_keys,
    upsert_adds_an_item_to_a_sparse_index,
    upsert_needs_the_whole_of_an_index,
    the_largest_item_is_400_kb,
}

async fn create_fills_defaults_and_gives_the_entity(on: Engine) {
    let table = on.table::<Comment>().await;
    let comment = Comment::create().text("hi").article_id("a1").send(&table).await.expect("create");
    assert_eq!((comment.article_id.as_str(), comment.text.as_str()), ("a1", "hi"));
    assert!(Ulid::from_string(&comment.comment_id).is_ok(), "{}", comment.comment_id);
    let read = Comment::get().comment_id(&comment.comment_id).send(&table).await.expect("get");
    assert_eq!(read, Some(comment));
}

async fn create_stores_attributes_keys_and_identifiers(on: Engine) {
    let table = on.table::<Order>().await;
    let order = Order::create()
        .customer("Ada")
        .order_id("17")
        .status(Status::InTransit)
        .placed_on("2026-05-01")
        .country("DE")
        .city("Bonn")
        .note("ring twice")
        .send(&table)
        .await
        .expect("create");
    assert_eq!((order.channel.as_str(), order.priority, order.courier), ("web", 0, None));
    let expected = item([
        ("pk", s("$shop#customer_ada")),
        ("sk", s("$order_1#order_id_17")),
        ("gsi1pk", s("$shop#status_in_transit")),
        ("gsi1sk", s("$order_1#placed_on_2026-05-01#order_id_17")),
        ("lsi1sk", s("$order_1#country_de#city_bonn#order_id_17")),
        ("__edb_e__", s("Order")),
        ("__edb_v__", s("1")),
        ("customer", s("Ada")),
        ("order_id", s("17")),
        ("status", s("in_transit")),
        ("placed_on", s("2026-05-01")),
        ("country", s("DE")),
        ("city", s("Bonn")),
        ("channel", s("web")),
        ("priority", n(0)),
        ("note", s("ring twice")),
    ]);
    let mut found = only_stored(&table).await;
    // The order is with no courier: whatever stands in its sort key, it is not in that index.
    assert_eq!(found.get("gsi2pk"), None);
    found.remove("gsi2sk");
    assert_eq!(found, expected);
}

async fn create_refuses_a_taken_key_and_changes_nothing(on: Engine) {
    let table = on.table::<Comment>().await;
    let create = |text: &str| Comment::create().comment_id("c1").article_id("a1").text(text).send(&table);
    create("first").await.expect("create");
    let before = stored(&table).await;

    let error = create("second").await.expect_err("taken");
    let Error::AlreadyExists { entity, key, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*entity, "Comment");
    let fields: Vec<_> = key.fields().collect();
    assert_eq!(fields, [("pk", r#""$blog#commentid_c1""#), ("sk", r#""$comment_1""#)]);
    assert_eq!(stored(&table).await, before);
}

async fn create_takes_a_whole_item(on: Engine) {
    let table = on.table::<Order>().await;
    let whole = Order { courier: Some("Bob".into()), note: Some(String::new()), ..order("ada", "1") };
    let created = Order::create().item(whole.clone()).send(&table).await.expect("create");
    assert_eq!(created, whole);
    assert_eq!(Order::get().customer("ada").order_id("1").send(&table).await.expect("get"), Some(whole));
}

/// Of text, too: an array is neither a list nor a set, and can be given for both.
async fn arrays_are_taken_for_lists_and_sets(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Tagged", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Tagged {
        id: String,
        list: Vec<String>,
        set: BTreeSet<String>,
        numbers: Option<HashSet<u32>>,
    }
    let table = on.table::<Tagged>().await;
    let made = Tagged::create().id("1").list(["b", "a", "b"]).set(["b", "a", "b"]).numbers([2, 1]);
    let made = made.send(&table).await.expect("created");
    assert_eq!((made.list.len(), made.set.len(), made.numbers), (3, 2, Some(HashSet::from([1, 2]))));
    let t = Tagged::attributes();
    let set = Tagged::patch().id("1").set(t.list, ["c"]).set(t.set, ["d"]).set(t.numbers, [3]).return_new();
    let set = set.send(&table).await.expect("patched");
    assert_eq!((set.list, set.set.len(), set.numbers), (vec!["c".to_owned()], 1, Some(HashSet::from([3]))));
    let empty = Tagged::create().id("2").list([""; 0]).set([""; 0]).send(&table).await.expect("created");
    assert_eq!((empty.list, empty.set), (Vec::new(), BTreeSet::new()));
}

async fn a_race_of_creates_has_one_winner(on: Engine) {
    let table = on.table::<Comment>().await;
    let racers = (0..20).map(|racer| {
        let table = table.clone();
        tokio::spawn(async move {
            Comment::create().comment_id("c1").article_id("a1").text(racer.to_string()).send(&table).await
        })
    });
    let mut winners = Vec::new();
    for racer in racers.collect::<Vec<_>>() {
        match racer.await.expect("no panic") {
            Ok(comment) => winners.push(comment),
            Err(error) => assert!(matches!(error, Error::AlreadyExists { .. }), "{error:?}"),
        }
    }
    assert_eq!(winners.len(), 1);
    assert_eq!(Comment::get().comment_id("c1").send(&table).await.expect("get"), winners.pop());
}

async fn put_replaces_the_whole_item(on: Engine) {
    let table = on.table::<Order>().await;
    let first = Order { note: Some("old".into()), courier: Some("bob".into()), ..order("ada", "1") };
    Order::put().item(first).send(&table).await.expect("put");
    let second = Order { status: Status::Done, ..order("ada", "1") };
    assert_eq!(Order::put().item(second.clone()).send(&table).await.expect("put"), second);

    let stored = only_stored(&table).await;
    assert!(!stored.contains_key("note") && !stored.contains_key("gsi2pk"), "{stored:?}");
    assert_eq!(stored["gsi1pk"], s("$shop#status_done"));
    assert_eq!(Order::get().customer("ada").order_id("1").send(&table).await.expect("get"), Some(second));
}

async fn put_gives_the_old_item(on: Engine) {
    let table = on.table::<Setting>().await;
    let put = |value: &str| Setting::put().name("theme").value(value).return_old().send(&table);
    assert_eq!(put("dark").await.expect("put"), None);
    let old = put("light").await.expect("put");
    assert_eq!(old, Some(Setting { name: "theme".into(), owner: None, value: "dark".into() }));
}

fn upsert_order() -> impl Fn(&str) -> dynaent::Upsert<Order, dynaent::New> {
    |order_id| {
        Order::upsert()
            .customer("ada")
            .order_id(order_id)
            .status(Status::Done)
            .placed_on("2026-06-01")
            .country("FR")
            .city("Nice")
            .return_new()
    }
}

async fn upsert_makes_an_item_with_defaults(on: Engine) {
    let table = on.table::<Order>().await;
    let made = upsert_order()("1").send(&table).await.expect("upsert");
    assert_eq!((made.channel.as_str(), made.priority), ("web", 0));
    assert_eq!(Order::get().customer("ada").order_id("1").send(&table).await.expect("get"), Some(made.clone()));
    // It is in the indexes as if it had been created.
    let upserted = only_stored(&table).await;
    Order::put().item(made).send(&table).await.expect("put");
    let mut created = only_stored(&table).await;
    // No courier: the sort key alone does not put it into that index.
    for side in [&upserted, &created] {
        assert_eq!(side.get("gsi2pk"), None);
    }
    created.remove("gsi2sk");
    let mut upserted = upserted;
    upserted.remove("gsi2sk");
    assert_eq!(upserted, created);
}

async fn upsert_leaves_what_it_is_not_given(on: Engine) {
    let table = on.table::<Order>().await;
    let first = Order { note: Some("keep".into()), courier: Some("bob".into()), ..order("ada", "1") };
    Order::create().item(first.clone()).send(&table).await.expect("create");
    let changed = upsert_order()("1").send(&table).await.expect("upsert");
    assert_eq!((changed.note, changed.courier), (first.note, first.courier));
    assert_eq!((changed.status, changed.city.as_str()), (Status::Done, "Nice"));
    let stored = only_stored(&table).await;
    assert_eq!(stored["gsi2pk"], s("$shop#courier_bob"));
    assert_eq!(stored["gsi2sk"], s("$order_1#order_id_1"));
}

async fn upsert_overwrites_neither_with_defaults_nor_read_only_attributes(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    // `priority` is not given: its default must not win. `channel` is read-only, given or not.
    let upsert = Order::upsert()
        .customer("ada")
        .order_id("1")
        .status(Status::Done)
        .placed_on("2026-06-01")
        .country("FR")
        .city("Nice")
        .channel("phone");
    let changed = upsert.return_new().send(&table).await.expect("upsert");
    assert_eq!((changed.priority, changed.channel.as_str(), changed.status), (3, "shop", Status::Done));
}

async fn upsert_of_an_item_overwrites_defaults(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    Order::upsert().item(Order { priority: 9, ..order("ada", "1") }).send(&table).await.expect("upsert");
    let read = Order::get().customer("ada").order_id("1").send(&table).await.expect("get");
    assert_eq!(read.map(|order| order.priority), Some(9));
}

async fn upsert_gives_the_new_item(on: Engine) {
    let table = on.table::<Setting>().await;
    Setting::create().name("theme").owner("ada").value("dark").send(&table).await.expect("create");
    let new = Setting::upsert().name("theme").value("light").return_new().send(&table).await.expect("upsert");
    assert_eq!(new, Setting { name: "theme".into(), owner: Some("ada".into()), value: "light".into() });
}

async fn upsert_moves_index_keys(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    let moved = upsert_order()("1").send(&table).await.expect("upsert");
    let under = |status| Order::query().by_status().status(status).all(&table);
    assert_eq!(under(Status::Open).await.expect("query"), []);
    assert_eq!(under(Status::Done).await.expect("query"), std::slice::from_ref(&moved));
    let nearby = Order::query().by_place().customer("ada").country("fr").city("nice").all(&table).await;
    assert_eq!(nearby.expect("query"), [moved]);
}

async fn upsert_adds_an_item_to_a_sparse_index(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    let sent = Order { courier: Some("bob".into()), ..order("ada", "1") };
    Order::upsert().item(sent.clone()).send(&table).await.expect("upsert");
    assert_eq!(Order::query().by_courier().courier("bob").all(&table).await.expect("query"), [sent]);
}

/// The default of a composite would lose to the stored value, and the key could not follow.
async fn upsert_needs_the_whole_of_an_index(on: Engine) {
    use dynaent::Entity;

    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Job", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_queue, gsi = "gsi1", pk = [queue], sk = [rank, due])]
    struct Job {
        id: String,
        queue: String,
        #[attr(default)]
        rank: u8,
        due: Option<String>,
    }

    let table = on.table::<Job>().await;
    let job = || Job::upsert().id("1").queue("mail");
    let missing = |error: Error| match error {
        Error::IncompleteIndex { entity: "Job", index: "by_queue", missing, .. } => missing,
        other => panic!("{other:?}"),
    };
    let error = on.unsent(job().due("today").send(&table)).await.expect_err("a default");
    assert_eq!(missing(error), ["rank"]);
    let error = on.unsent(job().rank(1).send(&table)).await.expect_err("no due");
    assert_eq!(missing(error), ["due"]);
    job().rank(1).due("today").send(&table).await.expect("upsert");
    assert_eq!(Job::query().by_queue().queue("mail").rank(1).all(&table).await.expect("query").len(), 1);
}

async fn the_largest_item_is_400_kb(on: Engine) {
    const LIMIT: usize = 400 * 1024;
    let table = on.table::<Setting>().await;
    let setting = |length| Setting { name: "big".into(), owner: None, value: "x".repeat(length) };
    // All names and values: pk, the identifiers, name and value.
    let overhead = "pk$app$setting_1#name_big".len() + "__edb_e__Setting__edb_v__1".len() + "namebigvalue".len();
    Setting::create().item(setting(LIMIT - overhead)).send(&table).await.expect("it fits");

    let too_large = setting(LIMIT - overhead + 1);
    let put = on.unsent(Setting::put().item(too_large.clone()).send(&table)).await.expect_err("too large");
    assert!(matches!(put, Error::TooLarge { entity: "Setting", size, limit: LIMIT } if size == LIMIT + 1), "{put:?}");
    let upsert = on.unsent(Setting::upsert().item(setting(LIMIT)).send(&table)).await.expect_err("too large");
    assert!(matches!(upsert, Error::TooLarge { entity: "Setting", .. }), "{upsert:?}");
}
