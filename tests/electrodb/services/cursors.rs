//! Cursors of collections: each side takes the other's, and continues what the other began.

use std::collections::BTreeSet;

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
        blog cursors: 5 same, 2 deviates: a cursor at an item that is not read is refused
        tasks cursors: 4 same, 2 deviates: a cursor at an item that is not read is refused
        versions cursors: 11 same
        nested cursors: 14 same, 6 deviates: a cursor at an item that is not read is refused
        clustered cursors: 8 same
        ledger cursors: 4 same
        people cursors: 8 same
        options cursors: 5 same, 1 deviates: a cursor at an item that is not read is refused
        ",
    );
}

#[tokio::test]
async fn each_side_continues_the_others_page() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        for query in whole_partitions(&tables) {
            for begins in [Whose::Theirs, Whose::Ours] {
                let turns = |page: usize| {
                    if (page.is_multiple_of(2)) == (begins == Whose::Theirs) { Whose::Theirs } else { Whose::Ours }
                };
                let paged = pages(&tables, query, 2, turns).await;
                report.count(format!("{} pages", driver.name), paged.as_ref().map_or(0, |(_, pages)| *pages));
                let name = format!("{}, {begins:?} first", query.name);
                report.add(
                    format!("{} {} paged", driver.name, query.collection),
                    &name,
                    paged.map(|(outcome, _)| outcome),
                );
            }
        }
    }
    report.assert(
        "
        blog discussion paged: 45 same, 5 deviates: a cursor at an item that is not read is refused
        blog authored paged: 25 same, 5 deviates: a cursor at an item that is not read is refused
        tasks workplaces paged: 30 same
        tasks assignments paged: 26 same
        versions owned paged: 14 same
        versions activity paged: 8 same, 2 deviates: a cursor at an item that is not read is refused
        versions watching paged: 18 same
        nested c1 paged: 17 same, 1 deviates: a cursor at an item that is not read is refused
        nested note paged: 13 same, 5 deviates: a cursor at an item that is not read is refused
        nested c2 paged: 15 same, 3 deviates: a cursor at an item that is not read is refused
        nested notes paged: 15 same, 3 deviates: a cursor at an item that is not read is refused
        nested c3 paged: 18 same
        nested c22 paged: 18 same
        clustered pair paged: 7 same, 3 deviates: a cursor at an item that is not read is refused
        clustered single paged: 3 same, 3 deviates: a cursor at an item that is not read is refused
        ledger ledger paged: 14 same
        people directory paged: 18 same
        people timeline paged: 10 same
        options Mixed paged: 13 same, 1 deviates: a cursor at an item that is not read is refused
        options Scoped paged: 14 same
        blog pages: 466
        clustered pages: 524
        ledger pages: 154
        nested pages: 394
        options pages: 279
        people pages: 236
        tasks pages: 249
        versions pages: 499
        ",
    );
}

#[tokio::test]
async fn our_pages_continue_each_other() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        for query in whole_partitions(&tables) {
            for limit in 1..=3 {
                let paged = pages(&tables, query, limit, |_| Whose::Ours).await;
                let outcome = paged.and_then(|(outcome, _)| same("what became of it", outcome, Outcome::Same));
                let name = format!("{} in pages of {limit}", query.name);
                report.add(driver.name, &name, outcome.map(|()| Outcome::Same));
            }
        }
    }
    report.assert(
        "
        blog: 120 same
        tasks: 84 same
        versions: 63 same
        nested: 162 same
        clustered: 24 same
        ledger: 21 same
        people: 42 same
        options: 42 same
        ",
    );
}

/// The recorded queries of whole partitions, in both orders.
fn whole_partitions(tables: &Tables) -> impl Iterator<Item = &'static Query> {
    let recorded = tables.recorded;
    recorded.queries.iter().filter(|query| {
        let is_plain = query.op.is_none() && query.filter.is_none() && query.options.limit.is_none();
        is_plain && query.facets.len() == recorded.collections[&query.collection].pk.len()
    })
}

/// Whose page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Theirs,
    Ours,
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
    let item =
        seed.chain(recorded.strangers.iter().map(|put| &put.request["Item"])).find(holds).ok_or("no item has it")?;
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
    let answer =
        (tables.driver.collection(&cursor.collection).ask)(&query, &paging, &Goal::Request).expect("it compiles");
    match answer.requested() {
        Ok(request) => same("the start key", &request["ExclusiveStartKey"], key).map(|()| Outcome::Same),
        // Whether we read the stranger is shown where pages are read.
        Err(Error::Cursor { .. }) if cursor.whose == "stranger" => {
            Ok(Outcome::Deviates("a cursor at an item that is not read is refused"))
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Reads a collection in pages, each continuing the cursor of the one before, whosever that is.
async fn pages(
    tables: &Tables,
    query: &Query,
    limit: u32,
    turns: impl Fn(usize) -> Whose,
) -> Result<(Outcome, usize), String> {
    let driver = tables.driver.collection(&query.collection);
    let collection = &tables.recorded.collections[&query.collection];
    let is_in = |item: &Json| tables.is_of(item, collection) && tables.is_in(item, collection);
    let whole = tables.read("Query", &query.request)?;
    let request = (driver.ask)(query, &Paging::default(), &Goal::Request).expect("it compiles").requested();
    let read = tables.read("Query", &request.map_err(|error| error.to_string())?)?;
    let read: BTreeSet<_> = read.iter().map(|item| tables.recorded.key(item)).collect();
    let (mut found, mut cursor, mut page, mut outcome) = (Vec::new(), None::<String>, 0, Outcome::Same);
    loop {
        let mut whose = turns(page);
        if whose == Whose::Ours {
            let paging = Paging { after: cursor.clone(), limit: Some(limit) };
            let answer = (driver.ask)(query, &paging, &Goal::InOrder(&tables.ours)).expect("it compiles");
            match answer.read().await {
                Ok(page) => {
                    found.extend(page.items);
                    cursor = page.cursor;
                }
                // Their page ended at an item that we do not read: DynamoDB begins nowhere else. They go on.
                Err(Error::Cursor { .. }) if page > 0 && turns(page - 1) == Whose::Theirs => {
                    let ended = tables.recorded.key(&electrodb_key(cursor.as_deref().expect("a cursor"))?);
                    same("whether we read the item", read.contains(&ended), false)?;
                    outcome = Outcome::Deviates("a cursor at an item that is not read is refused");
                    whose = Whose::Theirs;
                }
                Err(error) => return Err(error.to_string()),
            }
        }
        if whose == Whose::Theirs {
            let mut request = query.request.clone();
            request["Limit"] = json!(limit);
            if let Some(cursor) = &cursor {
                request["ExclusiveStartKey"] = electrodb_key(cursor)?;
            }
            let answer = tables.theirs.send("Query", &request).map_err(|error| error.to_string())?;
            let items = members(&answer["Items"]).iter().filter(|item| is_in(item));
            found.extend(items.map(|item| tables.told(item).expect("a member")));
            cursor = answer.get("LastEvaluatedKey").filter(|key| !key.is_null()).map(electrodb_cursor);
        }
        page += 1;
        if cursor.is_none() {
            break;
        }
    }
    let whole = whole.iter().filter(|item| is_in(item)).map(|item| tables.told(item).expect("a member"));
    same("all pages", found, whole.collect())?;
    Ok((outcome, page))
}
