//! Cursors of collections: each side takes the other's, and continues what the other began.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::Error;
use serde_json::{Value as Json, json};

use crate::{
    driver::{Goal, Paging, SERVICES},
    items::{members, object, plain},
    report::{Outcome, Report, same},
    table::Tables,
    vectors::{Object, Options, Query, RecordedCursor},
};

#[tokio::test]
async fn cursors_are_the_same() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        for cursor in &tables.recorded.cursors {
            let name = format!("{} after a key of {}", cursor.collection, cursor.whose);
            report.add(format!("{} cursors", driver.name), &name, recorded(&tables, cursor));
        }
    }
    report.assert(
        "
        ",
    );
}

#[tokio::test]
async fn each_side_continues_the_others_page() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        let is_whole = |query: &&Query| query.op.is_none() && query.filter.is_none() && query.options.limit.is_none();
        let given = |query: &Query| query.facets.len() == tables.recorded.collections[&query.collection].pk.len();
        for query in tables.recorded.queries.iter().filter(is_whole).filter(|query| given(query)) {
            let paged = pages(&tables, query).await;
            report.count(format!("{} pages", driver.name), paged.as_ref().map_or(0, |(_, pages)| *pages));
            report.add(format!("{} {} paged", driver.name, query.collection), &query.name, paged.map(|(outcome, _)| outcome));
        }
    }
    report.assert(
        "
        ",
    );
}

/// ElectroDB's cursor of a key: what `recorded` checks against the recording.
fn electrodb_cursor(key: &Json) -> String {
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
    Ok(fields.into_iter().map(|(field, plain)| (field, value(plain))).collect::<Object>().into())
}

/// A recorded cursor: we make the same key of it.
fn recorded(tables: &Tables, cursor: &RecordedCursor) -> Result<Outcome, String> {
    let (key, recorded) = (&cursor.exclusive_start_key, tables.recorded);
    same("what the test makes of ElectroDB's cursor", &electrodb_key(&cursor.cursor)?, key)?;
    same("what the test makes of the key", &electrodb_key(&electrodb_cursor(&cursor.last_evaluated_key))?, key)?;

    // A query of the partition that the item is in.
    let holds = |item: &&Json| object(key).iter().all(|(field, value)| item[field] == *value);
    let seed = recorded.seed.iter().map(|put| &put.request["Item"]);
    let item = seed.chain(recorded.strangers.iter().map(|put| &put.request["Item"])).find(holds).ok_or("no item has it")?;
    let collection = &recorded.collections[&cursor.collection];
    let schema = &recorded.members[collection.members.keys().next().expect("it has members")];
    let facets = collection.pk.iter().map(|name| (name.clone(), plain(&item[schema.field(name)]))).collect();
    let query = Query {
        name: String::new(),
        collection: cursor.collection.clone(),
        facets,
        op: None,
        bounds: Vec::new(),
        filter: None,
        options: Options { order: None, limit: None },
        request: Json::Null,
    };
    let paging = Paging { after: Some(cursor.cursor.clone()), limit: None };
    let answer = (tables.driver.collection(&cursor.collection).ask)(&query, &paging, &Goal::Request).expect("it compiles");
    match answer.requested() {
        Ok(request) => same("the start key", &request["ExclusiveStartKey"], key).map(|()| Outcome::Same),
        Err(Error::Cursor { .. }) if cursor.whose == "stranger" => Ok(Outcome::Deviates("a stranger's cursor is refused")),
        Err(error) => Err(error.to_string()),
    }
}

/// Reads a collection in pages of two, by turns theirs and ours, each continuing the other's cursor.
async fn pages(tables: &Tables, query: &Query) -> Result<(Outcome, usize), String> {
    let driver = tables.driver.collection(&query.collection);
    let in_collection = |item: &&Json| {
        let owner = tables.recorded.owner(item);
        owner.is_some_and(|alias| tables.recorded.collections[&query.collection].members.contains_key(alias))
    };
    let whole = tables.read("Query", &query.request)?;
    let whole: Vec<_> = whole.iter().filter(in_collection).filter(|item| tables.is_seed(item)).collect();
    let (mut found, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
    let mut outcome = Outcome::Same;
    loop {
        let mut theirs = pages % 2 == 0;
        if !theirs {
            let paging = Paging { after: cursor.clone(), limit: Some(2) };
            let answer = (driver.ask)(query, &paging, &Goal::InOrder(&tables.ours)).expect("it compiles");
            match answer.read().await {
                Ok(page) => {
                    found.extend(page.items);
                    cursor = page.cursor;
                }
                // Their page ended at an item that is in no key of ours: they go on.
                Err(Error::Cursor { .. }) => {
                    let key = electrodb_key(cursor.as_deref().expect("a cursor"))?;
                    let ended = tables.theirs.scan().into_iter().find(|item| tables.recorded.key(item) == tables.recorded.key(&key));
                    same("that a stranger ends the page", tables.is_seed(&ended.ok_or("no such item")?), false)?;
                    outcome = Outcome::Deviates("a stranger's cursor is refused");
                    theirs = true;
                }
                Err(error) => return Err(error.to_string()),
            }
        }
        if theirs {
            let mut request = query.request.clone();
            request["Limit"] = json!(2);
            if let Some(cursor) = &cursor {
                request["ExclusiveStartKey"] = electrodb_key(cursor)?;
            }
            let answer = tables.theirs.send("Query", &request).map_err(|error| error.to_string())?;
            let items = members(&answer["Items"]).iter().filter(in_collection).filter(|item| tables.is_seed(item));
            found.extend(items.map(|item| tables.told(item).expect("a member")));
            cursor = answer.get("LastEvaluatedKey").filter(|key| !key.is_null()).map(electrodb_cursor);
        }
        pages += 1;
        if cursor.is_none() {
            break;
        }
    }
    same("all pages", found, whole.iter().map(|item| tables.told(item).expect("a member")).collect())?;
    Ok((outcome, pages))
}
