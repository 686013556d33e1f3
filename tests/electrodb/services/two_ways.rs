//! The services of both libraries on one table, each with a real client: what one writes, the other finds in the same
//! collections, and each goes on in the other's pages.

use dynaent::{Error, Result, Table};
use serde_json::{Value as Json, json};

use crate::{
    driver::{Goal, Paging, SERVICES, ServiceDriver, Told},
    items::members,
    served::Served,
    vectors::{Object, Query, Seed, of},
};

/// How long the first page is.
const LIMIT: u32 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_services_of_both_libraries_share_a_table() {
    let Some(served) = Served::start().await else { return };

    // Two tables for each service: Dynaent writes into the first, ElectroDB into the second.
    let (mut writes, mut reads) = (Object::new(), Object::new());
    for driver in SERVICES {
        let [ours, theirs] = tables(&served, driver);
        for table in [&ours, &theirs] {
            (driver.create)(table.clone()).await.expect("a table");
        }
        // What both can write.
        let can = |put: &&Seed| (driver.member(&put.alias).put)(&put.item).is_ok();
        let items: Vec<_> = of(driver.name).seed.iter().filter(can).collect();
        for put in &items {
            (driver.member(&put.alias).store)(&put.item, ours.clone()).await.expect("it is put");
        }
        let items: Vec<_> = items.iter().map(|put| json!({ "alias": put.alias, "item": put.item })).collect();
        writes.insert(theirs.name().to_owned(), json!({ "service": driver.name, "work": items }));
    }
    served.node("services/two-ways.mjs", "write", writes).await;

    // Both read the collections of both tables.
    for driver in SERVICES {
        for table in tables(&served, driver) {
            let mut work = Vec::new();
            for query in queries(driver) {
                let first = read(driver, query, &table, None, Some(LIMIT)).await.expect("a page");
                work.push(json!({
                    "collection": query.collection, "facets": query.facets, "limit": LIMIT, "cursor": first.1,
                }));
            }
            reads.insert(table.name().to_owned(), json!({ "service": driver.name, "work": work }));
        }
    }
    let seen = served.node("services/two-ways.mjs", "read", reads).await;

    let (mut found, mut continued, mut refused) = (0, 0, Vec::new());
    for driver in SERVICES {
        let mut wholes = Vec::new();
        for table in tables(&served, driver) {
            let seen = members(&seen[table.name()]);
            assert_eq!(seen.len(), queries(driver).count(), "{}", table.name());
            for (query, theirs) in queries(driver).zip(seen) {
                let context = format!("{}: {}", table.name(), query.name);
                let (whole, _) = read(driver, query, &table, None, None).await.expect("all pages");
                assert_eq!(listed(driver, &theirs["whole"]), whole, "{context}");

                // Their rest of our page, and our rest of theirs.
                let (first, cursor) = read(driver, query, &table, None, Some(LIMIT)).await.expect("a page");
                assert_eq!(
                    joined(driver, first, listed(driver, &theirs["rest"])),
                    whole,
                    "{context}: our page, their rest"
                );
                let first = listed(driver, &theirs["first"]);
                let rest = match theirs["cursor"].as_str() {
                    Some(cursor) => read(driver, query, &table, Some(cursor), None).await,
                    None => Ok((Vec::new(), None)),
                };
                match rest {
                    Ok((rest, _)) => assert_eq!(joined(driver, first, rest), whole, "{context}: their page, our rest"),
                    Err(Error::Cursor { .. }) => refused.push(context),
                    Err(error) => panic!("{context}: {error}"),
                }
                found += whole.len();
                continued += usize::from(cursor.is_some());
                wholes.push((query.name.as_str(), whole));
            }
        }
        // Whoever wrote it.
        let (ours, theirs) = wholes.split_at(wholes.len() / 2);
        assert_eq!(ours, theirs, "{}", driver.name);
    }
    println!("{found} items in collections, {continued} pages continued by the other library");
    // ElectroDB's `note` reads what is in `notes`, too, and its page ends there.
    assert_eq!(refused, ["nested-by-dynaent: note/1/all", "nested-by-electrodb: note/1/all"]);
    assert!(found > 1000 && continued > 50, "{found} items, {continued} pages");
}

/// Of a service: the table that Dynaent writes, and the one that ElectroDB writes.
fn tables(served: &Served, driver: &ServiceDriver) -> [Table; 2] {
    ["dynaent", "electrodb"].map(|by| served.table(&format!("{}-by-{by}", driver.name)))
}

/// The queries of whole partitions.
fn queries(driver: &ServiceDriver) -> impl Iterator<Item = &'static Query> {
    let recorded = of(driver.name);
    recorded.queries.iter().filter(|query| {
        let is_plain = query.op.is_none() && query.filter.is_none();
        let options = &query.options;
        let pk = recorded.collections[&query.collection].pk.len();
        is_plain && options.order.is_none() && options.limit.is_none() && query.facets.len() == pk
    })
}

/// What we read: the items of the lists, and the cursor of a page.
async fn read(
    driver: &ServiceDriver,
    query: &Query,
    table: &Table,
    after: Option<&str>,
    limit: Option<u32>,
) -> Result<(Vec<Told>, Option<String>)> {
    let paging = Paging { after: after.map(str::to_owned), limit };
    let goal = if limit.is_some() { Goal::Page(table) } else { Goal::All(table) };
    let answer = (driver.collection(&query.collection).ask)(query, &paging, &goal).expect("it compiles");
    answer.read().await.map(|read| (read.items, read.cursor))
}

/// What ElectroDB gives of a collection, as we tell it.
fn listed(driver: &ServiceDriver, data: &Json) -> Vec<Told> {
    let of = |alias: &str| data.get(alias).map_or(&[][..], |list| members(list));
    let members_of = driver.members.iter();
    members_of
        .flat_map(|member| {
            let told = |item: &Json| (member.alias, (member.told)(item.as_object().expect("an entity")));
            of(member.alias).iter().map(told)
        })
        .collect()
}

/// Two pages in the lists of one.
fn joined(driver: &ServiceDriver, first: Vec<Told>, rest: Vec<Told>) -> Vec<Told> {
    let all = [first, rest].concat();
    let of = |alias: &'static str| all.iter().filter(move |(of, _)| *of == alias).cloned();
    driver.members.iter().flat_map(|member| of(member.alias)).collect()
}
