//! A service's table with everything that was recorded, twice: where ElectroDB's requests go, and where ours do.

use std::collections::BTreeMap;

use dynaent::{LocalEngine, Table};
use serde_json::{Value as Json, json};

use crate::{
    driver::{ServiceDriver, Told},
    items::{from_json, members, normal, object, plain, to_json},
    theirs::{TABLE, Theirs},
    vectors::{Collection, Object, Service, Stranger, of},
};

/// Both tables.
pub struct Tables {
    pub driver: &'static ServiceDriver,
    pub recorded: &'static Service,
    pub theirs: Theirs,
    pub ours: Table,
    /// The strangers, by primary key.
    strangers: BTreeMap<String, &'static Stranger>,
}

impl Tables {
    /// Both with all items, which are ElectroDB's.
    pub async fn full(driver: &'static ServiceDriver) -> Self {
        let recorded = of(driver.name);
        let theirs = Theirs::with_table(&recorded.table);
        let ours = Table::new(LocalEngine::memory().expect("an engine").client(), TABLE);
        (driver.create)(ours.clone()).await.expect("a table");
        let seed = recorded.seed.iter().map(|put| &put.request["Item"]);
        for item in seed.clone().chain(recorded.strangers.iter().map(|put| &put.request["Item"])) {
            theirs.put(item);
            let put = ours.client().put_item().table_name(TABLE).set_item(Some(from_json(item)));
            put.send().await.expect("it is stored");
        }
        let strangers = recorded.strangers.iter().map(|put| (recorded.key(&put.request["Item"]), put)).collect();
        let tables = Self { driver, recorded, theirs, ours, strangers };
        let held = tables.ours.client().scan().table_name(TABLE).send().await.expect("it is read");
        let held: BTreeMap<_, _> = held.items().iter().map(to_json).map(|i| (recorded.key(&i), normal(&i))).collect();
        assert_eq!(held.len(), recorded.seed.len() + recorded.strangers.len());
        let theirs: BTreeMap<_, _> = tables.theirs.scan().iter().map(|i| (recorded.key(i), normal(i))).collect();
        assert_eq!(held, theirs);
        tables
    }

    /// Whether a member's item is where its model puts it, by that access pattern.
    pub fn is_in_place(&self, item: &Json, pattern: &str) -> bool {
        match self.strangers.get(&self.recorded.key(item)) {
            None => true,
            Some(Stranger { elsewhere: Some(patterns), .. }) => patterns.iter().all(|other| other != pattern),
            Some(Stranger { elsewhere: None, .. }) => false,
        }
    }

    /// Whether a member's item is where its model puts it, in a collection.
    pub fn is_in(&self, item: &Json, collection: &Collection) -> bool {
        self.recorded.owner(item).is_some_and(|alias| self.is_in_place(item, &collection.members[alias]))
    }

    /// Whether an item is of a member of the collection.
    pub fn is_of(&self, item: &Json, collection: &Collection) -> bool {
        self.recorded.owner(item).is_some_and(|alias| collection.members.contains_key(alias))
    }

    /// The entity that an item of a member holds, read without the library.
    pub fn told(&self, item: &Json) -> Option<Told> {
        let alias = self.recorded.owner(item)?;
        let member = self.driver.member(alias);
        let schema = &self.recorded.members[alias];
        let attributes = schema.attributes.keys().filter_map(|name| {
            let value = item.get(schema.field(name))?;
            Some((name.clone(), plain(value)))
        });
        Some((member.alias, (member.told)(&attributes.collect())))
    }

    /// All items that a query or scan of ElectroDB's reads and its filter lets through, page by page.
    pub fn read(&self, target: &str, request: &Json) -> Result<Vec<Json>, String> {
        self.scanned(target, request).map(|(items, _)| items)
    }

    /// The same, and how many items were read.
    pub fn scanned(&self, target: &str, request: &Json) -> Result<(Vec<Json>, u64), String> {
        let (mut request, mut items, mut scanned) = (request.clone(), Vec::new(), 0);
        loop {
            let mut answer = self.theirs.send(target, &request).map_err(|error| error.to_string())?;
            scanned += answer["ScannedCount"].as_u64().ok_or("not counted")?;
            match answer["Items"].take() {
                Json::Array(page) => items.extend(page),
                other => return Err(format!("no items: {other}")),
            }
            match answer["LastEvaluatedKey"].take() {
                Json::Null => return Ok((items, scanned)),
                last => request["ExclusiveStartKey"] = last,
            }
        }
    }
}

impl Service {
    /// The primary key of an item, as text to compare.
    pub fn key(&self, item: &Json) -> String {
        let fields = members(&self.table["KeySchema"]).iter().filter_map(|key| key["AttributeName"].as_str());
        json!(fields.map(|field| (field.to_owned(), item[field].clone())).collect::<Object>()).to_string()
    }

    /// The member whose identifiers an item has.
    pub fn owner(&self, item: &Json) -> Option<&str> {
        let is_of = |name: &str| {
            let model = &self.members[name].model;
            item["__edb_e__"]["S"] == *model.entity && item["__edb_v__"]["S"] == *model.version
        };
        self.members.keys().map(String::as_str).find(|alias| is_of(alias))
    }

    /// The recorded request for everything in its partition: without a filter, and without a condition on the sort key.
    pub fn whole_partition(&self, collection: &str, request: &Json) -> Json {
        let collection = &self.collections[collection];
        let (condition, names): (String, Vec<String>) = if collection.kind == "composite" {
            let equal = |name: &String| format!("#{name} = :{name}k_0");
            (
                collection.pk.iter().map(equal).collect::<Vec<_>>().join(" AND "),
                collection.pk.iter().map(|name| format!("{name}k_0")).collect(),
            )
        } else {
            ("#pk = :pk".to_owned(), vec!["pk".to_owned()])
        };
        let mut whole = json!({ "KeyConditionExpression": condition });
        for member in ["IndexName", "ScanIndexForward"] {
            if let Some(value) = request.get(member) {
                whole[member] = value.clone();
            }
        }
        let only = |part: &str, sign: &str, wanted: &dyn Fn(&str) -> bool| {
            let of = object(&request[part]).iter().filter(|(name, _)| wanted(name.trim_start_matches(sign)));
            Json::Object(of.map(|(name, value)| (name.clone(), value.clone())).collect())
        };
        whole["ExpressionAttributeValues"] =
            only("ExpressionAttributeValues", ":", &|name| names.iter().any(|it| it == name));
        let is_named = |name: &str| names.iter().any(|it| it.trim_end_matches("k_0") == name);
        whole["ExpressionAttributeNames"] = only("ExpressionAttributeNames", "#", &is_named);
        whole
    }
}
