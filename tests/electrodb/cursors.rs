//! Cursors: each side takes the other's, and continues what the other began.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::{Cursor, Error, IndexSchema, Page};
use serde_json::{Value as Json, json};

use crate::{
    engines::{Ours, Theirs, both, hold, seeded},
    items::object,
    models::{Model, Paging, Question, composites, for_each_model},
    operation::Operation,
    queries::question,
    report::{Outcome, Report, same},
    stored::{entity, key_text, owned},
    vectors::{Call, Decode, Object, QUERIES, RecordedCursor, of},
};

#[tokio::test]
async fn cursors_are_the_same() {
    async fn replay<M: Model>(report: &mut Report) {
        let engines = both::<M>([]).await;
        for cursor in &of::<M>().cursors {
            let name = format!("{} after {}", cursor.index, cursor.last_evaluated_key);
            report.add(format!("{} cursors", M::NAME), &name, recorded::<M>(cursor, &engines).await);
        }
        let (theirs, _) = seeded::<M>().await;
        for decode in &of::<M>().decodes {
            report.add(format!("{} odd cursors", M::NAME), &decode.name, odd::<M>(decode, &theirs));
        }
    }
    let mut report = Report::default();
    for_each_model!(replay(&mut report));
    report.assert(
        "
        comment cursors: 4 same, 2 deviates: a cursor of another entity is refused
        comment odd cursors: 1 same, 2 deviates: a cursor with other fields is refused, 9 refused by both
        lease cursors: 7 same, 4 deviates: a cursor of another entity is refused, 1 skipped: a dangling partition
        lease odd cursors: 3 same, 4 deviates: a cursor with other fields is refused, 17 refused by both
        order cursors: 6 same, 3 deviates: a cursor of another entity is refused
        order odd cursors: 3 deviates: a cursor with other fields is refused, 15 refused by both
        session cursors: 4 same, 2 deviates: a cursor of another entity is refused
        session odd cursors: 1 same, 2 deviates: a cursor with other fields is refused, 9 refused by both
        setting cursors: 4 same, 2 deviates: a cursor of another entity is refused
        setting odd cursors: 1 same, 2 deviates: a cursor with other fields is refused, 9 refused by both
        ",
    );
}

#[tokio::test]
async fn each_side_continues_the_others_page() {
    async fn replay<M: Model>(report: &mut Report) {
        let (theirs, ours) = seeded::<M>().await;
        let queries = of::<M>().calls_of(&QUERIES).filter(|call| call.args["op"].is_null() && call.request.is_some());
        for call in queries {
            let pages = pages::<M>(call, &theirs, &ours).await;
            report.count(format!("{} pages", M::NAME), *pages.as_ref().unwrap_or(&0));
            report.add(format!("{} paged", M::NAME), &call.name, pages.map(|_| Outcome::Same));
        }
    }
    let mut report = Report::default();
    for_each_model!(replay(&mut report));
    report.assert(
        "
        comment paged: 12 same
        lease paged: 38 same
        order paged: 16 same
        session paged: 6 same
        setting paged: 11 same
        comment pages: 31
        lease pages: 181
        order pages: 48
        session pages: 18
        setting pages: 96
        ",
    );
}

/// ElectroDB's cursor of a key: what `recorded` checks against the recording.
fn electrodb_cursor(key: &Json) -> String {
    let plain = |value: &Json| value["S"].clone();
    let fields: Object = object(key).iter().map(|(field, value)| (field.clone(), plain(value))).collect();
    URL_SAFE_NO_PAD.encode(Json::Object(fields).to_string())
}

/// The key that ElectroDB makes of a cursor.
fn electrodb_key(cursor: &str) -> Result<Json, String> {
    let text = URL_SAFE_NO_PAD.decode(cursor).map_err(|error| error.to_string())?;
    let fields: Object = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
    Ok(fields.into_iter().map(|(field, value)| (field, json!({ "S": value }))).collect::<Object>().into())
}

/// A recorded cursor: we make the same key of it, and a cursor of the same key where a page of ours ends there.
async fn recorded<M: Model>(cursor: &RecordedCursor, (theirs, ours): &(Theirs, Ours)) -> Result<Outcome, String> {
    let key = &cursor.exclusive_start_key;
    same("what the test makes of ElectroDB's cursor", &electrodb_key(&cursor.cursor)?, key)?;
    same("what the test makes of the key", &electrodb_key(&electrodb_cursor(&cursor.last_evaluated_key))?, key)?;

    let holds = |call: &&Call| object(key).iter().all(|(field, value)| call.request()["Item"][field] == *value);
    let item = of::<M>().seed.iter().rfind(holds).ok_or("no item of the seed has the key")?;
    let index = index_by_fields::<M>(key);
    let names = composites::<M>(&index.pk);
    let facets =
        names.iter().filter_map(|a| Some((a.name.to_owned(), item.arg("item").get(a.name)?.clone()))).collect();
    let question = Question { index: cursor.index.clone(), facets, op: None, bounds: Vec::new() };
    if item.dangling.iter().any(|field| field == index.pk.field) {
        return Ok(Outcome::Skipped("a dangling partition"));
    }

    let request = ask::<M>(&question, Some(&cursor.cursor), None).request;
    if item.model.is_some() {
        same("a refusal", matches!(request, Err(Error::Cursor { .. })), true)?;
        return Ok(Outcome::Deviates("a cursor of another entity is refused"));
    }
    same("the start key", &request.map_err(|error| error.to_string())?["ExclusiveStartKey"], key)?;

    // A page that ends at the item, in a partition where it is the last to be stored: others of the seed have its key.
    let partition = of::<M>()
        .seed
        .iter()
        .map(|call| &call.request()["Item"])
        .filter(|other| other[index.pk.field] == key[index.pk.field]);
    hold::<M>(theirs, ours, partition.chain([&item.request()["Item"]])).await;
    let read = ask::<M>(&question, None, None).request.map_err(|error| error.to_string())?;
    let read = theirs.query(&read).map_err(|error| error.to_string())?;
    let position =
        read.iter().position(|read| key_text::<M>(read) == key_text::<M>(key)).ok_or("the item is not read")?;
    let limit = u32::try_from(position + 1).expect("a small table");
    let page = ask::<M>(&question, None, Some(limit)).send(&ours.table).await.map_err(|error| error.to_string())?;
    let ended = page.cursor.ok_or("the page has no cursor")?;
    same("our cursor of the key", &electrodb_key(ended.as_str())?, key)?;
    Ok(Outcome::Same)
}

/// A cursor that no query gave.
fn odd<M: Model>(decode: &Decode, theirs: &Theirs) -> Result<Outcome, String> {
    let mut calls = of::<M>().calls_of(&QUERIES).filter(|call| call.args["index"] == decode.index.as_str());
    let call = calls.next().ok_or("there is no query of the index")?;
    let ours = ask::<M>(&question(call), Some(&decode.cursor), None).request;
    let refused = match &ours {
        Ok(_) => None,
        Err(Error::Cursor { reason, .. }) => Some(*reason),
        Err(error) => return Err(error.to_string()),
    };
    let (Some(start), reason) = (&decode.exclusive_start_key, refused) else {
        let thrown = decode.error.as_ref().ok_or("neither a key nor an error")?;
        same("ElectroDB's error", (thrown.code, thrown.message.contains("Unable to parse cursor")), (4001, true))?;
        same("ours", refused.is_some(), true)?;
        return Ok(Outcome::BothRefuse);
    };
    let Some(reason) = reason else {
        same("the start key", &ours.map_err(|error| error.to_string())?["ExclusiveStartKey"], start)?;
        return Ok(Outcome::Same);
    };
    let mut request = call.request().clone();
    request["ExclusiveStartKey"] = start.clone();
    match (reason, theirs.query(&request)) {
        // ElectroDB leaves it to DynamoDB to refuse the key.
        (_, Err(_)) => Ok(Outcome::BothRefuse),
        ("it is of another index", Ok(_)) => Ok(Outcome::Deviates("a cursor with other fields is refused")),
        ("it is of another partition", Ok(_)) => Ok(Outcome::Deviates("a cursor of another partition is refused")),
        (reason, Ok(_)) => Err(format!("we say {reason}, DynamoDB takes ElectroDB's key")),
    }
}

/// Reads a query in pages of two, by turns theirs and ours, each continuing the other's cursor.
async fn pages<M: Model>(call: &Call, theirs: &Theirs, ours: &Ours) -> Result<usize, String> {
    let question = question(call);
    let whole = theirs.query(call.request()).map_err(|error| error.to_string())?;
    let (mut found, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        if pages % 2 == 0 {
            let mut request = call.request().clone();
            request["Limit"] = json!(2);
            if let Some(cursor) = &cursor {
                request["ExclusiveStartKey"] = electrodb_key(cursor)?;
            }
            let answer = theirs.send("Query", &request).map_err(|error| error.to_string())?;
            let items = answer["Items"].as_array().ok_or("no items")?;
            found.extend(items.iter().filter(|item| owned::<M>(item)).map(entity::<M>));
            cursor = answer.get("LastEvaluatedKey").map(electrodb_cursor);
        } else {
            let page = ask::<M>(&question, cursor.as_deref(), Some(2)).send(&ours.table).await;
            let page = page.map_err(|error| error.to_string())?;
            found.extend(page.items);
            cursor = page.cursor.map(String::from);
        }
        pages += 1;
        if cursor.is_none() {
            break;
        }
    }
    same("all pages", found, whole.iter().filter(|item| owned::<M>(item)).map(entity::<M>).collect())?;
    Ok(pages)
}

fn ask<M: Model>(question: &Question, after: Option<&str>, limit: Option<u32>) -> Operation<Page<M>> {
    M::ask(question, &Paging { after: after.map(Cursor::from), limit }).expect("a partition's composites are given")
}

/// The index whose keys, with the table's, are these.
fn index_by_fields<M: Model>(key: &Json) -> &'static IndexSchema {
    let fields: BTreeSet<_> = object(key).keys().map(String::as_str).collect();
    let of = |index: &IndexSchema| {
        index.sides().chain(M::SCHEMA.primary().sides()).map(|side| side.field).collect::<BTreeSet<_>>()
    };
    M::SCHEMA.indexes.iter().find(|index| of(index) == fields).expect("the key of an index")
}
