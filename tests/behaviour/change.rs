//! `update`, `patch`, `delete` and `remove`: an item by its key.

use dynaent::Error;

use crate::{
    fixtures::{Comment, Order, Setting, order},
    harness::{Engine, both_ways, only_stored, stored, tamper},
};

both_ways! {
    patch_changes_what_it_sets_and_nothing_else,
    update_changes_an_item,
    update_makes_a_missing_item,
    return_old_gives_the_item_before,
    patch_of_nothing_is_not_found_and_writes_nothing,
    remove_of_nothing_is_not_found,
    remove_and_delete_delete,
    deleting_gives_the_old_item,
    deleting_a_foreign_item_gives_none,
    an_attribute_is_changed_once,
    a_value_that_cannot_be_stored_is_not_sent,
}

async fn patch_changes_what_it_sets_and_nothing_else(on: Engine) {
    let table = on.table::<Order>().await;
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    let before = only_stored(&table).await;
    let o = Order::attributes();
    let patch = Order::patch().customer("ada").order_id("1").set(o.note, "ring twice").set(o.priority, 7);
    patch.send(&table).await.expect("patch");

    let changed: Vec<_> = {
        let after = only_stored(&table).await;
        let mut names: Vec<_> = after.iter().filter(|(name, value)| before.get(*name) != Some(value)).collect();
        names.sort_by_key(|(name, _)| *name);
        names.into_iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(changed, ["note", "priority"]);
    let expected = Order { note: Some("ring twice".into()), priority: 7, ..order("ada", "1") };
    assert_eq!(Order::get().customer("ada").order_id("1").send(&table).await.expect("get"), Some(expected));
}

async fn update_changes_an_item(on: Engine) {
    let table = on.table::<Setting>().await;
    Setting::create().name("theme").value("dark").send(&table).await.expect("create");
    let s = Setting::attributes();
    let update = Setting::update().name("theme").set(s.value, "light").return_new();
    let expected = Setting { name: "theme".into(), owner: None, value: "light".into() };
    assert_eq!(update.send(&table).await.expect("update"), expected);
}

async fn update_makes_a_missing_item(on: Engine) {
    let table = on.table::<Setting>().await;
    let s = Setting::attributes();
    let update = Setting::update().name("theme").set(s.value, "dark").set(s.owner, "ada").return_new();
    let made = update.send(&table).await.expect("update");
    assert_eq!(made, Setting { name: "theme".into(), owner: Some("ada".into()), value: "dark".into() });
    // It is no less an item than a created one.
    let updated = only_stored(&table).await;
    Setting::put().item(made).send(&table).await.expect("put");
    assert_eq!(only_stored(&table).await, updated);
}

async fn return_old_gives_the_item_before(on: Engine) {
    let table = on.table::<Setting>().await;
    let s = Setting::attributes();
    let update = |value| Setting::update().name("theme").set(s.value, value).return_old().send(&table);
    assert_eq!(update("dark").await.expect("update"), None);
    assert_eq!(update("light").await.expect("update").map(|old| old.value).as_deref(), Some("dark"));
    let patch = Setting::patch().name("theme").set(s.value, "blue").return_old();
    assert_eq!(patch.send(&table).await.expect("patch").map(|old| old.value).as_deref(), Some("light"));
}

async fn patch_of_nothing_is_not_found_and_writes_nothing(on: Engine) {
    let table = on.table::<Order>().await;
    let patch = Order::patch().customer("ada").order_id("1").set(Order::attributes().priority, 1);
    let error = patch.return_new().send(&table).await.expect_err("there is none");
    let Error::NotFound { operation: "patch", entity: "Order", key } = &error else { panic!("{error:?}") };
    let fields: Vec<_> = key.fields().collect();
    assert_eq!(fields, [("pk", r#""$shop#customer_ada""#), ("sk", r#""$order_1#order_id_1""#)]);
    assert_eq!(stored(&table).await, []);
}

async fn remove_of_nothing_is_not_found(on: Engine) {
    let table = on.table::<Setting>().await;
    let error = Setting::remove().name("theme").send(&table).await.expect_err("there is none");
    let Error::NotFound { operation: "remove", entity: "Setting", key } = &error else { panic!("{error:?}") };
    assert_eq!(key.to_string(), r#"pk "$app$setting_1#name_theme""#);
    Setting::delete().name("theme").send(&table).await.expect("delete does not mind");
}

async fn remove_and_delete_delete(on: Engine) {
    let table = on.table::<Order>().await;
    for id in ["1", "2", "3"] {
        Order::create().item(order("ada", id)).send(&table).await.expect("create");
    }
    Order::remove().customer("ada").order_id("1").send(&table).await.expect("remove");
    Order::delete().customer("ada").order_id("3").send(&table).await.expect("delete");
    let left = Order::query().primary().customer("ada").all(&table).await.expect("query");
    assert_eq!(left, [order("ada", "2")]);
}

async fn deleting_gives_the_old_item(on: Engine) {
    let table = on.table::<Order>().await;
    for id in ["1", "2"] {
        Order::create().item(order("ada", id)).send(&table).await.expect("create");
    }
    let removed = Order::remove().customer("ada").order_id("1").return_old().send(&table).await.expect("remove");
    assert_eq!(removed, Some(order("ada", "1")));
    let delete = || Order::delete().customer("ada").order_id("2").return_old().send(&table);
    assert_eq!(delete().await.expect("delete"), Some(order("ada", "2")));
    assert_eq!(delete().await.expect("delete"), None);
}

async fn deleting_a_foreign_item_gives_none(on: Engine) {
    let table = on.table::<Comment>().await;
    Comment::create().comment_id("c1").article_id("a1").text("hi").send(&table).await.expect("create");
    tamper(&table, [("__edb_e__", None), ("text", None)]).await;
    assert_eq!(Comment::delete().comment_id("c1").return_old().send(&table).await.expect("delete"), None);
}

async fn an_attribute_is_changed_once(on: Engine) {
    let table = on.table::<Order>().await;
    let o = Order::attributes();
    let patch = Order::patch().customer("ada").order_id("1").set(o.note, "a").set(o.priority, 1).set(o.note, "b");
    let error = on.unsent(patch.send(&table)).await.expect_err("twice");
    assert!(
        matches!(&error, Error::Overlap { entity: "Order", one, other } if one == "note" && other == "note"),
        "{error:?}"
    );
}

async fn a_value_that_cannot_be_stored_is_not_sent(on: Engine) {
    use dynaent::Entity;

    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Reading", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Reading {
        id: String,
        low: f64,
        high: f64,
    }

    let table = on.table::<Reading>().await;
    let r = Reading::attributes();
    let update = Reading::update().id("1").set(r.low, f64::NAN).set(r.high, f64::INFINITY);
    let error = on.unsent(update.send(&table)).await.expect_err("no numbers");
    let Error::Attributes { entity: "Reading", failed } = &error else { panic!("{error:?}") };
    // Both are named, not only the first.
    assert_eq!(failed.iter().map(|error| error.attribute).collect::<Vec<_>>(), ["low", "high"]);
}
