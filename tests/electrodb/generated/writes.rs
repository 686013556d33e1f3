//! Writes: the same keys and items in the requests, and the same table after them.

use std::collections::BTreeMap;

use dynaent::{AttributeProblem, Error, KeyError, KeyProblem};
use dynoxide::DynoxideError;
use serde_json::{Value as Json, json};

use crate::{
    driver::{Driver, Requested},
    items::{normal, object},
    oracle::Problem,
    replay::{for_all, short},
    report::{Forbidden, Outcome, Written, same},
    theirs::{Theirs, renamed},
    vectors::{Call, Model, Object, of},
};

#[test]
fn writes_have_the_same_effect() {
    for_all(
        |driver, report| {
            let (model, engines) = (of(driver.name), Engines::new(driver));
            for call in model.seed.iter().chain(&model.calls).filter(|call| !["get", "query"].contains(&&*call.op)) {
                report.add(&call.op, &short(driver, call), outcome(driver, call, &engines));
            }
        },
        include_str!("writes.txt"),
    );
}

#[test]
fn the_same_tables_are_created() {
    for_all(
        |driver, report| {
            let table = (driver.table)().map_err(|error| error.to_string());
            let theirs = unordered(&renamed(&of(driver.name).table));
            let outcome = table.and_then(|table| same("the table", unordered(&table), theirs));
            report.add("table", driver.name, outcome.map(|()| Outcome::Same));
        },
        include_str!("tables.txt"),
    );
}

/// A table's definition with what has no order sorted.
fn unordered(table: &Json) -> Json {
    let mut table = table.clone();
    for list in ["AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
        if let Some(members) = table[list].as_array_mut() {
            members.sort_by_key(Json::to_string);
        }
    }
    object(&table)
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect::<Object>()
        .into()
}

/// An engine for ElectroDB's requests, and one for ours.
struct Engines {
    theirs: Theirs,
    ours: Theirs,
    /// Items that the writes must leave alone, by their key: two of the model's own, one of another entity.
    bystanders: BTreeMap<String, Json>,
}

impl Engines {
    fn new(driver: &Driver) -> Self {
        let model = of(driver.name);
        let stored = |call: &Call| json!(model.stored(call, call.request.as_ref().expect("seeds are written")));
        let own = [&model.seed[0], &model.seed[model.seed.len() - 1]].map(stored);
        let items = own.into_iter().chain(model.neighbours.first().cloned());
        let bystanders: BTreeMap<_, _> = items.map(|item| (model.key_of(&item).to_string(), item)).collect();
        let engines =
            Self { theirs: Theirs::with_table(&model.table), ours: Theirs::with_table(&model.table), bystanders };
        for item in engines.bystanders.values() {
            engines.theirs.put(item);
            engines.ours.put(item);
        }
        engines
    }

    /// Makes a key hold what it held before.
    fn restore(&self, key: &Json) {
        for engine in [&self.theirs, &self.ours] {
            match self.bystanders.get(&key.to_string()) {
                Some(item) => engine.put(item),
                None => drop(engine.send("DeleteItem", &json!({ "Key": key })).expect("the item is deleted")),
            }
        }
    }
}

fn requested(driver: &Driver, call: &Call) -> Written<Requested> {
    match call.op.as_str() {
        op @ ("put" | "create" | "upsert") => (driver.write)(op, call.arg("item")),
        op @ ("delete" | "remove") => (driver.erase)(op, call.arg("key")),
        op => (driver.change)(op, call.arg("key"), call.arg("set")),
    }
}

fn outcome(driver: &Driver, call: &Call, engines: &Engines) -> Result<Outcome, String> {
    let model = of(driver.name);
    let ours = match requested(driver, call) {
        Ok(ours) => ours,
        Err(forbidden) => return does_not_compile(call, forbidden),
    };
    let values = match call.op.as_str() {
        "put" | "create" => model.with_defaults(call.given()),
        _ => call.given(),
    };
    let (theirs, ours) = match (model.recorded(call), ours) {
        (Some(theirs), Ok(ours)) => (theirs, ours),
        (None, Ok(ours)) => return taken_by_us(model, call, &values, &ours),
        (None, Err(error)) => return both_refuse(model, call, &values, &error),
        (Some(theirs), Err(error)) => return refused_by_us(model, call, &values, &theirs, &error, engines),
    };
    // What we would have refused is not in the keys that are written.
    let fields: Vec<_> = written_fields(&theirs);
    let indexes = model.indexes.iter().filter(|index| index.admits(&values));
    for (is_pk, side) in indexes.flat_map(|index| index.sides()).filter(|(_, side)| !side.field.is_empty()) {
        if fields.contains(&side.field) {
            same(format!("problems of {} in {values:?}", side.field), side.problems(is_pk, &values), Vec::new())?;
        }
    }
    same("a condition", ours.get("ConditionExpression").is_some(), theirs.get("ConditionExpression").is_some())?;
    if theirs.get("Key").is_some() {
        let (ours, theirs) = (model.key_of(&ours["Key"]), model.key_of(&theirs["Key"]));
        if ours != theirs {
            let folded = folded_key(model, &values, theirs);
            return same("the key", ours, folded).map(|()| Outcome::Deviates("a key attribute keeps its case"));
        }
    }
    let mut outcome = Outcome::Same;
    for before in states_before(model, &theirs, engines) {
        let deviation = same_effect(model, call, &values, &theirs, &ours, before.as_ref(), engines)
            .map_err(|difference| format!("over {}: {difference}", before.unwrap_or_default()))?;
        if deviation != Outcome::Same {
            outcome = deviation;
        }
    }
    Ok(outcome)
}

/// The primary key with the case that was given, where ElectroDB folds it unasked.
fn folded_key(model: &Model, values: &Object, mut key: Json) -> Json {
    for (_, side) in model.primary().sides().filter(|(_, side)| side.folded) {
        key[&side.field] = side.key(values).expect("the key is whole");
    }
    key
}

/// The fields that a request writes.
fn written_fields(request: &Json) -> Vec<String> {
    let names =
        request.get("ExpressionAttributeNames").map(|names| object(names).values().cloned().collect::<Vec<_>>());
    let names = names.unwrap_or_default().into_iter().filter_map(|name| name.as_str().map(str::to_owned));
    let of =
        |part: &str| request.get(part).map(|item| object(item).keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    names.chain(of("Item")).chain(of("Key")).collect()
}

/// What does not compile here is an error of ElectroDB's there.
fn does_not_compile(call: &Call, forbidden: Forbidden) -> Result<Outcome, String> {
    let thrown = call.error.as_ref().ok_or_else(|| format!("{forbidden}, but ElectroDB takes it"))?;
    let (code, words) =
        forbidden.thrown().ok_or_else(|| format!("{forbidden}, but ElectroDB says {}", thrown.message))?;
    same("the error's code", code, thrown.code)?;
    same(format!("{words:?} in {:?}", thrown.message), thrown.message.contains(words), true)?;
    Ok(Outcome::DoesNotCompile(forbidden))
}

/// Whether an error of ours is right: the outline shows each problem that it names. Gives the first.
fn justified(model: &Model, values: &Object, error: &Error) -> Result<Problem, String> {
    let errors: Vec<&KeyError> = match error {
        Error::Key(error) => vec![error],
        Error::Attributes { failed, .. } => {
            let of_keys = failed.iter().filter_map(|failed| match &failed.problem {
                AttributeProblem::Key(error) => Some(&**error),
                _ => None,
            });
            let errors: Vec<_> = of_keys.collect();
            same(format!("{error}, all of keys"), errors.len(), failed.len())?;
            errors
        }
        _ => return Err(format!("ours is {error}")),
    };
    let problems: Vec<Problem> =
        errors.into_iter().map(|error| justified_key(model, values, error)).collect::<Result<_, _>>()?;
    problems.into_iter().next().ok_or_else(|| format!("ours is {error}"))
}

fn justified_key(model: &Model, values: &Object, error: &KeyError) -> Result<Problem, String> {
    let problem = match &error.problem {
        KeyProblem::Empty => Problem::Empty,
        KeyProblem::Ambiguous { .. } => Problem::Ambiguous,
        KeyProblem::TooLong { .. } => Problem::TooLong,
        KeyProblem::NotANumber { .. } => Problem::NotANumber,
        KeyProblem::Width { .. } => Problem::Width,
        other => return Err(format!("ours is {other}")),
    };
    let problems = model.problems(values);
    same(format!("{error} in {problems:?}"), problems.contains(&(problem, error.attribute)), true)?;
    Ok(problem)
}

/// Both refuse: for a composite that is missing, or for a value that cannot be in a key.
fn both_refuse(model: &Model, call: &Call, values: &Object, error: &Error) -> Result<Outcome, String> {
    let thrown = call.error.as_ref().ok_or("neither a request nor an error")?;
    match error {
        Error::IncompleteIndex { index, missing, .. } if thrown.code == 2012 => {
            // ElectroDB looks at the indexes with conditions first: ours may be about another one.
            let index = model.index(index);
            let needs = |name: &str| {
                let asked = index.condition.as_ref().is_some_and(|condition| condition.attribute == name);
                asked || index.sides().any(|(_, side)| side.names().contains(&name))
            };
            let lacks = |name: &&str| needs(name) && !values.contains_key(*name);
            same(format!("{missing:?} of {}", index.pattern), missing.iter().all(lacks), true)?;
            Ok(Outcome::BothRefuse)
        }
        Error::IncompleteIndex { missing, .. } => {
            same(format!("the code of {}", thrown.message), thrown.code, 2002)?;
            let asked = |name: &str| {
                let mut conditions = model.indexes.iter().filter_map(|index| index.condition.as_ref());
                conditions.any(|condition| condition.attribute == name)
            };
            for name in missing.iter().filter(|name| !asked(name)) {
                let words = format!("\"{name}\"");
                same(format!("{words} in {:?}", thrown.message), thrown.message.contains(&words), true)?;
            }
            Ok(Outcome::BothRefuse)
        }
        error => justified(model, values, error)
            .map(|_| Outcome::BothRefuse)
            .map_err(|difference| format!("ElectroDB says {}: {difference}", thrown.message)),
    }
}

/// We refuse what ElectroDB takes: an ambiguous or an empty value, or what DynamoDB refuses then.
fn refused_by_us(
    model: &Model,
    call: &Call,
    values: &Object,
    theirs: &Json,
    error: &Error,
    engines: &Engines,
) -> Result<Outcome, String> {
    if let (Error::IncompleteIndex { index, missing, .. }, "upsert") = (error, call.op.as_str()) {
        let has_default = |name: &&str| model.attributes[*name].default.is_some() && !values.contains_key(*name);
        // ElectroDB takes what is not given for absent, where a stored value may decide.
        let condition = model.index(index).condition.as_ref().map(|condition| condition.attribute.as_str());
        if condition.is_some_and(|asked| values.contains_key(asked) || missing.contains(&asked))
            && !missing.iter().any(has_default)
        {
            return Ok(Outcome::Deviates("a condition is asked with all of its attributes"));
        }
        same(format!("a default of one of {missing:?}"), missing.iter().any(has_default), true)?;
        return Ok(Outcome::Deviates("an upsert asks for a composite that has a default"));
    }
    if let (Error::IncompleteIndex { index, missing, .. }, "update" | "patch") = (error, call.op.as_str()) {
        // ElectroDB leaves the keys as they are, or takes the condition's attribute for absent.
        let condition = model.index(index).condition.as_ref().ok_or_else(|| format!("ours is {error}"))?;
        let about = |name: &str| missing.contains(&name) || call.arg("set").contains_key(name);
        same("it is about what the condition asks", about(&condition.attribute), true)?;
        return Ok(Outcome::Deviates("a condition is asked with all of its attributes"));
    }
    let target = model.key_of(theirs.get("Item").unwrap_or(&theirs["Key"]));
    let refused = match engines.theirs.send(call.target(), theirs) {
        Ok(_) | Err(DynoxideError::ConditionalCheckFailedException(..)) => false,
        Err(_) => true,
    };
    if !refused && target != json!({}) {
        engines.restore(&target);
    }
    match justified(model, values, error)? {
        _ if refused => Ok(Outcome::BothRefuse),
        Problem::Ambiguous => Ok(Outcome::Deviates("an ambiguous value is refused")),
        Problem::Empty => Ok(Outcome::Deviates("an empty text is refused")),
        Problem::NotANumber => Ok(Outcome::Deviates("a text that is no number is refused")),
        Problem::Width => Ok(Outcome::Deviates("a value wider than its padding is refused")),
        Problem::TooLong => Err("a key is too long, and the engine takes it".to_owned()),
    }
}

/// We take what ElectroDB refuses: an item with some composites of an index, but not with all of its partition key. It
/// is not in the index.
fn taken_by_us(model: &Model, call: &Call, values: &Object, ours: &Json) -> Result<Outcome, String> {
    let thrown = call.error.as_ref().ok_or("neither a request nor an error")?;
    let names: Vec<_> = thrown.message.split(['"', ' ', '.', ',']).collect();
    let named = |index: &&crate::vectors::Index| {
        names.contains(&&*index.pattern) || index.name.as_deref().is_some_and(|name| names.contains(&name))
    };
    let index = model.indexes.iter().find(named);
    let whole = ["put", "create", "upsert"].contains(&call.op.as_str());
    if let Some(index) = index.filter(|_| whole && [2002, 2012].contains(&thrown.code)) {
        let lacks = |side: &crate::vectors::Side| side.names().iter().any(|name| !values.contains_key(*name));
        same("the partition key is not whole", lacks(&index.pk), true)?;
        same("its field is not written", written_fields(ours).contains(&index.pk.field), false)?;
        return Ok(Outcome::Deviates("an item without a whole partition key is not in the index"));
    }
    Err(format!("ElectroDB says {}, ours is {ours}", thrown.message))
}

/// What a write may find under its key: nothing, or an item that ElectroDB put there in another call, if the engine took
/// it.
fn states_before(model: &Model, theirs: &Json, engines: &Engines) -> Vec<Option<Json>> {
    let target = model.key_of(theirs.get("Item").unwrap_or(&theirs["Key"]));
    let puts = model.seed.iter().chain(&model.calls).filter(|call| call.op == "put");
    let puts = puts.filter_map(|call| Some(json!(model.stored(call, call.request.as_ref()?))));
    let found = puts.filter(|item| model.key_of(item) == target).take(2);
    let found = found.filter(|item| engines.theirs.send("PutItem", &json!({ "Item": item })).is_ok());
    std::iter::once(None).chain(found.map(Some)).collect()
}

/// The whole table after the write: ElectroDB's request on one engine, ours on another.
fn same_effect(
    model: &Model,
    call: &Call,
    values: &Object,
    theirs: &Json,
    ours: &Json,
    before: Option<&Json>,
    engines: &Engines,
) -> Result<Outcome, String> {
    let target = model.key_of(theirs.get("Item").unwrap_or(&theirs["Key"]));
    let run = |engine: &Theirs, request: &Json| {
        match before {
            Some(item) => engine.put(item),
            None => drop(engine.send("DeleteItem", &json!({ "Key": target })).map_err(|error| error.to_string())?),
        }
        match engine.send(call.target(), request) {
            Ok(_) => Ok(true),
            Err(DynoxideError::ConditionalCheckFailedException(..)) => Ok(false),
            Err(error) => Err(error.to_string()),
        }
    };
    let (theirs_is, ours_is) = (run(&engines.theirs, theirs), run(&engines.ours, ours));
    let (theirs_is, ours_is) = match (theirs_is, ours_is) {
        (Ok(theirs), Ok(ours)) => (theirs, ours),
        (Err(_), Err(_)) => return Ok(Outcome::BothRefuse),
        (theirs, ours) => return Err(format!("the engine says {theirs:?} to ElectroDB, {ours:?} to us: {theirs:?}")),
    };
    same("whether it is done", ours_is, theirs_is)?;

    let table = |engine: &Theirs| -> BTreeMap<String, Json> {
        engine.scan().into_iter().map(|item| (model.key_of(&item).to_string(), normal(&item))).collect()
    };
    let (mut expected, found) = (table(&engines.theirs), table(&engines.ours));
    let mut deviations = Vec::new();
    let stored = expected.remove(&target.to_string());
    if let Some(mut stored) = stored {
        if theirs_is {
            deviations = deviate(model, call, values, before, stored.as_object_mut().expect("an item"));
        }
        expected.insert(model.key_of(&stored).to_string(), normal(&stored));
    }
    let result = same("the table", &found, &expected).map_err(|_| difference(&found, &expected));
    for key in found.keys().chain(expected.keys()).filter(|key| !engines.bystanders.contains_key(*key)) {
        engines.restore(&serde_json::from_str(key).expect("a key is JSON"));
    }
    engines.restore(&target);
    result?;
    deviations.sort_unstable();
    Ok(deviations.first().map_or(Outcome::Same, |how| Outcome::Deviates(how)))
}

/// Only the items that differ, and of those the fields that differ.
fn difference(ours: &BTreeMap<String, Json>, theirs: &BTreeMap<String, Json>) -> String {
    let keys = ours.keys().chain(theirs.keys()).filter(|key| ours.get(*key) != theirs.get(*key));
    let empty = json!({});
    let lines = keys.flat_map(|key| {
        let (ours, theirs) = (ours.get(key).unwrap_or(&empty), theirs.get(key).unwrap_or(&empty));
        let fields =
            object(ours).keys().chain(object(theirs).keys()).filter(|field| ours.get(*field) != theirs.get(*field));
        let mut lines: Vec<_> =
            fields.map(|f| format!("{key} {f}: ours {:?}, expected {:?}", ours.get(f), theirs.get(f))).collect();
        lines.dedup();
        lines
    });
    lines.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("\n    ")
}

/// Makes of what ElectroDB stores what we store, where that is documented to differ. Says what was changed.
fn deviate(
    model: &Model,
    call: &Call,
    values: &Object,
    before: Option<&Json>,
    stored: &mut Object,
) -> Vec<&'static str> {
    let mut how = Vec::new();
    let whole = ["put", "create", "upsert"].contains(&call.op.as_str());
    let is_update = ["update", "patch"].contains(&call.op.as_str());
    let set = call.args["set"].as_object();
    // A put or a create leaves nothing of what was there.
    let old = before.filter(|_| !["put", "create"].contains(&call.op.as_str())).map(normal);
    let old = |field: &str| old.as_ref().and_then(|item| item.get(field)).cloned();
    let mut change = |stored: &mut Object, field: &str, value: Option<Json>, why: &'static str| {
        let value = value.map(|value| normal(&json!({ "v": value }))["v"].clone());
        if stored.get(field).map(|old| normal(&json!({ "v": old }))["v"].clone()) != value {
            match value {
                Some(value) => stored.insert(field.to_owned(), value),
                None => stored.remove(field),
            };
            how.push(why);
        }
    };
    let fields = call.request.as_ref().map(|request| &request.more).expect("a request");
    if call.op == "upsert" && before.is_some() {
        for attribute in model.attributes.iter().filter(|(name, a)| a.default.is_some() && !values.contains_key(*name))
        {
            change(stored, &attribute.1.field, old(&attribute.1.field), "an upsert does not overwrite with defaults");
        }
    }
    for index in model.indexes.iter().filter(|index| !index.multi) {
        let is_secondary = index.name.is_some();
        let none = |side: &crate::vectors::Side| {
            !side.parts.is_empty() && side.parts.iter().all(|part| !values.contains_key(&part.attribute))
        };
        if is_secondary && whole && none(&index.pk) && fields.contains_key(&index.pk.field) {
            change(stored, &index.pk.field, old(&index.pk.field), "no dangling partition key");
        }
        if let Some(sk) = index.sk.as_ref().filter(|sk| is_secondary && call.op == "upsert" && none(sk))
            && fields.contains_key(&sk.field)
            && old(&sk.field).is_some()
        {
            change(stored, &sk.field, old(&sk.field), "an upsert keeps a sort key that it is not given");
        }
        let is_static = index.sides().all(|(_, side)| side.parts.is_empty()) && index.condition.is_none();
        if is_secondary && is_static && whole {
            for (_, side) in index.sides() {
                change(stored, &side.field, side.key(values), "an index without composites is written");
            }
        }
        for (_, side) in index.sides().filter(|(_, side)| side.is_attribute) {
            let given =
                if is_update { set.is_some_and(|set| set.contains_key(&side.parts[0].attribute)) } else { true };
            if let Some(key) = side.key(values).filter(|_| given || !is_secondary) {
                let why =
                    if side.folded { "a key attribute keeps its case" } else { "a changed key attribute is cased" };
                change(stored, &side.field, Some(key), why);
            }
        }
        if let Some(set) = set.filter(|_| is_secondary && is_update && index.condition.is_none()) {
            let touched = |side: &crate::vectors::Side| side.parts.iter().any(|part| set.contains_key(&part.attribute));
            for (_, side) in index.sides().filter(|(_, side)| side.number && touched(side)) {
                change(stored, &side.field, side.key(values), "the number 0 is written to an index");
            }
            let (pk, sk) = (&index.pk, index.sk.as_ref());
            if let Some(sk) = sk.filter(|sk| sk.parts.is_empty() && touched(pk)) {
                change(stored, &sk.field, sk.key(values), "a static sort key survives an update");
            }
            if sk.is_some_and(touched) && pk.parts.is_empty() {
                change(stored, &pk.field, pk.key(values), "a partition key without composites is written by an update");
            }
        }
    }
    how
}
