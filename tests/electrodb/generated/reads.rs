//! Reads: the items that are found by key and by query, and the cursors of pages.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::{Error, KeyProblem, LocalEngine, Table};
use serde_json::{Value as Json, json};

use crate::{
    driver::{Driver, Goal},
    items::{from_json, members, normal, object},
    oracle::{Problem, text},
    replay::{Outcomes, for_all, short, wait},
    report::{Forbidden, Outcome, Written, same},
    theirs::{TABLE, Theirs},
    vectors::{Ask, Call, Index, Model, Object, Paging, RecordedCursor, of},
};

#[test]
fn items_are_found_by_key() {
    for_all(
        |driver, report| {
            let (model, held) = (of(driver.name), Held::empty(driver));
            wait(async {
                for call in model.calls.iter().filter(|call| call.op == "get") {
                    report.add("get", &short(driver, call), get(driver, call, &held).await);
                }
            });
        },
        include_str!("gets.txt"),
    );
}

#[test]
fn queries_find_the_same() {
    for_all(
        |driver, report| {
            wait(async {
                let (model, held) = (of(driver.name), Held::seeded(driver).await);
                for call in model.calls.iter().filter(|call| call.op == "query") {
                    let op = call.args["op"].as_str().unwrap_or("is");
                    let outcome = query(driver, call, &held).await;
                    if let Ok((_, found)) = &outcome {
                        report.count("queries that find something", usize::from(*found > 0));
                        report.count("items found", *found);
                    }
                    report.add(op, &short(driver, call), outcome.map(|(outcome, _)| outcome));
                }
            });
        },
        include_str!("queries.txt"),
    );
}

#[test]
fn cursors_are_exchanged() {
    for_all(
        |driver, report| {
            wait(async {
                let (model, held) = (of(driver.name), Held::seeded(driver).await);
                for cursor in &model.cursors {
                    let name =
                        format!("{} ({}) {} {}", driver.name, model.about, cursor.index, cursor.last_evaluated_key);
                    report.add("cursor", &name, recorded(driver, cursor));
                }
                let queries = model.calls.iter().filter(|call| call.op == "query" && call.args.get("op").is_none());
                for call in queries {
                    pages(driver, call, &held, report).await;
                }
            });
        },
        include_str!("cursors.txt"),
    );
}

/// A table of ours and an engine for ElectroDB's requests, with the same items.
struct Held {
    ours: Table,
    theirs: Theirs,
}

impl Held {
    fn empty(driver: &Driver) -> Self {
        let model = of(driver.name);
        let engine = LocalEngine::memory().expect("an engine");
        let ours = Table::new(engine.client(), TABLE);
        Self { ours, theirs: Theirs::with_table(&model.table) }
    }

    async fn seeded(driver: &Driver) -> Self {
        let held = Self::empty(driver);
        held.create(driver).await;
        let model = of(driver.name);
        for item in seed(model).iter().map(|(_, item)| item).chain(&model.neighbours) {
            held.put(item).await;
        }
        held
    }

    /// Makes our table as the recorded one: that ours is the same is another test.
    async fn create(&self, driver: &Driver) {
        (driver.create)(self.ours.clone()).await.expect("a table");
    }

    async fn put(&self, item: &Json) {
        self.theirs.put(item);
        let put = self.ours.client().put_item().table_name(TABLE).set_item(Some(from_json(item)));
        put.send().await.expect("the item is stored");
    }

    async fn delete(&self, key: &Json) {
        self.theirs.send("DeleteItem", &json!({ "Key": key })).expect("the item is deleted");
        let delete = self.ours.client().delete_item().table_name(TABLE).set_key(Some(from_json(key)));
        delete.send().await.expect("the item is deleted");
    }
}

/// The model's items: what was given, and what ElectroDB stores.
fn seed(model: &Model) -> Vec<(Object, Json)> {
    let of = |call: &Call| {
        let stored = model.stored(call, call.request.as_ref().expect("seeds are written"));
        let mut values = model.with_defaults(call.given());
        // Where ElectroDB folds the case of an attribute unasked, nothing else is there to be found.
        for (_, side) in model.indexes.iter().flat_map(Index::sides).filter(|(_, side)| side.folded) {
            if let Some(text) = stored.get(&side.field).and_then(|value| value["S"].as_str()) {
                values.insert(side.parts[0].attribute.clone(), json!(text));
            }
        }
        (values, stored.into())
    };
    model.seed.iter().map(of).collect()
}

/// A get: the same key, and the item under it.
async fn get(driver: &Driver, call: &Call, held: &Held) -> Result<Outcome, String> {
    let model = of(driver.name);
    let key = call.arg("key");
    let requested = (driver.get)(key, &Goal::Request).map_err(|forbidden| forbidden.to_string())?.requested();
    let (theirs, ours) = match (model.recorded(call), requested) {
        (Some(theirs), Ok(ours)) => (theirs, ours),
        (None, Err(error)) => {
            return refusal(model.primary(), key, &error).map(|_| Outcome::BothRefuse);
        }
        (Some(_), Err(error)) => return refusal(model.primary(), key, &error),
        (None, Ok(_)) => return Err(format!("ElectroDB says {:?}", call.error.as_ref().map(|error| &error.message))),
    };
    same(
        "problems of the key",
        model.primary().sides().flat_map(|(pk, side)| side.problems(pk, key)).collect(),
        vec![],
    )?;
    let (found, mut expected) = (model.key_of(&ours["Key"]), model.key_of(&theirs["Key"]));
    for (_, side) in model.primary().sides().filter(|(_, side)| side.folded) {
        expected[&side.field] = side.key(key).expect("the key is whole");
    }
    same("the key", &found, &normal(&expected))?;

    held.create(driver).await;
    let puts = model.seed.iter().chain(&model.calls).filter(|call| call.op == "put");
    let puts = puts.filter_map(|put| Some(json!(model.stored(put, put.request.as_ref()?))));
    for before in [None].into_iter().chain(puts.filter(|item| model.key_of(item) == found).take(2).map(Some)) {
        if before.as_ref().is_some_and(|item| held.theirs.send("PutItem", &json!({ "Item": item })).is_err()) {
            continue;
        }
        held.delete(&ours["Key"]).await;
        if let Some(item) = &before {
            held.put(item).await;
        }
        let reading = (driver.get)(key, &Goal::Send(&held.ours)).map_err(|forbidden| forbidden.to_string())?;
        let (items, _) = reading.read().await.map_err(|error| error.to_string())?;
        let items: Vec<_> = items.iter().map(|item| model.canonical(item)).collect();
        same("the entity", items, before.iter().map(|item| model.entity(item)).collect())?;
    }
    let folded = found != model.key_of(&theirs["Key"]);
    Ok(if folded { Outcome::Deviates("a key attribute keeps its case") } else { Outcome::Same })
}

/// What our refusal of a key is, if the outline shows the problem that it names.
fn refusal(index: &Index, values: &Object, error: &Error) -> Result<Outcome, String> {
    let Error::Key(key) = error else { return Err(format!("ours is {error}")) };
    let (problem, how) = match &key.problem {
        KeyProblem::Empty => (Problem::Empty, "an empty text is refused"),
        KeyProblem::Ambiguous { .. } => (Problem::Ambiguous, "an ambiguous value is refused"),
        KeyProblem::TooLong { .. } => (Problem::TooLong, "a key that is too long is refused"),
        KeyProblem::NotANumber { .. } => (Problem::NotANumber, "a text that is no number is refused"),
        KeyProblem::Width { .. } => (Problem::Width, "a value wider than its padding is refused"),
        other => return Err(format!("ours is {other}")),
    };
    let problems: Vec<_> = index.sides().flat_map(|(is_pk, side)| side.problems(is_pk, values)).collect();
    same(format!("{error} in {problems:?}"), problems.contains(&(problem, key.attribute)), true)?;
    Ok(Outcome::Deviates(how))
}

/// What a recorded query asks of the sort key's composites.
fn asks_of(index: &Index, call: &Call) -> Vec<Ask> {
    let facets = object(&call.args["facets"]);
    let names = index.sk.as_ref().map(|sk| sk.names()).unwrap_or_default();
    let mut asks: Vec<_> = names.iter().map_while(|name| facets.get(*name)).cloned().map(Ask::Is).collect();
    if let Some(op) = call.args["op"].as_str() {
        let name = names[asks.len()];
        let bound = |at: usize| call.args["bounds"][at][name].clone();
        asks.push(match op {
            "begins" => Ask::BeginsWith(bound(0)),
            "gt" => Ask::Gt(bound(0)),
            "gte" => Ask::Gte(bound(0)),
            "lt" => Ask::Lt(bound(0)),
            "lte" => Ask::Lte(bound(0)),
            "between" => Ask::Between(bound(0), bound(1)),
            other => panic!("there is no operator {other}"),
        });
    }
    asks
}

fn ask(driver: &Driver, call: &Call, paging: &Paging, goal: &Goal<'_>) -> Written<crate::driver::Answer> {
    let pattern = call.args["index"].as_str().expect("an index");
    let index = of(driver.name).index(pattern);
    (driver.ask)(pattern, object(&call.args["facets"]), &asks_of(index, call), paging, goal)
}

/// What became of a query, and how many items it found.
async fn query(driver: &Driver, call: &Call, held: &Held) -> Result<(Outcome, usize), String> {
    let model = of(driver.name);
    let index = model.index(call.args["index"].as_str().expect("an index"));
    let facets = object(&call.args["facets"]);
    let asks = asks_of(index, call);
    let requested = match ask(driver, call, &Paging::default(), &Goal::Request) {
        Ok(answer) => answer.requested(),
        Err(forbidden @ (Forbidden::WrongType | Forbidden::IncompleteKey | Forbidden::RangeOfNumbers)) => {
            return Err(format!("does not compile: {forbidden}"));
        }
        Err(forbidden) => return Err(forbidden.to_string()),
    };
    let theirs = model.recorded(call).ok_or_else(|| "ElectroDB throws".to_owned());
    let request = match requested {
        Ok(request) => request,
        Err(Error::EmptyRange { .. }) => {
            let sk = index.sk.as_ref().ok_or("a range without a sort key")?;
            let Some(Ask::Between(from, to)) = asks.last() else { return Err("no range to be empty".to_owned()) };
            same("the range is empty", sk.is_empty(asks.len() - 1, from, to), true)?;
            let answer = held.theirs.query(&theirs?);
            // Where more follows in the key, the engine compares other texts.
            return match answer {
                Err(_) => Ok((Outcome::BothRefuse, 0)),
                Ok(items) => same("the items of an empty range", items, vec![]).map(|()| (Outcome::BothRefuse, 0)),
            };
        }
        Err(error) => {
            let mut values = facets.clone();
            values.extend(
                call.args["bounds"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .flat_map(object)
                    .map(|(k, v)| (k.clone(), v.clone())),
            );
            return refusal(index, &values, &error).map(|outcome| (outcome, 0));
        }
    };

    // What is asked for, by a filter over what was put, and of that what is in the index.
    let fields: Vec<_> = match index.multi {
        true => {
            index.sides().flat_map(|(_, side)| side.names()).map(|name| model.attributes[name].field.as_str()).collect()
        }
        false => index.sides().map(|(_, side)| side.field.as_str()).collect(),
    };
    let seed = seed(model);
    let indexed = |item: &Json| fields.iter().all(|field| item.get(*field).is_some());
    let selected = |asks: &[Ask]| -> Vec<Json> {
        let mut items: Vec<_> = seed
            .iter()
            .filter(|(values, item)| indexed(item) && index.selects(facets, asks, values))
            .map(|(_, item)| model.entity(item))
            .collect();
        items.sort_by_key(Json::to_string);
        items
    };
    let expected = selected(&asks);

    // What we read: only items of the entity, if its name is at the beginning of the keys.
    let read = held.theirs.query(&request).map_err(|error| format!("the engine refuses ours: {error}"))?;
    let named = index.sk.as_ref().map_or(&index.pk.prefix, |sk| &sk.prefix).contains(&model.entity);
    if named && !index.clustered {
        let foreign: Vec<_> = read.into_iter().filter(|item| !model.owns(item)).collect();
        same("items of other entities that are read", foreign, vec![])?;
    }

    // What we return, in the order of the keys.
    let answer = ask(driver, call, &Paging::default(), &Goal::Send(&held.ours)).map_err(|f| f.to_string())?;
    let (found, cursor) = answer.read().await.map_err(|error| error.to_string())?;
    same("a further page", cursor, None)?;
    let found: Vec<_> = found.iter().map(|item| model.canonical(item)).collect();
    in_order(model, index, &seed, &found)?;
    let mut sorted = found.clone();
    sorted.sort_by_key(Json::to_string);
    same("the items, by the filter", &sorted, &expected)?;

    // What ElectroDB returns: what it reads and owns.
    let returned = match held.theirs.query(&theirs?) {
        Ok(items) => items,
        Err(error) => {
            same(format!("items although ElectroDB's request is refused: {error}"), sorted, vec![])?;
            return Ok((Outcome::BothRefuse, 0));
        }
    };
    let mut returned: Vec<_> = returned.iter().filter(|item| model.owns(item)).map(|item| model.entity(item)).collect();
    returned.sort_by_key(Json::to_string);
    let within = |a: &[Json], b: &[Json]| a.iter().all(|item| b.contains(item));
    let outcome = if returned == expected {
        Outcome::Same
    } else if index.sides().any(|(_, side)| side.folded) {
        Outcome::Deviates("a key attribute keeps its case")
    } else {
        let sk = index.sk.as_ref().ok_or("ElectroDB returns others of the partition")?;
        match asks.last() {
            Some(Ask::BeginsWith(_))
                if index.clustered && asks.len() == sk.parts.len() && within(&returned, &expected) =>
            {
                Outcome::Deviates("the beginning of a clustered key's last composite")
            }
            // ElectroDB's beginning reaches into what follows the composite.
            Some(Ask::BeginsWith(beginning)) if within(&expected, &returned) => {
                let name = sk.names()[asks.len() - 1];
                let beginning = sk.cased(&text(beginning));
                let reaches = |item: &Json| {
                    let value = sk.cased(&text(&item[name]));
                    value.len() < beginning.len() && beginning.starts_with(&value)
                };
                let all = returned.iter().filter(|item| !expected.contains(item)).all(reaches);
                same("what else ElectroDB returns ends within the beginning", all, true)?;
                Outcome::Deviates("a beginning stays within its composite")
            }
            Some(Ask::Gt(_) | Ask::Gte(_) | Ask::Lt(_) | Ask::Lte(_) | Ask::Between(..)) => {
                let before = selected(&asks[..asks.len() - 1]);
                let inside: Vec<_> = returned.iter().filter(|item| before.contains(item)).cloned().collect();
                if inside == expected {
                    Outcome::Deviates("stays within its composites")
                } else if asks.len() < sk.parts.len() || !sk.postfix.is_empty() {
                    Outcome::Deviates("range of the composite")
                } else {
                    return Err(format!("ElectroDB returns {returned:?}, expected {expected:?}"));
                }
            }
            _ => return Err(format!("ElectroDB returns\n  {returned:?}, expected\n  {expected:?}")),
        }
    };
    Ok((outcome, found.len()))
}

/// Whether the items come in the order of the index's sort key.
fn in_order(model: &Model, index: &Index, seed: &[(Object, Json)], found: &[Json]) -> Result<(), String> {
    let Some(sk) = index.sk.as_ref().filter(|_| !index.multi) else { return Ok(()) };
    let key = |entity: &Json| {
        let item = seed.iter().find(|(_, item)| model.entity(item) == *entity).map(|(_, item)| &item[&sk.field]);
        item.ok_or_else(|| format!("no item of the seed is {entity}"))
    };
    let keys = found.iter().map(key).collect::<Result<Vec<_>, _>>()?;
    let number = |key: &Json| key["N"].as_str().and_then(|text| text.parse::<f64>().ok());
    let sorted = keys.is_sorted_by(|a, b| match (number(a), number(b)) {
        (Some(a), Some(b)) => a <= b,
        _ => a["S"].as_str() <= b["S"].as_str(),
    });
    same(format!("the order of {keys:?}"), sorted, true)
}

/// ElectroDB's cursor of a key: what `recorded` checks against the recording.
fn electrodb_cursor(key: &Json) -> String {
    let plain = |value: &Json| match value["N"].as_str() {
        Some(number) => serde_json::from_str(number).expect("a number"),
        None => value["S"].clone(),
    };
    let fields: Object = object(key).iter().map(|(field, value)| (field.clone(), plain(value))).collect();
    URL_SAFE_NO_PAD.encode(Json::Object(fields).to_string())
}

/// The key that ElectroDB makes of a cursor.
fn electrodb_key(cursor: &str) -> Result<Json, String> {
    let text = URL_SAFE_NO_PAD.decode(cursor).map_err(|error| error.to_string())?;
    let fields: Object = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
    let value = |value: Json| match value {
        Json::Number(number) => json!({ "N": number.to_string() }),
        text => json!({ "S": text }),
    };
    Ok(fields.into_iter().map(|(field, v)| (field, value(v))).collect::<Object>().into())
}

/// A recorded cursor: we start where ElectroDB starts.
fn recorded(driver: &Driver, cursor: &RecordedCursor) -> Result<Outcome, String> {
    let key = normal(&cursor.exclusive_start_key);
    same("what the test makes of ElectroDB's cursor", normal(&electrodb_key(&cursor.cursor)?), key.clone())?;
    let again = electrodb_key(&electrodb_cursor(&cursor.last_evaluated_key))?;
    same("what the test makes of the key", normal(&again), key.clone())?;
    let paging = Paging { after: Some(cursor.cursor.clone()), limit: None };
    let answer = (driver.ask)(&cursor.index, &cursor.facets, &[], &paging, &Goal::Request);
    let request = answer.map_err(|f| f.to_string())?.requested();
    match request {
        Ok(request) => same("the start key", normal(&request["ExclusiveStartKey"]), key).map(|()| Outcome::Same),
        Err(Error::Key(_)) => {
            let index = of(driver.name).index(&cursor.index);
            refusal(index, &cursor.facets, &request.expect_err("it is an error"))
        }
        Err(error) => {
            let index = of(driver.name).index(&cursor.index);
            same(format!("{error}, folded"), index.sides().any(|(_, side)| side.folded), true)?;
            Ok(Outcome::Deviates("a key attribute keeps its case"))
        }
    }
}

/// Reads a query in pages of two, by turns theirs and ours, each continuing the other's cursor.
async fn pages(driver: &Driver, call: &Call, held: &Held, report: &mut Outcomes) {
    let outcome = async {
        let model = of(driver.name);
        let index = model.index(call.args["index"].as_str().expect("an index"));
        let Some(request) = model.recorded(call) else { return Err("ElectroDB throws".to_owned()) };
        match ask(driver, call, &Paging::default(), &Goal::Request).map_err(|f| f.to_string())?.requested() {
            Ok(_) => {}
            Err(error) => return refusal(index, object(&call.args["facets"]), &error).map(|outcome| (outcome, 0)),
        }
        if index.sides().any(|(_, side)| side.folded) {
            return Ok((Outcome::Skipped("ElectroDB folds a key attribute"), 0));
        }
        let whole = held.theirs.query(&request).map_err(|error| error.to_string())?;
        let (mut found, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
        loop {
            if pages % 2 == 0 {
                let mut request = request.clone();
                request["Limit"] = json!(2);
                if let Some(cursor) = &cursor {
                    request["ExclusiveStartKey"] = electrodb_key(cursor)?;
                }
                let answer = held.theirs.send("Query", &request).map_err(|error| format!("theirs: {error}"))?;
                found.extend(members(&answer["Items"]).iter().filter(|i| model.owns(i)).map(|i| model.entity(i)));
                cursor = answer.get("LastEvaluatedKey").map(electrodb_cursor);
            } else {
                let paging = Paging { after: cursor, limit: Some(2) };
                let answer = ask(driver, call, &paging, &Goal::Send(&held.ours)).map_err(|f| f.to_string())?;
                let (items, next) = answer.read().await.map_err(|error| format!("ours: {error}"))?;
                found.extend(items.iter().map(|item| model.canonical(item)));
                cursor = next;
            }
            pages += 1;
            if cursor.is_none() || pages > 50 {
                break;
            }
        }
        let whole = whole.iter().filter(|item| model.owns(item)).map(|item| model.entity(item)).collect();
        same("all pages", found, whole)?;
        Ok((Outcome::Same, pages))
    };
    let outcome = outcome.await;
    report.count("pages", outcome.as_ref().map_or(0, |(_, pages)| *pages));
    report.add("paged", &short(driver, call), outcome.map(|(outcome, _)| outcome));
}
