//! The table, the items that are put, and what an item of any kind is read as.

use std::collections::BTreeMap;

use dynaent::Error;
use serde_json::Value as Json;

use crate::{
    driver::{SERVICES, ServiceDriver},
    items::{from_json, members, normal},
    report::{Outcome, Report, same},
    vectors::{Index, Seed, names, of},
};

#[test]
fn every_service_is_replayed() {
    let mut replayed: Vec<_> = SERVICES.iter().map(|driver| driver.name).collect();
    replayed.sort_unstable();
    assert_eq!(replayed, names());
    for driver in SERVICES {
        let recorded = of(driver.name);
        let mut aliases: Vec<_> = driver.members.iter().map(|member| member.alias).collect();
        aliases.sort_unstable();
        assert_eq!(aliases, recorded.members.keys().collect::<Vec<_>>(), "{}", driver.name);
        let mut collections: Vec<_> = driver.collections.iter().map(|collection| collection.name).collect();
        collections.sort_unstable();
        assert_eq!(collections, recorded.collections.keys().collect::<Vec<_>>(), "{}", driver.name);
    }
}

#[test]
fn the_tables_are_the_same() {
    /// Without the order in which attributes and indexes are listed.
    fn unordered(table: &Json) -> BTreeMap<String, Json> {
        let mut members_of: BTreeMap<_, _> = [("KeySchema".to_owned(), table["KeySchema"].clone())].into();
        members_of.insert("BillingMode".to_owned(), table["BillingMode"].clone());
        for (list, name) in [("AttributeDefinitions", "AttributeName"), ("GlobalSecondaryIndexes", "IndexName")] {
            for member in members(&table[list]) {
                members_of.insert(format!("{list} {}", member[name]), member.clone());
            }
        }
        members_of
    }
    for driver in SERVICES {
        let ours = (driver.table)().expect("the members agree");
        assert_eq!(unordered(&ours), unordered(&of(driver.name).table), "{}", driver.name);
    }
}

#[test]
fn items_are_put_as_electrodb_puts_them() {
    let mut report = Report::default();
    for driver in SERVICES {
        for put in &of(driver.name).seed {
            report.add(driver.name, &Json::Object(put.item.clone()).to_string(), outcome(driver, put));
        }
    }
    report.assert(
        "
        blog: 53 same
        tasks: 58 same, 6 deviates: a partition key without its attribute is not written
        versions: 79 same
        nested: 36 same
        clustered: 116 same
        ledger: 67 same
        people: 29 same
        options: 60 same
        ",
    );
}

fn outcome(driver: &ServiceDriver, put: &Seed) -> Result<Outcome, String> {
    let request = (driver.member(&put.alias).put)(&put.item).map_err(|error| error.to_string())?;
    let (ours, mut theirs) = (normal(&request["Item"]), normal(&put.request["Item"]));
    let schema = &of(driver.name).members[&put.alias];
    let dangling = |index: &&Index| !index.pk.composite.iter().all(|name| put.item.contains_key(name));
    let mut outcome = Outcome::Same;
    for index in schema.indexes.values().filter(dangling) {
        let field = index.pk.field.as_deref().ok_or("a key without a field")?;
        theirs
            .as_object_mut()
            .and_then(|item| item.remove(field))
            .ok_or(format!("ElectroDB does not write {field}"))?;
        outcome = Outcome::Deviates("a partition key without its attribute is not written");
    }
    same("the item", ours, theirs).map(|()| outcome)
}

#[test]
fn items_are_read_as_what_they_say_they_are() {
    let mut report = Report::default();
    for driver in SERVICES {
        let recorded = of(driver.name);
        for put in &recorded.seed {
            let found = (driver.decode)(from_json(&put.request["Item"])).map_err(|error| error.to_string());
            let member = driver.member(&put.alias);
            let expected = (member.alias, (member.told)(&put.item));
            let outcome = found.and_then(|found| same("the entity", found, expected)).map(|()| Outcome::Same);
            report.add(driver.name, &put.alias, outcome);
        }
        for put in &recorded.strangers {
            let item = &put.request["Item"];
            let found = (driver.decode)(from_json(item));
            let outcome = match (found, recorded.owner(item)) {
                (Ok((alias, _)), Some(owner)) => same("the member", alias, owner).map(|()| "a member elsewhere"),
                (Err(Error::UnknownItem { entity, version, .. }), None) => {
                    let identifier = |field: &str| item[field]["S"].as_str().map(str::to_owned);
                    same("what it says", [entity, version], ["__edb_e__", "__edb_v__"].map(identifier))
                        .map(|()| "no member")
                }
                (found, owner) => Err(format!("{found:?}, but it is of {owner:?}")),
            };
            match outcome {
                Ok(what) => report.count(format!("{} {what}", driver.name), 1),
                Err(difference) => report.add(driver.name, &put.why, Err(difference)),
            }
        }
    }
    report.assert(
        "
        blog: 53 same
        tasks: 64 same
        versions: 79 same
        nested: 36 same
        clustered: 116 same
        ledger: 67 same
        people: 29 same
        options: 60 same
        blog a member elsewhere: 2
        blog no member: 9
        clustered a member elsewhere: 1
        clustered no member: 8
        ledger no member: 3
        nested a member elsewhere: 4
        nested no member: 4
        options no member: 3
        people no member: 4
        tasks no member: 5
        versions no member: 7
        ",
    );
}
