//! Queries of collections: the same entities in the same order, from a table with strangers in it.

use serde_json::Value as Json;

use crate::{
    driver::{Answer, Ask, CollectionDriver, Goal, Paging, Read, SERVICES, Told},
    items::object,
    oracle::{Part, Sides},
    report::{Outcome, Report, same},
    table::Tables,
    vectors::{Collection, Query},
};

#[tokio::test]
async fn collections_hold_the_same() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        for query in &tables.recorded.queries {
            let group = format!("{} {} {}", driver.name, query.collection, query.op.as_deref().unwrap_or("is"));
            let outcome = outcome(&tables, query).await;
            if let Ok((_, Some(counts))) = &outcome {
                let mut count = |what: &str, more: usize| report.count(format!("{} {what}", driver.name), more);
                count("finds something", usize::from(counts.found > 0));
                count("finds items of several members", usize::from(counts.members > 1));
                count("items found", counts.found);
                count("items read by ElectroDB", counts.read_by_electrodb);
                count("items read", counts.read);
                count("items read of no member", counts.foreign);
            }
            report.add(group, &query.name, outcome.map(|(outcome, _)| outcome));
        }
    }
    report.assert(
        "
        ",
    );
}

/// How many items a query found, and read.
struct Counts {
    found: usize,
    members: usize,
    read_by_electrodb: usize,
    read: usize,
    foreign: usize,
}

/// What became of a query.
async fn outcome(tables: &Tables, query: &Query) -> Result<(Outcome, Option<Counts>), String> {
    let (driver, recorded) = (tables.driver.collection(&query.collection), tables.recorded);
    let collection = &recorded.collections[&query.collection];
    let request = match (driver.ask)(query, &Paging::default(), &Goal::Request) {
        Ok(answer) => answer.requested().map_err(|error| error.to_string())?,
        Err(forbidden) => return Ok((Outcome::DoesNotCompile(forbidden), None)),
    };
    let asks = query.asks(&collection.sk).expect("it compiled before");

    // What ElectroDB returns: what it reads and the collection owns.
    let returned = tables.read("Query", &query.request)?;
    let returned: Vec<_> = returned.into_iter().filter(|item| is_member(tables, collection, item)).collect();

    // What is asked for, by a filter over the partition that ElectroDB names.
    let partition = tables.read("Query", &recorded.whole_partition(&query.collection, &query.request))?;
    let asked_for = |item: &Json, asks: &[Ask]| {
        let alias = recorded.owner(item).expect("it is of a member");
        let sides = Sides::of(recorded, collection, alias);
        let named = collection.sk.iter().zip(asks);
        named.into_iter().all(|(name, ask)| sides.answers(name, item, ask))
            && query.filter.as_ref().is_none_or(|filter| filter.holds(sides.schema, item))
    };
    let in_collection = |item: &&Json| is_member(tables, collection, item) && tables.is_seed(item);
    let expected: Vec<_> = partition.iter().filter(in_collection).filter(|item| asked_for(item, &asks)).collect();
    let told = |items: &[&Json]| items.iter().map(|item| tables.told(item).expect("a member")).collect::<Vec<_>>();

    // What we read, and how much of it is of nobody.
    same("the index", request.get("IndexName"), query.request.get("IndexName"))?;
    same("the order", request.get("ScanIndexForward") == Some(&false.into()), query.options.order.as_deref() == Some("desc"))?;
    let read = tables.read("Query", &request)?;
    let foreign = read.iter().filter(|item| !is_member(tables, collection, item)).count();

    // What we return: in order, and in lists.
    let ours = in_full(tables, driver, query).await?;
    let expected_told = told(&expected);
    same("the items in order", &ours.in_order.items, &expected_told)?;
    same("the items in lists", &ours.lists.items, &listed(tables, &expected_told))?;
    if query.options.limit.is_none() {
        same("a further page", [&ours.page.cursor, &ours.page_in_order.cursor], [&None, &None])?;
        same("the page", &ours.page.items, &ours.lists.items)?;
        same("the page in order", &ours.page_in_order.items, &ours.in_order.items)?;
        same("the foreign items", [ours.page.foreign, ours.page_in_order.foreign], [foreign; 2])?;
    }

    let members = collection.members.keys().filter(|alias| expected_told.iter().any(|(of, _)| of == alias)).count();
    let counts = Counts {
        found: expected.len(),
        members,
        read_by_electrodb: tables.read("Query", &without_filter(&query.request))?.len(),
        read: tables.read("Query", &without_filter(&request))?.len(),
        foreign,
    };

    // Where ElectroDB differs, it is for one of these reasons.
    let (mut elsewhere, mut other_before, mut near) = (false, false, false);
    let is_in = |items: &[Json], item: &Json| items.iter().any(|other| recorded.key(other) == recorded.key(item));
    let more = returned.iter().filter(|item| !expected.iter().any(|other| recorded.key(other) == recorded.key(item)));
    let less = expected.iter().copied().filter(|item| !is_in(&returned, item));
    for (item, is_more) in more.map(|item| (item, true)).chain(less.map(|item| (item, false))) {
        if !tables.is_seed(item) {
            // Under another collection's name that begins as this one's.
            elsewhere = true;
            continue;
        }
        let sides = Sides::of(recorded, collection, recorded.owner(item).expect("a member"));
        let (last, before) = asks.split_last().ok_or("nothing is asked that ElectroDB could leave out")?;
        let name = &collection.sk[before.len()];
        let stored = sides.stored(name, item).expect("it is in the collection");
        let near_to = |value: &Json| stored.begins_as(&sides.given(name, value));
        let is_near = match last {
            Ask::Is(value) => near_to(value),
            Ask::BeginsWith(_) => false,
            Ask::Gt(value) | Ask::Gte(value) | Ask::Lt(value) | Ask::Lte(value) => near_to(value),
            Ask::Between(from, to) => near_to(from) || near_to(to),
        };
        if !asked_for(item, before) && is_more {
            other_before = true;
        } else if is_near {
            near = true;
        } else {
            return Err(format!("ElectroDB's items differ, for no known reason, by {item}"));
        }
    }
    let is_range = !matches!(asks.last(), None | Some(Ask::Is(_) | Ask::BeginsWith(_)));
    let outcome = match (near, other_before, elsewhere, is_range) {
        (false, false, false, _) => {
            let same_order = told(&returned.iter().collect::<Vec<_>>());
            same("the items in order, by ElectroDB", &ours.in_order.items, &same_order)?;
            Outcome::Same
        }
        (false, false, true, _) => Outcome::Deviates("a member's item elsewhere is not in the collection"),
        (true, false, _, false) => Outcome::Deviates("a value is not the beginning of another"),
        (_, true, _, false) => Outcome::Deviates("the values before are whole, too"),
        (_, true, _, true) => Outcome::Deviates("a range stays within the values before"),
        (true, false, _, true) => Outcome::Deviates("a range is of the value"),
    };
    Ok((outcome, Some(counts)))
}

/// Whether an item is of a member of the collection.
fn is_member(tables: &Tables, collection: &Collection, item: &Json) -> bool {
    tables.recorded.owner(item).is_some_and(|alias| collection.members.contains_key(alias))
}

/// The items as the lists hold them: of each member in the order of the collection's struct.
fn listed(tables: &Tables, items: &[Told]) -> Vec<Told> {
    let of = |alias: &'static str| items.iter().filter(move |(of, _)| *of == alias).cloned();
    tables.driver.members.iter().flat_map(|member| of(member.alias)).collect()
}

/// Everything that we return of a query.
struct Full {
    lists: Read,
    in_order: Read,
    page: Read,
    page_in_order: Read,
}

async fn in_full(tables: &Tables, driver: &CollectionDriver, query: &Query) -> Result<Full, String> {
    let ours = &tables.ours;
    let ask = |goal: Goal<'_>| (driver.ask)(query, &Paging::default(), &goal).expect("it compiled before");
    let text = |error: dynaent::Error| error.to_string();
    Ok(Full {
        lists: ask(Goal::All(ours)).read().await.map_err(text)?,
        in_order: ask(Goal::AllInOrder(ours)).read().await.map_err(text)?,
        page: ask(Goal::Page(ours)).read().await.map_err(text)?,
        page_in_order: ask(Goal::InOrder(ours)).read().await.map_err(text)?,
    })
}

/// The request without its filter, and the names and values that only it has.
fn without_filter(request: &Json) -> Json {
    let mut request = request.clone();
    let Some(body) = request.as_object_mut() else { panic!("a request is an object") };
    body.remove("FilterExpression");
    let condition = body["KeyConditionExpression"].as_str().expect("a query").to_owned();
    let words: Vec<_> = condition.split(|c: char| !(c.is_alphanumeric() || "#:_".contains(c))).collect();
    for part in ["ExpressionAttributeNames", "ExpressionAttributeValues"] {
        let kept = object(&body[part]).iter().filter(|(name, _)| words.contains(&name.as_str()));
        let kept = kept.map(|(name, value)| (name.clone(), value.clone())).collect();
        body.insert(part.to_owned(), Json::Object(kept));
    }
    request
}
