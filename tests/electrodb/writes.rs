//! Writes and reads by key: the same keys and items in the requests, and the same table after them.

use std::collections::BTreeSet;

use dynaent::{Error, TableDefinition};
use dynoxide::DynoxideError;
use serde_json::Value as Json;

use crate::{
    engines::{Ours, TABLE, Theirs, both, hold, renamed},
    items::{normal, object},
    models::{Model, for_each_model},
    operation::Operation,
    report::{Forbidden, Outcome, Report, Written, same},
    request::Request,
    stored::{entity, key_text, owned},
    vectors::{CHANGES, Call, ITEMS, KEYS, of},
};

#[tokio::test]
async fn items_are_written_alike() {
    let mut report = Report::default();
    for_each_model!(replay(&ITEMS, &mut report));
    report.assert(
        "
        comment put: 10 same
        comment put, compile errors: 3 missing attribute, 1 wrong type
        comment create: 10 same
        comment create, compile errors: 3 missing attribute, 1 wrong type
        comment upsert: 10 same
        comment upsert, compile errors: 3 missing attribute, 1 wrong type
        lease put: 15 same, 1 deviates: no dangling partition key
        lease put, compile errors: 3 missing attribute, 1 wrong type
        lease create: 15 same, 1 deviates: no dangling partition key
        lease create, compile errors: 3 missing attribute, 1 wrong type
        lease upsert: 15 same, 1 deviates: no dangling partition key
        lease upsert, compile errors: 3 missing attribute, 1 wrong type
        order put: 10 same
        order put, compile errors: 2 missing attribute
        order create: 10 same
        order create, compile errors: 2 missing attribute
        order upsert: 10 same
        order upsert, compile errors: 2 missing attribute
        session put: 7 same
        session put, compile errors: 2 missing attribute
        session create: 7 same
        session create, compile errors: 2 missing attribute
        session upsert: 7 same
        session upsert, compile errors: 2 missing attribute
        setting put: 16 same
        setting put, compile errors: 1 missing attribute, 1 wrong type
        setting create: 16 same
        setting create, compile errors: 1 missing attribute, 1 wrong type
        setting upsert: 14 same, 2 deviates: defaults do not overwrite
        setting upsert, compile errors: 1 missing attribute, 1 wrong type
        ",
    );
}

#[tokio::test]
async fn keys_are_found_alike() {
    let mut report = Report::default();
    for_each_model!(replay(&KEYS, &mut report));
    report.assert(
        "
        comment get: 10 same
        comment get, compile errors: 1 incomplete key
        comment delete: 10 same
        comment delete, compile errors: 1 incomplete key
        comment remove: 10 same
        comment remove, compile errors: 1 incomplete key
        lease get: 7 same
        lease get, compile errors: 1 incomplete key
        lease delete: 7 same
        lease delete, compile errors: 1 incomplete key
        lease remove: 7 same
        lease remove, compile errors: 1 incomplete key
        order get: 6 same
        order get, compile errors: 1 incomplete key
        order delete: 6 same
        order delete, compile errors: 1 incomplete key
        order remove: 6 same
        order remove, compile errors: 1 incomplete key
        session get: 6 same
        session get, compile errors: 1 incomplete key
        session delete: 6 same
        session delete, compile errors: 1 incomplete key
        session remove: 6 same
        session remove, compile errors: 1 incomplete key
        setting get: 7 same
        setting get, compile errors: 1 incomplete key
        setting delete: 7 same
        setting delete, compile errors: 1 incomplete key
        setting remove: 7 same
        setting remove, compile errors: 1 incomplete key
        ",
    );
}

#[tokio::test]
async fn items_are_changed_alike() {
    let mut report = Report::default();
    for_each_model!(replay(&CHANGES, &mut report));
    report.assert(
        "
        comment update: 13 same
        comment update, compile errors: 1 incomplete key, 2 change of a fixed attribute, 1 unknown attribute
        comment patch: 13 same
        comment patch, compile errors: 1 incomplete key, 2 change of a fixed attribute, 1 unknown attribute
        lease update: 27 same, 8 refused by both
        lease update, compile errors: 1 incomplete key, 1 wrong type, 2 change of a fixed attribute
        lease patch: 27 same, 8 refused by both
        lease patch, compile errors: 1 incomplete key, 1 wrong type, 2 change of a fixed attribute
        order update: 9 same, 3 refused by both
        order update, compile errors: 1 incomplete key, 1 change of a fixed attribute
        order patch: 9 same, 3 refused by both
        order patch, compile errors: 1 incomplete key, 1 change of a fixed attribute
        session update: 12 same
        session update, compile errors: 1 incomplete key, 1 change of a fixed attribute
        session patch: 12 same
        session patch, compile errors: 1 incomplete key, 1 change of a fixed attribute
        setting update: 14 same
        setting update, compile errors: 1 incomplete key, 2 change of a fixed attribute
        setting patch: 14 same
        setting patch, compile errors: 1 incomplete key, 2 change of a fixed attribute
        ",
    );
}

/// The seed of the queries, of which `queries` only compares what is read.
#[tokio::test]
async fn seeds_are_written_alike() {
    async fn replay_seed<M: Model>(report: &mut Report) {
        for call in &of::<M>().seed {
            let outcome = match call.model {
                Some(_) => Ok(Outcome::Skipped("an item of another entity")),
                None => M::write("put", call.arg("item"))
                    .map_err(|forbidden| forbidden.to_string())
                    .and_then(|operation| same_put::<M>(call, &operation)),
            };
            report.add(format!("{} seed", M::NAME), &call.name, outcome);
        }
    }
    let mut report = Report::default();
    for_each_model!(replay_seed(&mut report));
    report.assert(
        "
        comment seed: 42 same, 9 skipped: an item of another entity
        lease seed: 33 same, 11 deviates: no dangling partition key, 9 skipped: an item of another entity
        order seed: 42 same, 9 skipped: an item of another entity
        session seed: 40 same, 9 skipped: an item of another entity
        setting seed: 42 same, 9 skipped: an item of another entity
        ",
    );
}

#[tokio::test]
async fn the_same_table_is_created() {
    async fn compare<M: Model>() {
        let table = TableDefinition::of::<M>()
            .and_then(|table| table.request(TABLE))
            .expect("one entity agrees with itself")
            .json();
        let theirs = unordered(&renamed(&of::<M>().table));
        assert_eq!(unordered(&table), theirs, "{}", M::NAME);
    }
    for_each_model!(compare());
}

/// A table's definition with its attributes sorted, which have no order.
fn unordered(table: &Json) -> Json {
    let mut table = table.clone();
    if let Some(attributes) = table["AttributeDefinitions"].as_array_mut() {
        attributes.sort_by_key(Json::to_string);
    }
    table
}

async fn replay<M: Model>(ops: &[&str], report: &mut Report) {
    let engines = both::<M>([]).await;
    for call in of::<M>().calls_of(ops) {
        report.add(format!("{} {}", M::NAME, call.op), &call.name, outcome::<M>(call, &engines).await);
    }
}

async fn outcome<M: Model>(call: &Call, engines: &(Theirs, Ours)) -> Result<Outcome, String> {
    if call.op == "get" {
        return read::<M>(call, engines).await;
    }
    let operation = match operation::<M>(call) {
        Ok(operation) => operation,
        Err(forbidden) => return does_not_compile(call, forbidden),
    };
    let Some(theirs) = &call.request else { return both_throw(call, operation.request) };
    let ours = operation.request.as_ref().map_err(ToString::to_string)?;
    same("a condition", ours.get("ConditionExpression").is_some(), theirs.get("ConditionExpression").is_some())?;
    let mut outcome = match theirs.get("Item") {
        Some(_) => same_put::<M>(call, &operation)?,
        None => same("the key", &ours["Key"], &theirs["Key"]).map(|()| Outcome::Same)?,
    };
    for before in states_before::<M>(call) {
        let state = || format!("over {}", before.map_or("nothing", |(name, _)| name));
        match same_effect::<M>(call, before.map(|(_, item)| item), engines).await {
            Ok(Outcome::Same) => {}
            Ok(deviation) => outcome = deviation,
            Err(difference) => return Err(format!("{}: {difference}", state())),
        }
    }
    Ok(outcome)
}

/// Our operation for a recorded write.
fn operation<M: Model>(call: &Call) -> Written<Operation<()>> {
    match call.op.as_str() {
        op @ ("put" | "create" | "upsert") => M::write(op, call.arg("item")),
        op @ ("delete" | "remove") => M::erase(op, call.arg("key")),
        op => M::change(op, call.arg("key"), call.arg("set")),
    }
}

/// What does not compile here is an error of ElectroDB's there, or something it leaves unsaid.
pub fn does_not_compile(call: &Call, forbidden: Forbidden) -> Result<Outcome, String> {
    match (forbidden.thrown(), &call.error) {
        (Some((code, words)), Some(thrown)) => {
            same("the error's code", code, thrown.code)?;
            same(format!("{words:?} in {:?}", thrown.message), thrown.message.contains(words), true)?;
        }
        (None, None) => {}
        (ours, theirs) => {
            return Err(format!("{forbidden}: {ours:?} in ours, {:?} in theirs", theirs.as_ref().map(|e| e.code)));
        }
    }
    Ok(Outcome::DoesNotCompile(forbidden))
}

/// Both refuse an index key that would be left incomplete, for lack of the same attributes.
fn both_throw(call: &Call, ours: dynaent::Result<Json>) -> Result<Outcome, String> {
    let thrown = call.error.as_ref().ok_or("no request and no error")?;
    let Err(Error::IncompleteIndex { missing, .. }) = ours else {
        return Err(format!("ElectroDB throws {}, ours is {ours:?}", thrown.message));
    };
    let missing = missing.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
    let words = format!("Incomplete composite attributes: Without the composite attributes {missing} the following");
    same("the error's code", thrown.code, 2002)?;
    same(format!("{words:?} in {:?}", thrown.message), thrown.message.contains(&words), true)?;
    Ok(Outcome::BothRefuse)
}

/// The item of a put, field by field.
fn same_put<M: Model>(call: &Call, operation: &Operation<()>) -> Result<Outcome, String> {
    let ours = operation.request.as_ref().map_err(ToString::to_string)?;
    let mut theirs = normal(&call.request()["Item"]);
    let deviation = deviate::<M>(call, None, &mut theirs);
    same("the item", normal(&ours["Item"]), theirs)?;
    Ok(deviation)
}

/// What a write may find under its key: nothing, or an item that ElectroDB put there in another call. Of those that have
/// the same fields, one.
fn states_before<M: Model>(call: &Call) -> Vec<Option<(&'static str, &'static Json)>> {
    let key = key_text::<M>(written_to(call));
    let puts = of::<M>().calls_of(&["put"]).filter(|put| put.request.is_some());
    let puts = puts.map(|put| (put.name.as_str(), &put.request()["Item"]));
    let mut seen = BTreeSet::new();
    let fields = |item: &Json| object(item).keys().cloned().collect::<Vec<_>>();
    let distinct = puts.filter(|(_, item)| key_text::<M>(item) == key && seen.insert(fields(item)));
    let states: Vec<_> = std::iter::once(None).chain(distinct.map(Some)).collect();
    assert!(states.len() > 1, "nothing is recorded under the key of {}", call.name);
    states
}

/// Where a request writes to.
fn written_to(call: &Call) -> &Json {
    let request = call.request();
    request.get("Item").unwrap_or(&request["Key"])
}

/// The whole table after the write: ElectroDB's request on one engine, ours on another.
async fn same_effect<M: Model>(
    call: &Call,
    before: Option<&Json>,
    (theirs, ours): &(Theirs, Ours),
) -> Result<Outcome, String> {
    // Two more items that the write must leave alone: one of ours, one of another entity.
    let seed = &of::<M>().seed;
    let bystanders = [&seed[0].request()["Item"], &seed[seed.len() - 1].request()["Item"]];
    hold::<M>(theirs, ours, bystanders.into_iter().chain(before)).await;

    let accepted = match theirs.call(call) {
        Ok(_) => true,
        Err(DynoxideError::ConditionalCheckFailedException(..)) => false,
        Err(error) => return Err(format!("the engine refuses ElectroDB's request: {error}")),
    };
    let operation = operation::<M>(call).expect("it compiled before");
    match operation.send(&ours.table).await {
        Ok(()) if accepted => {}
        Err(Error::AlreadyExists { .. }) if !accepted && call.op == "create" => {}
        Err(Error::NotFound { operation, .. }) if !accepted && call.op == operation => {}
        ours => {
            return Err(format!(
                "ElectroDB's request is {}, ours: {ours:?}",
                if accepted { "done" } else { "refused" }
            ));
        }
    }

    let mut expected = theirs.items::<M>();
    let stored = expected.get_mut(&key_text::<M>(written_to(call)));
    let deviation = match stored {
        Some(stored) if accepted => deviate::<M>(call, before, stored),
        _ => Outcome::Same,
    };
    same("the table", ours.items::<M>().await, expected)?;
    Ok(deviation)
}

/// Makes of what ElectroDB stores what we store, where that is documented to differ.
fn deviate<M: Model>(call: &Call, before: Option<&Json>, stored: &mut Json) -> Outcome {
    let original = stored.clone();
    // A put or a create leaves nothing of what was there.
    let before = before.filter(|_| call.op == "upsert").map(normal);
    let stored = stored.as_object_mut().expect("an item");
    let mut as_before = |field: &str| match before.as_ref().and_then(|item| item.get(field)) {
        Some(value) => stored.insert(field.to_owned(), value.clone()),
        None => stored.remove(field),
    };
    let mut outcome = Outcome::Same;
    for index in M::SCHEMA.indexes.iter().filter(|index| call.dangling.iter().any(|field| field == index.pk.field)) {
        as_before(index.pk.field);
        outcome = Outcome::Deviates("no dangling partition key");
    }
    if before.is_some() {
        let given = call.arg("item");
        for attribute in M::SCHEMA.attributes.iter().filter(|a| a.default && !given.contains_key(a.name)) {
            as_before(attribute.field);
        }
        if outcome == Outcome::Same && Json::Object(stored.clone()) != original {
            outcome = Outcome::Deviates("defaults do not overwrite");
        }
    }
    outcome
}

/// A read: the same key, and the item under it, whoever stored it.
async fn read<M: Model>(call: &Call, (theirs, ours): &(Theirs, Ours)) -> Result<Outcome, String> {
    let operation = match M::read(call.arg("key")) {
        Ok(operation) => operation,
        Err(forbidden) => return does_not_compile(call, forbidden),
    };
    let request = operation.request.map_err(|error| error.to_string())?;
    same("the key", &request["Key"], &call.request()["Key"])?;
    for before in states_before::<M>(call) {
        hold::<M>(theirs, ours, before.map(|(_, item)| item)).await;
        let answer = theirs.call(call).map_err(|error| error.to_string())?;
        let found = answer.get("Item").filter(|item| owned::<M>(item)).map(entity::<M>);
        let operation = M::read(call.arg("key")).expect("it compiled before");
        same("the entity", operation.send(&ours.table).await.map_err(|error| error.to_string())?, found)?;
    }
    Ok(Outcome::Same)
}
