//! Where Dynaent leaves ElectroDB on purpose: what it does, and what we do.
//!
//! What ElectroDB does comes from its recorded requests, run on an engine. Where no recorded model shows it, a comment
//! quotes what `electrodb` 3.9.3 was seen to put on the wire.

use dynaent::{Entity, Error, KeyProblem, Table, begins_with, between, gt};
use serde_json::{Value as Json, json};

use crate::{
    engines::{Theirs, both, seeded},
    items::to_json,
    models::{Comment, Lease, Model, Setting},
    stored::{entity, key_text, owned},
    vectors::{Call, of},
};

/// ElectroDB's recipe for a key with its default casing. Nothing in it keeps two different items apart.
fn recipe(prefix: &str, composites: &[(&str, &str)]) -> String {
    let parts = composites.iter().map(|(label, value)| format!("#{label}_{value}"));
    format!("{prefix}{}", parts.collect::<String>()).to_lowercase()
}

fn item(call: &Call) -> &Json {
    &call.request()["Item"]
}

/// The partition where ElectroDB puts every lease without a tenant.
fn without_tenant() -> Json {
    json!({
        "IndexName": "gsi3",
        "KeyConditionExpression": "#pk = :pk",
        "ExpressionAttributeNames": { "#pk": "gsi3pk" },
        "ExpressionAttributeValues": { ":pk": { "S": "$mallmap#tenant_" } },
    })
}

#[tokio::test]
async fn an_index_without_its_partition_key_is_not_written() {
    // ElectroDB: all items without a tenant are in one partition of the index.
    let theirs = Theirs::new::<Lease>();
    let seed: Vec<_> = of::<Lease>().seed.iter().filter(|call| call.model.is_none()).collect();
    seed.iter().for_each(|call| theirs.put(item(call)));
    let without = seed.iter().filter(|call| !call.arg("item").contains_key("tenant")).count();
    assert_eq!(theirs.query(&without_tenant()).expect("it is read").len(), without);
    assert!(without > 10);

    // Ours: they are not in the index. The recorded items show that all else is the same.
    let ours = Theirs::new::<Lease>();
    for call in &seed {
        let put = Lease::write("put", call.arg("item")).expect("it compiles").request.expect("it is written");
        ours.put(&put["Item"]);
    }
    assert_eq!(ours.query(&without_tenant()).expect("it is read"), Vec::<Json>::new());
    assert_eq!(ours.items::<Lease>().len(), theirs.items::<Lease>().len());
}

#[tokio::test]
async fn an_upsert_does_not_move_an_item_out_of_an_index() {
    // The lease has a tenant, and is upserted without one: it keeps the attribute.
    let (before, upsert) = (of::<Lease>().call("put/tenant"), of::<Lease>().call("upsert/plain"));
    let (theirs, ours) = both::<Lease>([item(before)]).await;

    theirs.call(upsert).expect("it is upserted");
    let stored = theirs.items::<Lease>().remove(&key_text::<Lease>(item(before))).expect("it is there");
    assert_eq!([&stored["tenant"]["S"], &stored["gsi3pk"]["S"]], ["acme", "$mallmap#tenant_"]);

    Lease::write("upsert", upsert.arg("item")).expect("it compiles").send(&ours.table).await.expect("it is upserted");
    let found = Lease::query().by_tenant().tenant("acme").all(&ours.table).await.expect("it is read");
    assert_eq!(found.len(), 1);
}

/// The index `g1: gsi1pk[a], gsi1sk[b, c]`, and two whose partition key has no composites.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "MySvc", name = "MyEnt", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(some, gsi = "gsi1", pk = [a], sk = [b, c])]
#[index(all, gsi = "gsi2", pk = [], sk = [])]
#[index(sorted, gsi = "gsi3", pk = [], sk = [n])]
struct Indexed {
    id: String,
    a: Option<String>,
    b: Option<String>,
    c: Option<u32>,
    n: Option<String>,
}

fn indexed() -> Indexed {
    Indexed { id: "I".into(), a: None, b: None, c: None, n: None }
}

/// Fields of the item of a put.
fn put_fields<const N: usize>(entity: Indexed, fields: [&str; N]) -> [Option<String>; N] {
    let item = to_json(&Indexed::put().item(entity).request("app").expect("it is written").item.expect("an item"));
    fields.map(|field| item[field]["S"].as_str().map(str::to_owned))
}

#[test]
fn a_half_present_index_is_written_if_its_partition_key_is_there() {
    let [a, b] = [Some("A".to_owned()), Some("B".to_owned())];
    let written = |entity| put_fields(entity, ["gsi1pk", "gsi1sk"]);
    let some = |text: &str| Some(text.to_owned());

    // As ElectroDB: nothing, the partition key with the sort key's first label, both whole.
    assert_eq!(written(indexed()), [None, None]);
    assert_eq!(written(Indexed { a: a.clone(), ..indexed() }), [some("$mysvc#a_a"), some("$myent_1#b_")]);
    let whole = Indexed { a: a.clone(), b: b.clone(), c: Some(1), ..indexed() };
    assert_eq!(written(whole), [some("$mysvc#a_a"), some("$myent_1#b_b#c_1")]);

    // ElectroDB writes gsi1pk "$mysvc#a_" too, which puts the item into the index.
    assert_eq!(written(Indexed { b: b.clone(), c: Some(1), ..indexed() }), [None, some("$myent_1#b_b#c_1")]);

    // As ElectroDB: a sort key with a gap is an error, which says what is missing.
    let gap = Indexed::put().item(Indexed { a, b, ..indexed() }).request("app");
    assert!(matches!(gap, Err(Error::IncompleteIndex { index: "some", missing, .. }) if missing == ["c"]));
}

#[tokio::test]
async fn static_indexes_are_always_written() {
    // ElectroDB never writes the keys of an index without any composites.
    let all = put_fields(indexed(), ["gsi2pk", "gsi2sk"]);
    assert_eq!(all, [Some("$mysvc".to_owned()), Some("$myent_1".to_owned())]);

    // ElectroDB writes `sorted` on a put that has `n`. An update that sets `n` writes its sort key alone, so that the
    // item never is in the index.
    let table = Table::local::<Indexed>().await.expect("a table");
    Indexed::put().id("I").send(&table).await.expect("it is put");
    let sorted = || Indexed::query().sorted().all(&table);
    assert_eq!(sorted().await.expect("it is read"), []);
    Indexed::update().id("I").set(Indexed::attributes().n, "N").send(&table).await.expect("it is updated");
    assert_eq!(sorted().await.expect("it is read").len(), 1);
    assert_eq!(Indexed::query().all().all(&table).await.expect("it is read").len(), 1);
}

#[tokio::test]
async fn ranges_select_by_the_composite() {
    let (theirs, ours) = seeded::<Lease>().await;
    let read = |name: &str| theirs.query(of::<Lease>().call(name).request()).expect("it is read");
    let leases =
        |items: &[Json]| items.iter().filter(|item| owned::<Lease>(item)).map(entity::<Lease>).collect::<Vec<_>>();

    // ElectroDB's `gt(buildingId: "a")` returns "a" itself, because more follows in the key, and reads other entities.
    let above = read("query/units/plain/gt@0");
    assert!(above.iter().any(|item| !owned::<Lease>(item)));
    assert!(leases(&above).iter().any(|lease| lease.building_id == "a"));
    let found = Lease::query().units().mall_id("a").building_id(gt("a")).all(&ours.table).await.expect("it is read");
    assert!(!found.is_empty() && found.iter().all(|lease| lease.building_id.to_lowercase().as_str() > "a"));

    // ElectroDB's `gt(unitId: "1")` within buildingId "a" returns other buildings.
    let above = leases(&read("query/units/plain/gt@1"));
    assert!(above.iter().any(|lease| lease.building_id != "a"));
    let found = Lease::query().units().mall_id("a").building_id("a").unit_id(gt("1"));
    let found = found.all(&ours.table).await.expect("it is read");
    assert!(!found.is_empty());
    assert!(found.iter().all(|lease| lease.building_id.to_lowercase() == "a" && lease.unit_id.as_str() > "1"));
}

#[tokio::test]
async fn an_upside_down_range_is_not_sent() {
    // ElectroDB sends it, and DynamoDB refuses it.
    let theirs = Theirs::new::<Comment>();
    let mut request = of::<Comment>().call("query/byArticle/plain/between@0").request().clone();
    assert_eq!(theirs.query(&request).expect("a range"), Vec::<Json>::new());
    let values = &mut request["ExpressionAttributeValues"];
    let (from, to) = (values[":sk1"].take(), values[":sk2"].take());
    (values[":sk1"], values[":sk2"]) = (to, from);
    assert!(theirs.query(&request).is_err());

    let ours = Comment::query().by_article().article_id("a").comment_id(between("a-b", "a-a")).request("app");
    assert!(matches!(ours, Err(Error::EmptyRange { lower, upper, .. }) if (&*lower, &*upper) == ("a-b", "a-a")));
}

#[tokio::test]
async fn numbers_that_sort_as_text_have_no_ranges() {
    // ElectroDB's `between(units: 1, units: 3)` compares text. Ours does not compile.
    let (theirs, _) = seeded::<Lease>().await;
    let unsorted = |call: &Call| {
        let bounds = &call.args["bounds"];
        let range = bounds[0]["units"].as_i64()..=bounds[1]["units"].as_i64();
        let items = theirs.query(call.request()).expect("it is read");
        let within = |item: &&Json| item["leaseEnd"]["S"] == call.args["facets"]["leaseEnd"] && owned::<Lease>(item);
        items.iter().filter(within).any(|item| !range.contains(&Some(entity::<Lease>(item).units)))
    };
    assert!(
        of::<Lease>()
            .calls
            .iter()
            .filter(|call| call.name.ends_with("/between@2") && call.name.contains("/leases/"))
            .any(unsorted)
    );
}

#[test]
fn ambiguous_values_are_refused() {
    // The recipe is ElectroDB's.
    for call in of::<Lease>().calls_of(&["get"]).filter(|call| call.request.is_some()) {
        let value = |name: &'static str| (name, call.arg("key")[name].as_str().expect("text"));
        let pk = recipe("$mallmap", &[value("cityId"), value("mallId")]);
        let sk = recipe("$MallStore_2", &[value("buildingId"), value("storeId")]);
        assert_eq!(call.request()["Key"], json!({ "pk": { "S": pk }, "sk": { "S": sk } }), "{}", call.name);
    }
    // Two malls in two cities are one partition to it.
    let partition = |city, mall| recipe("$mallmap", &[("cityId", city), ("mallId", mall)]);
    assert_eq!(partition("x#mallId_y", "z"), partition("x", "y#mallId_z"));

    // Ours refuses the value that holds what separates it from the next, in any case and wherever it is given.
    fn refused<T>(result: dynaent::Result<T>) -> bool {
        let Err(Error::Key(error)) = result else { return false };
        error.attribute == Some("cityId") && matches!(error.problem, KeyProblem::Ambiguous { .. })
    }
    let lease: Lease = entity(item(of::<Lease>().call("put/plain")));
    for city in ["x#mallId_y", "x#MALLID_", "x#mallid_#mallid_"] {
        assert!(refused(Lease::get().city_id(city).mall_id("z").building_id("b").store_id("s").request("app")));
        assert!(refused(Lease::remove().city_id(city).mall_id("z").building_id("b").store_id("s").request("app")));
        assert!(refused(Lease::patch().city_id(city).mall_id("z").building_id("b").store_id("s").request("app")));
        assert!(refused(Lease::query().stores().city_id(city).mall_id("z").request("app")));
        let lease = Lease { city_id: city.to_owned(), ..lease.clone() };
        assert!(refused(Lease::create().item(lease.clone()).request("app")));
        assert!(refused(Lease::upsert().item(lease).request("app")));
    }

    // What only looks like it is written as ElectroDB writes it; after the last value nothing follows.
    let get =
        Lease::get().city_id("x#mall").mall_id("y#mallid_z").building_id("#").store_id("#storeId_").request("app");
    let key = to_json(get.expect("it is not ambiguous").key.as_ref().expect("a key"));
    assert_eq!(key["pk"]["S"], partition("x#mall", "y#mallid_z"));
    assert_eq!(key["sk"]["S"], recipe("$mallstore_2", &[("buildingId", "#"), ("storeId", "#storeId_")]));
}

#[test]
fn empty_texts_in_keys_are_refused() {
    // ElectroDB takes them: the key ends with the label. It is the beginning of every other key.
    let key = |id| recipe("$myapp", &[("commentID", id)]);
    let recorded = &of::<Comment>().call("get/plain").request()["Key"]["pk"]["S"];
    assert_eq!(*recorded, key("c1"));
    assert!(key("c1").starts_with(&key("")));

    fn refused<T>(result: dynaent::Result<T>, name: &str) -> bool {
        let Err(Error::Key(error)) = result else { return false };
        error.attribute == Some(name) && error.problem == KeyProblem::Empty
    }
    assert!(refused(Comment::get().comment_id("").request("app"), "commentID"));
    assert!(refused(Comment::query().by_article().article_id("").request("app"), "articleID"));
    assert!(refused(Comment::query().by_article().article_id("a").comment_id("").request("app"), "commentID"));
    assert!(refused(Comment::create().comment_id("c").article_id("").text("t").request("app"), "articleID"));
    // Elsewhere they are values like others, and every text begins with the empty one.
    assert!(Comment::create().comment_id("c").article_id("a").text("").request("app").is_ok());
    assert!(Comment::query().by_article().article_id("a").comment_id(begins_with("")).request("app").is_ok());
}

#[tokio::test]
async fn an_upsert_does_not_overwrite_with_defaults() {
    // The stored setting has `flag` false; the upsert does not mention it.
    let (before, upsert) = (of::<Setting>().call("put/full"), of::<Setting>().call("upsert/plain"));
    assert!(!upsert.arg("item").contains_key("flag"));
    let (theirs, ours) = both::<Setting>([item(before)]).await;
    let key = key_text::<Setting>(item(before));

    theirs.call(upsert).expect("it is upserted");
    let stored: Setting = entity(&theirs.items::<Setting>()[&key]);
    assert_eq!((stored.flag, stored.created_at.as_deref()), (Some(true), Some("2024-02-02")));

    Setting::write("upsert", upsert.arg("item")).expect("it compiles").send(&ours.table).await.expect("it is upserted");
    let stored: Setting = entity(&ours.items::<Setting>().await[&key]);
    assert_eq!((stored.flag, stored.created_at.as_deref()), (Some(false), Some("2024-02-02")));
}

#[tokio::test]
async fn guards_hold() {
    let create = of::<Comment>().call("create/plain");
    let put = of::<Comment>().call("put/plain");
    let (theirs, ours) = both::<Comment>([item(put)]).await;

    // ElectroDB: `create(item).where(a OR b)` puts the words after its guard, which then guards nothing.
    let mut bypassed = create.request().clone();
    let guard = bypassed["ConditionExpression"].as_str().expect("a guard").to_owned();
    bypassed["ConditionExpression"] = json!(format!("{guard} AND #text = :a OR attribute_exists(#pk)"));
    bypassed["ExpressionAttributeNames"]["#text"] = json!("text");
    bypassed["ExpressionAttributeValues"] = json!({ ":a": { "S": "x" } });
    bypassed["Item"]["text"] = json!({ "S": "overwritten" });
    assert!(theirs.call(create).is_err(), "alone, the guard holds");
    theirs.send("PutItem", &bypassed).expect("the guard is bypassed");
    assert_eq!(theirs.items::<Comment>().into_values().next().expect("an item")["text"]["S"], "overwritten");

    // Ours: the guard is a condition of its own.
    let untouched = ours.items::<Comment>().await;
    let created = Comment::write("create", create.arg("item")).expect("it compiles").send(&ours.table).await;
    assert!(matches!(created, Err(Error::AlreadyExists { .. })));
    let missing = |error| matches!(error, Err(Error::NotFound { .. }));
    assert!(missing(Comment::patch().comment_id("c9").send(&ours.table).await));
    assert!(missing(Comment::remove().comment_id("c9").send(&ours.table).await));
    assert_eq!(ours.items::<Comment>().await, untouched);
}
