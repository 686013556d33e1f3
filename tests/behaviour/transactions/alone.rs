//! Every operation in a transaction is what it is alone: the same request, and the same items afterwards.

use aws_sdk_dynamodb::types::TransactWriteItem;
use dynaent::{Check, Error, Table, TransactWrite};

use super::other_table;
use crate::{
    fixtures::{Order, Setting, Status, order},
    harness::{Engine, both_ways, stored},
};

both_ways! {
    the_stored_items_are_those_of_single_operations,
    what_an_operation_is_refused_for_alone_is_refused,
}

/// The same operations, one by one or all together. Indexes are entered, left and changed.
macro_rules! operations {
    ($each:ident) => {{
        let o = Order::attributes();
        let key = |number: &'static str| order("ada", number);
        $each!(
            Order::create().item(Order { courier: Some("zed".into()), ..key("1") }),
            Order::put().item(Order { note: Some("twice".into()), ..key("2") }).condition(o.priority.eq(3)),
            Order::upsert()
                .customer("ada")
                .order_id("3")
                .status(Status::Done)
                .placed_on("2026-06-01")
                .country("FR")
                .city("Lyon")
                .add(o.priority, 4),
            Order::update().customer("ada").order_id("4").set(o.status, Status::Done).set(o.placed_on, "2026-07-01"),
            Order::patch()
                .customer("ada")
                .order_id("5")
                .from(&key("5"))
                .set(o.city, "Kiel")
                .set(o.courier, "zed")
                .condition(o.channel.eq("shop")),
            Order::delete().customer("ada").order_id("6").condition(o.note.not_exists()),
            Order::remove().customer("ada").order_id("7").from(&key("7"))
        )
    }};
}

async fn seed(table: &Table) {
    for number in 2..=7 {
        Order::put().item(order("ada", &number.to_string())).send(table).await.expect("put");
    }
}

async fn the_stored_items_are_those_of_single_operations(on: Engine) {
    let table = on.table::<Order>().await;
    let alone = other_table::<Order>(&table).await;
    seed(&table).await;
    seed(&alone).await;
    macro_rules! send_each {
        ($($operation:expr),*) => { ($($operation.send(&alone).await.expect("operation"),)*) };
    }
    macro_rules! send_all {
        ($($operation:expr),*) => { TransactWrite::new()$(.item($operation))*.send(&table).await.expect("transaction") };
    }
    let single = operations!(send_each);
    let before = on.sent();
    let answers = operations!(send_all);
    assert_eq!(on.sent(), before + 1);
    assert_eq!(answers, single);
    let items = stored(&table).await;
    assert_eq!(items.len(), 5);
    assert_eq!(items, stored(&alone).await);
}

#[test]
fn requests_are_those_of_single_operations() {
    macro_rules! list {
        ($($operation:expr),*) => { TransactWrite::new()$(.item($operation))*.request("app").expect("a request") };
    }
    macro_rules! alone {
        ($($operation:expr),*) => { ($($operation.request("app").expect("a request"),)*) };
    }
    let together = operations!(list);
    let (create, put, upsert, update, patch, delete, remove) = operations!(alone);
    let items = together.transact_items();
    assert_eq!(items.len(), 7);
    let puts = [create, put];
    let updates = [upsert, update, patch];
    let deletes = [delete, remove];
    let part = |item: &TransactWriteItem| (item.put.clone(), item.update.clone(), item.delete.clone());
    for (item, alone) in items.iter().zip(puts) {
        let (Some(put), None, None) = part(item) else { panic!("{item:?}") };
        assert_eq!((Some(put.table_name), Some(put.item)), (alone.table_name, alone.item));
        assert_eq!(put.condition_expression, alone.condition_expression);
        assert_eq!(put.expression_attribute_names, alone.expression_attribute_names);
        assert_eq!(put.expression_attribute_values, alone.expression_attribute_values);
        let on_failure = put.return_values_on_condition_check_failure;
        assert_eq!(on_failure, alone.return_values_on_condition_check_failure);
        assert!(on_failure.is_some());
    }
    for (item, alone) in items[2..].iter().zip(updates) {
        let (None, Some(update), None) = part(item) else { panic!("{item:?}") };
        assert_eq!((Some(update.table_name), Some(update.key)), (alone.table_name, alone.key));
        assert_eq!(Some(update.update_expression), alone.update_expression);
        assert_eq!(update.condition_expression, alone.condition_expression);
        assert_eq!(update.expression_attribute_names, alone.expression_attribute_names);
        assert_eq!(update.expression_attribute_values, alone.expression_attribute_values);
        assert_eq!(update.return_values_on_condition_check_failure, alone.return_values_on_condition_check_failure);
    }
    for (item, alone) in items[5..].iter().zip(deletes) {
        let (None, None, Some(delete)) = part(item) else { panic!("{item:?}") };
        assert_eq!((Some(delete.table_name), Some(delete.key)), (alone.table_name, alone.key));
        assert_eq!(delete.condition_expression, alone.condition_expression);
        assert_eq!(delete.expression_attribute_names, alone.expression_attribute_names);
        assert_eq!(delete.expression_attribute_values, alone.expression_attribute_values);
        assert_eq!(delete.return_values_on_condition_check_failure, alone.return_values_on_condition_check_failure);
    }
}

async fn what_an_operation_is_refused_for_alone_is_refused(on: Engine) {
    let table = on.table::<Order>().await;
    let o = Order::attributes();
    let fine = || Order::put().item(order("ada", "1"));
    let half = || Order::patch().customer("ada").order_id("2").set(o.country, "FR");
    let alone = half().request("app").expect_err("the index's key lacks the city");
    let together = on.unsent(TransactWrite::new().item(fine()).item(half()).send(&table)).await.expect_err("the same");
    assert!(matches!(together, Error::IncompleteIndex { .. }), "{together:?}");
    assert_eq!(together.to_string(), alone.to_string());

    let empty = || Order::create().item(order("", "2"));
    let alone = empty().request("app").expect_err("the key is empty");
    let together = on.unsent(TransactWrite::new().item(fine()).item(empty()).send(&table)).await.expect_err("the same");
    assert_eq!(together.to_string(), alone.to_string());

    let twice = || Order::update().customer("ada").order_id("2").set(o.city, "a").set(o.city, "b");
    let together = on.unsent(TransactWrite::new().items([twice()]).send(&table)).await.expect_err("it is set twice");
    assert!(matches!(together, Error::Overlap { .. }), "{together:?}");

    let same = Check::that(Setting::get().name("x"), Setting::attributes().value.eq(Setting::attributes().value));
    let error = on.unsent(TransactWrite::new().item(same).send(&table)).await.expect_err("it is compared with itself");
    assert!(matches!(error, Error::Condition { entity: "Setting", .. }), "{error:?}");
}
