//! Both libraries on one table, each with a real client: ElectroDB writes, we read and change, ElectroDB reads again, and
//! each goes on in the other's pages.

use std::collections::BTreeMap;

use dynaent::Table;
use serde_json::{Value as Json, json};

use crate::{
    driver::{Driver, Goal},
    items::{from_json, members, object, to_json},
    models::MODELS,
    served::Served,
    vectors::{Index, Model, Object, Paging, of},
};

/// The models with one option: all options are among them. Not those whose case ElectroDB folds unasked.
fn models() -> Vec<&'static Driver> {
    let folds = |model: &Model| model.indexes.iter().flat_map(Index::sides).any(|(_, side)| side.folded);
    let models: Vec<_> = MODELS.iter().filter(|d| !of(d.name).about.contains(", ") && !folds(of(d.name))).collect();
    assert!(models.len() >= 90, "{} models", models.len());
    models
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_libraries_work_on_one_table() {
    let Some(served) = Served::start().await else { return };

    // ElectroDB writes, and reads the beginning of a query.
    let models = models();
    let mut work = Object::new();
    for driver in &models {
        (driver.create)(served.table(driver.name)).await.expect("a table");
        let (index, facets) = fullest(of(driver.name));
        let items: Vec<_> = of(driver.name).seed.iter().map(|call| &call.args["item"]).collect();
        work.insert(
            driver.name.into(),
            json!({ "items": items, "query": { "index": index.pattern, "facets": facets } }),
        );
    }
    let written = served.node("two-ways.mjs", "write", work).await;

    // We go on where it stopped, read everything, and change some.
    let mut work = Object::new();
    for driver in &models {
        let reads = ours(driver, &served.table(driver.name), &written[driver.name]).await;
        work.insert(driver.name.into(), reads);
    }
    let read = served.node("two-ways.mjs", "read", work.clone()).await;

    // ElectroDB sees what is there.
    let mut seen = 0;
    for driver in &models {
        seen += theirs(driver, &served.table(driver.name), &work[driver.name], &read[driver.name]).await;
    }
    println!("{} models, {seen} items read by ElectroDB after our changes", models.len());
}

/// The index with the most composites, and the partition of it that most items of the seed are in.
fn fullest(model: &Model) -> (&Index, Object) {
    let index = model.indexes.iter().rfind(|index| index.pattern == "second").expect("every model has it");
    let mut partitions: BTreeMap<String, (usize, Object)> = BTreeMap::new();
    for call in &model.seed {
        let facets = facets_of(index, call.arg("item"));
        if facets.len() == index.pk.names().len() {
            partitions.entry(json!(facets).to_string()).or_insert((0, facets)).0 += 1;
        }
    }
    let (_, facets) = partitions.into_values().max_by_key(|(items, _)| *items).expect("something is in the index");
    (index, facets)
}

fn facets_of(index: &Index, values: &Object) -> Object {
    let names = index.pk.names().into_iter();
    names.filter_map(|name| Some((name.to_owned(), values.get(name)?.clone()))).collect()
}

fn key_of(model: &Model, values: &Object) -> Object {
    let names = model.primary().sides().flat_map(|(_, side)| side.names());
    names.map(|name| (name.to_owned(), values[name].clone())).collect()
}

/// All items of the table, as they are stored.
async fn stored(table: &Table) -> Vec<Json> {
    let answer = table.client().scan().table_name(table.name()).send().await.expect("the table is read");
    answer.items().iter().map(to_json).collect()
}

/// Sends a request of ours past the library, to this model's table.
async fn send(table: &Table, request: &Json) {
    if let Some(item) = request.get("Item") {
        let put = table.client().put_item().table_name(table.name()).set_item(Some(from_json(item)));
        put.send().await.expect("the item is put");
        return;
    }
    let names = object(&request["ExpressionAttributeNames"]).iter();
    let names = names.map(|(k, v)| (k.clone(), v.as_str().expect("a name").to_owned())).collect();
    let update = table.client().update_item().table_name(table.name()).set_key(Some(from_json(&request["Key"])));
    let update = update.update_expression(request["UpdateExpression"].as_str().expect("an expression"));
    let update = update.set_condition_expression(request["ConditionExpression"].as_str().map(str::to_owned));
    let update = update.set_expression_attribute_names(Some(names));
    let update = update.set_expression_attribute_values(Some(from_json(&request["ExpressionAttributeValues"])));
    update.send().await.expect("the item is updated");
}

/// Reads what ElectroDB wrote, changes some of it; says what ElectroDB is to read then.
async fn ours(driver: &Driver, table: &Table, written: &Json) -> Json {
    let (model, context) = (of(driver.name), format!("{} ({})", driver.name, of(driver.name).about));
    let read = |index: &str, facets: &Object, paging: Paging| {
        (driver.ask)(index, facets, &[], &paging, &Goal::Send(table)).expect("the facets are given").read()
    };
    let canonical = |items: &[Json]| items.iter().map(|item| model.canonical(item)).collect::<Vec<_>>();

    // The rest of ElectroDB's page.
    let (index, facets) = fullest(model);
    let (whole, _) = read(&index.pattern, &facets, Paging::default()).await.expect("a query");
    let mut pages = canonical(members(&written["first"]));
    if let Some(cursor) = written["cursor"].as_str() {
        let after = Paging { after: Some(cursor.to_owned()), limit: None };
        pages.extend(canonical(&read(&index.pattern, &facets, after).await.expect("the rest").0));
    }
    assert_eq!(pages, canonical(&whole), "{context}: ElectroDB's page, and the rest of it");
    // ElectroDB never writes an index without composites.
    let is_static = index.sides().all(|(_, side)| side.names().is_empty());
    assert_eq!(whole.is_empty(), is_static, "{context}");

    // Each item, by its key.
    let items = stored(table).await;
    assert_eq!(items.len(), model.seed.len(), "{context}");
    let mut keys = Vec::new();
    for call in &model.seed {
        let key = key_of(model, call.arg("item"));
        let get = (driver.get)(&key, &Goal::Send(table)).expect("the key is whole");
        let (found, _) = get.read().await.unwrap_or_else(|error| panic!("{context}: {error}"));
        assert_eq!(found.len(), 1, "{context}: {key:?}");
        let found = model.canonical(&found[0]);
        assert!(items.iter().any(|item| model.entity(item) == found), "{context}: {found}");
        keys.push(key);
    }

    // One is put back as it was read, another is changed, new ones are written.
    let get = (driver.get)(&keys[0], &Goal::Send(table)).expect("the key is whole");
    let (found, _) = get.read().await.expect("it is there");
    let put = (driver.write)("put", object(&found[0])).expect("it is whole").expect("it can be written");
    send(table, &put).await;
    let set = model.calls.iter().filter(|call| ["update", "patch"].contains(&&*call.op)).map(|call| call.arg("set"));
    let patches =
        set.filter(|set| !set.is_empty()).filter_map(|set| (driver.change)("patch", &keys[1], set).ok()?.ok());
    for patch in patches.take(2).collect::<Vec<_>>() {
        send(table, &patch).await;
    }
    for call in model.calls.iter().filter(|call| call.op == "put" && call.request.is_some()) {
        let Ok(Ok(put)) = (driver.write)("put", call.arg("item")) else { continue };
        send(table, &put).await;
        keys.push(key_of(model, call.arg("item")));
    }

    // A page of ours, for ElectroDB to go on.
    let page = Paging { after: None, limit: Some(2) };
    let (first, cursor) = read(&index.pattern, &facets, page).await.expect("a page");
    let queries: Vec<_> = model
        .indexes
        .iter()
        .flat_map(|index| model.seed.iter().map(move |call| (index, facets_of(index, call.arg("item")))))
        .filter(|(index, facets)| facets.len() == index.pk.names().len())
        .map(|(index, facets)| json!({ "index": index.pattern, "facets": facets }))
        .collect();
    let mut distinct = Vec::new();
    queries.into_iter().for_each(|query| {
        if !distinct.contains(&query) {
            distinct.push(query)
        }
    });
    json!({
        "keys": keys, "queries": distinct, "first": first,
        "rest": { "index": index.pattern, "facets": facets, "cursor": cursor },
    })
}

/// What ElectroDB saw is what is stored, and what we see. How many items it saw.
async fn theirs(driver: &Driver, table: &Table, work: &Json, read: &Json) -> usize {
    let (model, context) = (of(driver.name), format!("{} ({})", driver.name, of(driver.name).about));
    let canonical = |items: &Json| members(items).iter().map(|item| model.canonical(item)).collect::<Vec<_>>();
    let items = stored(table).await;
    let entities: Vec<_> = items.iter().map(|item| model.entity(item)).collect();
    for (key, found) in members(&work["keys"]).iter().zip(members(&read["found"])) {
        assert!(!found.is_null(), "{context}: ElectroDB does not find {key}");
        assert!(entities.contains(&model.canonical(found)), "{context}: {key} is {found}, stored is {entities:?}");
    }
    let mut seen = members(&read["found"]).len();
    for (query, found) in members(&work["queries"]).iter().zip(members(&read["queried"])) {
        let (index, facets) = (query["index"].as_str().expect("an index"), object(&query["facets"]));
        let answer = (driver.ask)(index, facets, &[], &Paging::default(), &Goal::Send(table)).expect("it compiles");
        let (ours, _) = answer.read().await.unwrap_or_else(|error| panic!("{context}: {error}"));
        assert_eq!(canonical(found), canonical(&ours.into()), "{context}: {query}");
        seen += members(found).len();
    }
    let rest = &work["rest"];
    let (index, facets) = (rest["index"].as_str().expect("an index"), object(&rest["facets"]));
    let answer = (driver.ask)(index, facets, &[], &Paging::default(), &Goal::Send(table)).expect("it compiles");
    let (whole, _) = answer.read().await.expect("a query");
    let pages = [canonical(&work["first"]), canonical(&read["rest"])].concat();
    assert_eq!(pages, canonical(&whole.into()), "{context}: our page, and the rest of it by ElectroDB");
    seen
}
