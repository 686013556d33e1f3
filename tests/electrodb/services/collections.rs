//! Queries of collections: the same entities in the same order, from a table with strangers in it.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::{
    driver::{Ask, Goal, Paging, Read, SERVICES, ServiceDriver, Told, told},
    models::blog::{Article, Comment, Discussion},
    oracle::Sides,
    report::{Outcome, Report, same},
    table::Tables,
    vectors::Query,
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
                count("items read by ElectroDB", counts.read_by_electrodb as usize);
                count("items read", counts.read as usize);
                count("items read of no member", counts.foreign);
            }
            report.add(group, &query.name, outcome.map(|(outcome, _)| outcome));
        }
    }
    report.assert(
        "
        blog discussion is: 33 same, 14 deviates: a member's item elsewhere is not in the collection
        blog authored is: 20 same, 8 deviates: a member's item elsewhere is not in the collection
        tasks workplaces is: 28 same
        tasks assignments is: 23 same
        versions owned is: 23 same, 3 deviates: a value is whole
        versions owned begins: 12 same
        versions owned gt: 6 deviates: a range is of the value
        versions owned gte: 9 same
        versions owned lt: 6 same
        versions owned lte: 6 deviates: a range is of the value
        versions owned between: 6 same, 3 deviates: a range is of the value
        versions activity is: 20 same, 2 deviates: a value is whole
        versions activity begins: 8 same
        versions activity begins, compile errors: 4 range of numbers
        versions activity gt: 4 deviates: a range is of the value, 4 deviates: a range stays within the values before
        versions activity gte: 6 same, 6 deviates: a range stays within the values before
        versions activity lt: 6 same, 2 deviates: a range stays within the values before
        versions activity lte: 2 same, 4 deviates: a range is of the value, 2 deviates: a range stays within the values before
        versions activity between: 5 same, 7 deviates: a range is of the value
        versions watching is: 13 same
        nested c1 is: 8 same, 5 deviates: a member's item elsewhere is not in the collection
        nested note is: 9 same, 4 deviates: a member's item elsewhere is not in the collection
        nested c2 is: 8 same, 5 deviates: a member's item elsewhere is not in the collection
        nested notes is: 13 same
        nested c3 is: 13 same
        nested c22 is: 13 same
        clustered pair is: 15 same, 7 deviates: a member's item elsewhere is not in the collection, 10 deviates: a value is whole
        clustered pair begins: 24 same, 2 deviates: a beginning is of the value
        clustered pair gt: 8 deviates: a range is of the value, 8 deviates: a range stays within the values before
        clustered pair gt, compile errors: 2 range over several composites
        clustered pair gte: 2 same, 2 deviates: a member's item elsewhere is not in the collection, 6 deviates: a range is of the value, 10 deviates: a range stays within the values before
        clustered pair lt: 4 same, 6 deviates: a range is of the value, 6 deviates: a range stays within the values before
        clustered pair lte: 2 same, 8 deviates: a range is of the value, 6 deviates: a range stays within the values before
        clustered pair lte, compile errors: 2 range over several composites
        clustered pair between: 3 same, 17 deviates: a range is of the value
        clustered pair between, compile errors: 2 range over several composites
        clustered single is: 4 same, 5 deviates: a member's item elsewhere is not in the collection, 10 deviates: a value is whole
        clustered single begins: 15 same, 5 deviates: a beginning is of the value
        clustered single gt: 1 deviates: a member's item elsewhere is not in the collection, 11 deviates: a range is of the value
        clustered single gte: 7 deviates: a member's item elsewhere is not in the collection, 6 deviates: a range is of the value
        clustered single lt: 6 same, 6 deviates: a range is of the value
        clustered single lte: 1 same, 11 deviates: a range is of the value
        clustered single between: 2 same, 11 deviates: a range is of the value
        ledger ledger is: 35 same
        ledger ledger begins: 12 same
        ledger ledger begins, compile errors: 6 range of numbers
        ledger ledger gt: 12 same
        ledger ledger gte: 18 same
        ledger ledger lt: 12 same
        ledger ledger lte: 12 same
        ledger ledger between: 18 same
        people directory is: 16 same
        people timeline is: 11 same, 3 deviates: a value is whole
        people timeline begins: 8 same
        people timeline gt: 2 same, 2 deviates: a range is of the value
        people timeline gte: 6 same
        people timeline lt: 4 same
        people timeline lte: 2 same, 2 deviates: a range is of the value
        people timeline between: 5 same, 1 deviates: a range is of the value
        options Mixed is: 11 same
        options Scoped is: 20 same, 9 deviates: a value is whole
        options Scoped begins: 12 same
        options Scoped begins, compile errors: 6 range of numbers
        options Scoped gt: 6 deviates: a range is of the value, 6 deviates: a range stays within the values before
        options Scoped gte: 9 same, 9 deviates: a range stays within the values before
        options Scoped lt: 6 same, 6 deviates: a range stays within the values before
        options Scoped lte: 6 deviates: a range is of the value, 6 deviates: a range stays within the values before
        options Scoped between: 11 same, 7 deviates: a range is of the value
        blog finds items of several members: 49
        blog finds something: 69
        blog items found: 563
        blog items read: 1004
        blog items read by ElectroDB: 1200
        blog items read of no member: 136
        clustered finds items of several members: 194
        clustered finds something: 217
        clustered items found: 5756
        clustered items read: 7841
        clustered items read by ElectroDB: 7795
        clustered items read of no member: 420
        ledger finds items of several members: 57
        ledger finds something: 67
        ledger items found: 840
        ledger items read: 1032
        ledger items read by ElectroDB: 1032
        ledger items read of no member: 63
        nested finds items of several members: 21
        nested finds something: 43
        nested items found: 318
        nested items read: 438
        nested items read by ElectroDB: 557
        nested items read of no member: 35
        options finds items of several members: 90
        options finds something: 104
        options items found: 823
        options items read: 1032
        options items read by ElectroDB: 1101
        options items read of no member: 72
        people finds items of several members: 44
        people finds something: 51
        people items found: 475
        people items read: 673
        people items read by ElectroDB: 681
        people items read of no member: 96
        tasks finds items of several members: 25
        tasks finds something: 43
        tasks items found: 322
        tasks items read: 471
        tasks items read by ElectroDB: 513
        tasks items read of no member: 21
        versions finds items of several members: 104
        versions finds something: 142
        versions items found: 2087
        versions items read: 2857
        versions items read by ElectroDB: 2949
        versions items read of no member: 233
        ",
    );
}

#[tokio::test]
async fn a_filter_is_of_the_items_of_one_member() {
    let tables = Tables::full(&ServiceDriver::blog).await;
    let (a, c) = (Article::attributes(), Comment::attributes());
    let discussion = || Discussion::query().article_id("a1");

    // What ElectroDB finds, with and without its filter, which is of all members: their `status` is "open".
    let recorded = |name: &str| {
        let query = tables.recorded.queries.iter().find(|query| query.name == name).expect("it is recorded");
        let collection = &tables.recorded.collections["discussion"];
        let items = tables.read("Query", &query.request).expect("it is read");
        let items = items.iter().filter(|item| tables.is_of(item, collection) && tables.is_in(item, collection));
        let (articles, comments) =
            items.map(|item| tables.told(item).expect("a member")).partition(|(alias, _)| *alias == "articles");
        (articles, comments)
    };
    let (articles, comments): (Vec<_>, Vec<_>) = recorded("discussion/0/all");
    let (open_articles, open_comments): (Vec<_>, Vec<_>) = recorded("discussion/0/all/where-0");
    assert!(open_comments.len() < comments.len() && !open_comments.is_empty());
    let lists = |found: Discussion| {
        let articles: Vec<_> = found.articles.iter().map(|article| ("articles", told(article))).collect();
        let comments: Vec<_> = found.comments.iter().map(|comment| ("comments", told(comment))).collect();
        (articles, comments)
    };

    let both =
        discussion().filter(a.status.eq("open")).filter(c.status.eq("open")).all(&tables.ours).await.expect("all");
    assert_eq!(lists(both), (open_articles, open_comments.clone()));
    let one = discussion().filter(c.status.eq("open")).all(&tables.ours).await.expect("all");
    assert_eq!(lists(one), (articles.clone(), open_comments));
    let other = discussion().filter(a.status.ne("open")).all(&tables.ours).await.expect("all");
    assert_eq!(lists(other), (Vec::new(), comments));
    assert_eq!(articles.len(), 1);
}

/// How many items a query found, and read.
struct Counts {
    found: usize,
    members: usize,
    read_by_electrodb: u64,
    read: u64,
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
    let (returned, read_by_electrodb) = tables.scanned("Query", &query.request)?;
    let returned: Vec<_> = returned.into_iter().filter(|item| tables.is_of(item, collection)).collect();

    // What is asked for, by a filter over the partition that ElectroDB names.
    let partition = tables.read("Query", &recorded.whole_partition(&query.collection, &query.request))?;
    let asked_for = |item: &Json, asks: &[Ask]| {
        let alias = recorded.owner(item).expect("it is of a member");
        let sides = Sides::of(recorded, collection, alias);
        let named = collection.sk.iter().zip(asks);
        named.into_iter().all(|(name, ask)| sides.answers(name, item, ask))
            && query.filter.as_ref().is_none_or(|filter| filter.holds(sides.schema, item))
    };
    let in_collection = |item: &&Json| tables.is_of(item, collection) && tables.is_in(item, collection);
    let expected: Vec<_> = partition.iter().filter(in_collection).filter(|item| asked_for(item, &asks)).collect();
    let told = |items: &[&Json]| items.iter().map(|item| tables.told(item).expect("a member")).collect::<Vec<_>>();

    // What we read, and how much of it is of nobody.
    same("the index", request.get("IndexName"), query.request.get("IndexName"))?;
    same(
        "the order",
        request.get("ScanIndexForward") == Some(&false.into()),
        query.options.order.as_deref() == Some("desc"),
    )?;
    let (let_through, read) = tables.scanned("Query", &request)?;
    let foreign = let_through.iter().filter(|item| !tables.is_of(item, collection)).count();

    // What we return: in order, and in lists.
    let expected_told = told(&expected);
    let in_order = ask(tables, query, Goal::AllInOrder(&tables.ours)).await?.items;
    same("the items in order", &in_order, &expected_told)?;
    let lists = listed(tables, &expected_told);
    if query.options.limit.is_none() {
        let page = ask(tables, query, Goal::Page(&tables.ours)).await?;
        same("the page", &page.items, &lists)?;
        same("a further page", &page.cursor, &None)?;
        same("the foreign items", page.foreign, foreign)?;
    }
    // Once more, in the other ways.
    if query.op.is_none() {
        same("the items in lists", &ask(tables, query, Goal::All(&tables.ours)).await?.items, &lists)?;
        let page = ask(tables, query, Goal::InOrder(&tables.ours)).await?;
        if query.options.limit.is_none() {
            same("the page in order", &page.items, &in_order)?;
            same("the foreign items in order", page.foreign, foreign)?;
        }
    }

    let members = collection.members.keys().filter(|alias| expected_told.iter().any(|(of, _)| of == alias)).count();
    let counts = Counts { found: expected.len(), members, read_by_electrodb, read, foreign };

    // Where ElectroDB differs, it is for one of these reasons.
    let (mut elsewhere, mut other_before, mut near) = (false, false, false);
    let keys = |items: &mut dyn Iterator<Item = &Json>| items.map(|item| recorded.key(item)).collect::<BTreeSet<_>>();
    let (keys_expected, keys_returned) = (keys(&mut expected.iter().copied()), keys(&mut returned.iter()));
    let more = returned.iter().filter(|item| !keys_expected.contains(&recorded.key(item)));
    let less = expected.iter().copied().filter(|item| !keys_returned.contains(&recorded.key(item)));
    for (item, is_more) in more.map(|item| (item, true)).chain(less.map(|item| (item, false))) {
        if !tables.is_in(item, collection) {
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
            Ask::BeginsWith(text) => near_to(&text.as_str().into()),
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
            same("the items in order, by ElectroDB", &in_order, &same_order)?;
            Outcome::Same
        }
        (false, false, true, _) => Outcome::Deviates("a member's item elsewhere is not in the collection"),
        (true, false, _, false) if matches!(asks.last(), Some(Ask::Is(_))) => Outcome::Deviates("a value is whole"),
        (true, false, _, false) => Outcome::Deviates("a beginning is of the value"),
        (_, true, _, false) => Outcome::Deviates("a beginning has whole values before it"),
        (_, true, _, true) => Outcome::Deviates("a range stays within the values before"),
        (true, false, _, true) => Outcome::Deviates("a range is of the value"),
    };
    Ok((outcome, Some(counts)))
}

/// The items as the lists hold them: of each member in the order of the collection's struct.
fn listed(tables: &Tables, items: &[Told]) -> Vec<Told> {
    let of = |alias: &'static str| items.iter().filter(move |(of, _)| *of == alias).cloned();
    tables.driver.members.iter().flat_map(|member| of(member.alias)).collect()
}

/// What we return of a query.
async fn ask(tables: &Tables, query: &Query, goal: Goal<'_>) -> Result<Read, String> {
    let driver = tables.driver.collection(&query.collection);
    let answer = (driver.ask)(query, &Paging::default(), &goal).expect("it compiled before");
    answer.read().await.map_err(|error| error.to_string())
}
