//! The table, the items that are put, and what an item of any kind is read as.

use std::collections::BTreeMap;

use dynaent::{Error, KeyProblem};
use serde_json::Value as Json;

use crate::{
    driver::{SERVICES, ServiceDriver},
    items::{from_json, members, normal},
    report::{Outcome, Report, same},
    vectors::{Seed, names, of},
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
        ",
    );
}

fn outcome(driver: &ServiceDriver, put: &Seed) -> Result<Outcome, String> {
    match (driver.member(&put.alias).put)(&put.item) {
        Ok(request) => same("the item", normal(&request["Item"]), normal(&put.request["Item"])).map(|()| Outcome::Same),
        Err(Error::Key(error)) if matches!(error.problem, KeyProblem::Ambiguous { .. }) => {
            Ok(Outcome::Deviates("an ambiguous key is refused"))
        }
        Err(error) => Err(error.to_string()),
    }
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
                    same("what it says", [entity, version], ["__edb_e__", "__edb_v__"].map(identifier)).map(|()| "no member")
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
        ",
    );
}
