//! Code over any entity, and on any thread.

use dynaent::{Entity, Table, gt};

use crate::{
    fixtures::{Comment, Order, Setting, Status, order},
    harness::{Engine, both_ways, stored},
};

both_ways! {
    code_is_generic_over_entities,
    operations_run_on_any_thread,
}

/// What is in the table of an entity, by the schema alone.
async fn stored_names<E: Entity>(table: &Table) -> Vec<&'static str> {
    let schema = E::SCHEMA;
    let items = stored(table).await;
    let names =
        schema.attributes.iter().filter(|attribute| items.iter().any(|item| item.contains_key(attribute.field)));
    names.map(|attribute| attribute.name).collect()
}

async fn code_is_generic_over_entities(on: Engine) {
    let table = on.table::<(Comment, Order)>().await;
    Comment::create().article_id("a1").text("hi").send(&table).await.expect("create");
    assert_eq!(stored_names::<Comment>(&table).await, ["commentID", "articleID", "text"]);
    assert_eq!(stored_names::<Order>(&table).await, [""; 0]);
    Order::create().item(order("ada", "1")).send(&table).await.expect("create");
    assert_eq!(stored_names::<Order>(&table).await.len(), 8);

    let indexes = |schema: &dynaent::EntitySchema| {
        schema.indexes.iter().map(|index| (index.pattern, index.name())).collect::<Vec<_>>()
    };
    let expected =
        [("primary", None), ("by_status", Some("gsi1")), ("by_courier", Some("gsi2")), ("by_place", Some("lsi1"))];
    assert_eq!(indexes(Order::SCHEMA), expected);
    assert_eq!(Setting::SCHEMA.primary().sk, None);
}

async fn operations_run_on_any_thread(on: Engine) {
    let table = on.table::<Order>().await;
    let o = Order::attributes();
    let spawned = tokio::spawn(async move {
        let create = Order::create()
            .customer("ada")
            .order_id("1")
            .status(Status::Open)
            .placed_on("2026-05-01")
            .country("DE")
            .city("Bonn");
        create.send(&table).await?;
        Order::put().item(order("ada", "2")).return_old().send(&table).await?;
        Order::upsert().item(order("ada", "3")).return_new().send(&table).await?;
        Order::update().customer("ada").order_id("1").set(o.note, "x").return_old().send(&table).await?;
        Order::patch().customer("ada").order_id("1").set(o.note, "y").return_new().send(&table).await?;
        Order::delete().customer("ada").order_id("2").return_old().send(&table).await?;
        Order::remove().customer("ada").order_id("3").send(&table).await?;
        Order::get().customer("ada").order_id("1").send(&table).await?;
        Order::query().by_status().status(Status::Open).first(&table).await?;
        Order::query().by_status().status(Status::Open).send(&table).await?;
        Order::scan().send(&table).await?;
        Order::query().by_status().status(Status::Open).placed_on(gt("2026")).all(&table).await
    });
    let found = spawned.await.expect("no panic").expect("no error");
    assert_eq!(found.iter().map(|order| order.note.as_deref()).collect::<Vec<_>>(), [Some("y")]);
}
