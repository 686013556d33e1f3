//! The keys of secondary indexes follow what is written: an item is always found where its attributes say.

use dynaent::{Entity, Error};

use crate::{
    fixtures::{Order, Setting, Status, order},
    harness::{Engine, both_ways, only_stored, s, stored},
};

both_ways! {
    a_change_moves_the_item_in_its_index,
    a_change_of_a_sort_key_reorders,
    a_sparse_index_has_only_what_belongs_there,
    an_item_appears_in_a_sparse_index_when_it_is_changed,
    an_item_appears_in_a_sparse_index_with_a_sort_key_of_its_own,
    an_item_disappears_from_a_sparse_index,
    half_a_sort_key_is_refused_before_it_is_sent,
    half_a_partition_key_is_refused_before_it_is_sent,
    a_new_item_with_half_a_sort_key_is_refused,
    a_static_key_survives_updates,
    an_index_without_a_sort_key_follows,
}

async fn a_change_moves_the_item_in_its_index(on: Engine) {
    let table = on.table::<Order>().await;
    for id in ["1", "2"] {
        Order::create().item(order("ada", id)).send(&table).await.expect("create");
    }
    let o = Order::attributes();
    let patch = Order::patch().customer("ada").order_id("1").set(o.status, Status::Done).set(o.placed_on, "2026-06-01");
    let moved = patch.return_new().send(&table).await.expect("patch");
    let under = |status| Order::query().by_status().status(status).all(&table);
    assert_eq!(under(Status::Open).await.expect("query"), [order("ada", "2")]);
    assert_eq!(under(Status::Done).await.expect("query"), [moved]);
}

async fn a_change_of_a_sort_key_reorders(on: Engine) {
    let table = on.table::<Order>().await;
    for id in ["1", "2"] {
        Order::create().item(order("ada", id)).send(&table).await.expect("create");
    }
    let o = Order::attributes();
    // `order_id` is in that sort key too: it is known from the primary key.
    let patch = Order::patch().customer("ada").order_id("1").set(o.placed_on, "2026-12-24");
    patch.send(&table).await.expect("patch");
    let by_date = Order::query().by_status().status(Status::Open).all(&table).await.expect("query");
    assert_eq!(by_date.iter().map(|order| order.order_id.as_str()).collect::<Vec<_>>(), ["2", "1"]);
    let late = Order::query().by_status().status(Status::Open).placed_on("2026-12-24").all(&table).await;
    assert_eq!(late.expect("query").len(), 1);
}

async fn a_sparse_index_has_only_what_belongs_there(on: Engine) {
    let table = on.table::<Order>().await;
    let with = Order { courier: Some("bob".into()), ..order("ada", "1") };
    Order::create().item(with.clone()).send(&table).await.expect("create");
    Order::create().item(order("ada", "2")).send(&table).await.expect("create");
    assert_eq!(Order::query().by_courier().courier("bob").all(&table).await.expect("query"), [with]);
    let index = table.client().scan().table_name(table.name()).index_name("gsi2").send().await.expect("scan");
    assert_eq!(index.count, 1);
}

/// The sort key is made of the primary key's attributes, so everything needed is known.
async fn an_item_appears_in_a_sparse_index_when_it_is_changed(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    let patch = Order::patch().customer("ada").order_id("1").set(Order::attributes().courier, "bob");
    let changed = patch.return_new().send(&table).await.expect("patch");
    assert_eq!(Order::query().by_courier().courier("bob").all(&table).await.expect("query"), [changed]);
}

/// The sort key is made of an attribute that the item has had from the start, and that the patch does not mention.
async fn an_item_appears_in_a_sparse_index_with_a_sort_key_of_its_own(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Task", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_assignee, gsi = "gsi1", pk = [assignee], sk = [due])]
    struct Task {
        id: String,
        due: String,
        assignee: Option<String>,
    }

    let table = on.table::<Task>().await;
    Task::create().id("1").due("friday").send(&table).await.expect("create");
    let t = Task::attributes();
    let patched = Task::patch().id("1").set(t.assignee, "ada").return_new().send(&table).await.expect("patch");
    assert_eq!(Task::query().by_assignee().assignee("ada").all(&table).await.expect("query"), [patched]);
}

async fn an_item_disappears_from_a_sparse_index(on: Engine) {
    let table = on.table::<Order>().await;
    let with = Order { courier: Some("bob".into()), ..order("ada", "1") };
    Order::create().item(with).send(&table).await.expect("create");
    Order::put().item(order("ada", "1")).send(&table).await.expect("put");
    assert_eq!(Order::query().by_courier().courier("bob").all(&table).await.expect("query"), []);
}

async fn half_a_sort_key_is_refused_before_it_is_sent(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    let before = stored(&table).await;
    let o = Order::attributes();
    let patch = || Order::patch().customer("ada").order_id("1");
    let error = on.unsent(patch().set(o.country, "FR").send(&table)).await.expect_err("no city");
    let Error::IncompleteIndex { entity, index, missing, .. } = &error else { panic!("{error:?}") };
    assert_eq!((*entity, *index, missing.as_slice()), ("Order", "by_place", ["city"].as_slice()));
    let error = on.unsent(patch().set(o.city, "Nice").send(&table)).await.expect_err("no country");
    assert!(matches!(&error, Error::IncompleteIndex { missing, .. } if *missing == ["country"]), "{error:?}");
    assert_eq!(stored(&table).await, before);

    patch().set(o.city, "Nice").set(o.country, "FR").send(&table).await.expect("both");
    assert_eq!(only_stored(&table).await["lsi1sk"], s("$order_1#country_fr#city_nice#order_id_1"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Visit", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_place, gsi = "gsi1", pk = [country, city], sk = [street, house])]
struct Visit {
    id: String,
    country: Option<String>,
    city: Option<String>,
    street: Option<String>,
    house: Option<String>,
}

async fn half_a_partition_key_is_refused_before_it_is_sent(on: Engine) {
    let table = on.table::<Visit>().await;
    let v = Visit::attributes();
    let update = Visit::update().id("1").set(v.country, "FR");
    let error = on.unsent(update.send(&table)).await.expect_err("no city");
    let Error::IncompleteIndex { entity: "Visit", index: "by_place", missing, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!(*missing, ["city"]);
    let upsert = Visit::upsert().id("1").city("Nice").street("Rue").house("1");
    let error = on.unsent(upsert.send(&table)).await.expect_err("no country");
    assert!(matches!(&error, Error::IncompleteIndex { missing, .. } if *missing == ["country"]), "{error:?}");
}

async fn a_new_item_with_half_a_sort_key_is_refused(on: Engine) {
    let table = on.table::<Visit>().await;
    let visit = || Visit::create().id("1").country("FR").city("Nice");
    let error = on.unsent(visit().street("Rue").send(&table)).await.expect_err("no house");
    assert!(
        matches!(&error, Error::IncompleteIndex { entity: "Visit", index: "by_place", missing, .. } if *missing == ["house"]),
        "{error:?}"
    );
    // None of the sort key is fine: the item is at the beginning of its partition.
    let made = visit().send(&table).await.expect("create");
    assert_eq!(only_stored(&table).await["gsi1sk"], s("$visit_1#street_"));
    let found = Visit::query().by_place().country("fr").city("nice").all(&table).await.expect("query");
    assert_eq!(found, [made]);
    // Half of the partition key: the item is in no partition.
    Visit::put().id("1").country("FR").street("Rue").house("1").send(&table).await.expect("put");
    assert_eq!(only_stored(&table).await.get("gsi1pk"), None);
}

/// An index all of whose items are in one partition.
async fn a_static_key_survives_updates(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Page", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(all, gsi = "gsi1", pk = [], sk = [title])]
    struct Page {
        id: String,
        title: String,
    }

    let table = on.table::<Page>().await;
    for (id, title) in [("1", "beta"), ("2", "gamma")] {
        Page::create().id(id).title(title).send(&table).await.expect("create");
    }
    let p = Page::attributes();
    Page::patch().id("2").set(p.title, "alpha").send(&table).await.expect("patch");
    Page::upsert().id("3").title("delta").send(&table).await.expect("upsert");
    Page::update().id("4").set(p.title, "zeta").send(&table).await.expect("update");
    let all = Page::query().all().all(&table).await.expect("query");
    assert_eq!(all.iter().map(|page| page.id.as_str()).collect::<Vec<_>>(), ["2", "1", "3", "4"]);
}

async fn an_index_without_a_sort_key_follows(on: Engine) {
    let table = on.table::<Setting>().await;
    Setting::create().name("theme").value("dark").send(&table).await.expect("create");
    let patch = Setting::patch().name("theme").set(Setting::attributes().owner, "ada").return_new();
    let owned = patch.send(&table).await.expect("patch");
    assert_eq!(Setting::query().by_owner().owner("ada").all(&table).await.expect("query"), [owned]);
}
