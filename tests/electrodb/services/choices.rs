//! `find` and `matching`: the same items, by the same index, or for a reason by another.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::{
    driver::{Ask, Found, Goal, SERVICES},
    oracle::Sides,
    report::{Outcome, Report, same},
    table::Tables,
    vectors::{Choice, Index, Schema},
};

#[tokio::test]
async fn the_same_is_found_by_attributes() {
    let mut report = Report::default();
    for driver in SERVICES {
        let tables = Tables::full(driver).await;
        for choice in &tables.recorded.choices {
            let outcome = outcome(&tables, choice).await;
            report.count(format!("{} items found", choice.op), *outcome.as_ref().map_or(&0, |(_, found)| found));
            let group = format!("{} {}", driver.name, choice.op);
            report.add(group, &choice.name, outcome.map(|(outcome, _)| outcome));
        }
    }
    report.assert(
        "
        blog match: 20 same, 1 deviates: an index that lacks items is passed over, 2 deviates: an index that may lack items is passed over
        blog find: 15 same, 5 deviates: a scan returns only what has the attributes, 3 deviates: an index that may lack items is passed over
        tasks match: 39 same, 2 deviates: an index that may lack items is passed over
        tasks find: 32 same, 7 deviates: a scan returns only what has the attributes, 2 deviates: an index that may lack items is passed over
        versions match: 25 same
        versions find: 20 same, 5 deviates: a scan returns only what has the attributes
        nested match: 12 same
        nested find: 10 same, 2 deviates: a scan returns only what has the attributes
        clustered match: 13 same
        clustered find: 12 same, 1 deviates: a scan returns only what has the attributes
        ledger match: 4 same, 1 deviates: a multi-attribute index is queried
        ledger find: 2 same, 1 deviates: a multi-attribute index is queried, 2 deviates: a scan returns only what has the attributes
        people match: 11 same
        people find: 9 same, 2 deviates: a scan returns only what has the attributes
        options match: 8 same
        options find: 6 same, 2 deviates: a scan returns only what has the attributes
        find items found: 744
        match items found: 536
        ",
    );
}

async fn outcome(tables: &Tables, choice: &Choice) -> Result<(Outcome, usize), String> {
    let (member, schema) = (tables.driver.member(&choice.alias), &tables.recorded.members[&choice.alias]);
    let matching = choice.op == "match";
    let call = |goal: Goal<'_>| (member.find)(&choice.facets, matching, &goal).expect("the attributes have values");
    let Found::Requested(request) = call(Goal::Request) else { panic!("it was not to be sent") };
    let (target, request) = request.map_err(|error| error.to_string())?;
    let Found::Reading(found) = call(Goal::All(&tables.ours)) else { panic!("it was to be sent") };
    let found = found.await.map_err(|error| error.to_string())?;

    // What is asked for, by a filter over the whole table.
    let index = (target == "Query").then(|| schema.index(&request));
    let sides = |casing| Sides { schema, casing };
    let is_wanted = |item: &Json| {
        let equal = |casing| {
            let sides = sides(casing);
            move |name: &String| {
                let ask = Ask::Is(choice.facets[name].clone());
                sides.stored(name, item).is_some() && sides.answers(name, item, &ask)
            }
        };
        match index {
            // The composites that are given, from the left, as they stand in the key.
            Some(index) if !matching => index.leading(choice).all(|(casing, name)| equal(casing)(name)),
            // Everything that is given, as it is stored.
            _ => choice.facets.iter().all(|(name, value)| {
                let stored = &item[schema.field(name)];
                match value.as_f64() {
                    Some(number) => stored["N"].as_str().and_then(|text| text.parse().ok()) == Some(number),
                    None => stored["S"] == *value,
                }
            }),
        }
    };
    let told = |items: &[Json]| items.iter().map(|item| tables.told(item).expect("a member").1).collect::<Vec<_>>();
    let of_member = |item: &Json| tables.recorded.owner(item) == Some(&choice.alias);
    let is_in_place = |item: &Json, index: Option<&Index>| tables.is_in_place(item, schema.pattern(index));
    let table = tables.theirs.scan();
    let wanted: Vec<_> =
        table.iter().filter(|item| of_member(item) && is_in_place(item, index) && is_wanted(item)).cloned().collect();
    let set = |items: &[Json]| items.iter().map(Json::to_string).collect::<BTreeSet<_>>();
    same("the items, by the filter", set(&found), set(&told(&wanted)))?;
    same("how many", found.len(), wanted.len())?;

    // What ElectroDB returns.
    let returned = match tables.read(&choice.target, &choice.request) {
        Ok(items) => items,
        Err(_) => {
            let index = schema.index(&choice.request);
            same("the kind of ElectroDB's index", index.kind.as_deref(), Some("composite"))?;
            same("the index", request.get("IndexName"), choice.request.get("IndexName"))?;
            return Ok((Outcome::Deviates("a multi-attribute index is queried"), found.len()));
        }
    };
    let returned: Vec<_> = returned.into_iter().filter(of_member).collect();
    let their_index = (choice.target == "Query").then(|| schema.index(&choice.request));
    let (seed, elsewhere): (Vec<_>, Vec<_>) = returned.into_iter().partition(|item| is_in_place(item, their_index));
    let seed = told(&seed);
    let outcome = if target == choice.target && request.get("IndexName") == choice.request.get("IndexName") {
        if target == "Scan" && !matching && !choice.facets.is_empty() {
            let all = table.iter().filter(|item| of_member(item) && is_in_place(item, None)).count();
            same("how much a scan of ElectroDB's returns, of", seed.len(), all)?;
            Outcome::Deviates("a scan returns only what has the attributes")
        } else {
            same("the items, by ElectroDB", &found, &seed)?;
            match elsewhere.is_empty() {
                true => Outcome::Same,
                false => Outcome::Deviates("a member's item elsewhere is not found"),
            }
        }
    } else {
        let passed_over = schema.index(&choice.request);
        same("that ElectroDB's index may lack items", passed_over.may_lack(schema, choice), true)?;
        let (ours, theirs) = (set(&found), set(&seed));
        if matching && ours != theirs {
            same("that ElectroDB misses some", theirs.is_subset(&ours), true)?;
            Outcome::Deviates("an index that lacks items is passed over")
        } else {
            Outcome::Deviates("an index that may lack items is passed over")
        }
    };
    Ok((outcome, found.len()))
}

impl Schema {
    /// The access pattern of an index, or of the table.
    fn pattern(&self, index: Option<&Index>) -> &str {
        let name = index.and_then(|index| index.index.as_ref());
        let (pattern, _) = self.indexes.iter().find(|(_, other)| other.index.as_ref() == name).expect("it has it");
        pattern
    }

    /// The index of a request.
    fn index(&self, request: &Json) -> &Index {
        let name = request.get("IndexName").and_then(Json::as_str);
        self.indexes.values().find(|index| index.index.as_deref() == name).expect("the schema has the index")
    }
}

impl Index {
    /// The composites that are given, from the left, with the casing of their side.
    fn leading<'a>(&'a self, choice: &Choice) -> impl Iterator<Item = (&'a str, &'a String)> {
        let none = self.kind.as_deref() == Some("composite");
        let sides = [Some(&self.pk), self.sk.as_ref()].into_iter().flatten();
        let composites = sides.flat_map(move |side| {
            let casing = if none { "none" } else { side.casing.as_deref().unwrap_or("default") };
            side.composite.iter().map(move |name| (casing, name))
        });
        composites.take_while(|(_, name)| choice.facets.contains_key(*name)).collect::<Vec<_>>().into_iter()
    }

    /// Whether items that have what is given may not be in the index.
    fn may_lack(&self, schema: &Schema, choice: &Choice) -> bool {
        let composites = [Some(&self.pk), self.sk.as_ref()].into_iter().flatten().flat_map(|side| &side.composite);
        let mut optional = composites.filter(|name| !schema.attributes[*name].required);
        self.condition || optional.any(|name| !choice.facets.contains_key(name))
    }
}
