//! Where the writes of Dynaent leave ElectroDB's on purpose: what it does, recorded in `deviations.json` and run on an
//! engine, and what we do. The models are those of `deviations.mjs`.

use dynaent::{Entity, Error, KeyPart, Value, ValueError};
use serde_json::{Value as Json, json};

use crate::{
    recorded::{Recorded, item, store, table},
    request::Request,
};

fn text(text: &str) -> Json {
    json!({ "S": text })
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [b])]
struct Sorted {
    id: String,
    a: Option<String>,
    b: Option<String>,
}

#[tokio::test]
async fn an_item_stays_in_an_index_without_its_sort_keys_attribute() {
    // ElectroDB: an item that is put without the attribute is in the index, and one that loses it is not.
    let theirs = Recorded::of::<Sorted>("sortKey");
    let without = theirs.request("without")["Item"].clone();
    assert_eq!(without["gsi1sk"], text("$e_1#b_"));
    assert!(theirs.send("put") && theirs.send("update"));
    assert_eq!(theirs.item().get("gsi1sk"), None);

    // Ours: the item is what a put without the attribute would write.
    let ours = table::<Sorted>().await;
    store(&ours, &theirs.request("put")["Item"]).await;
    let s = Sorted::attributes();
    Sorted::update().id("1").remove(s.b).send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await, without);
}

#[tokio::test]
async fn the_partition_keys_attribute_is_enough_to_enter_an_index() {
    // ElectroDB: an item that is put with the attribute alone is in the index, and one that is given it later is not.
    let theirs = Recorded::of::<Sorted>("sortKey");
    assert!(theirs.send("bare") && theirs.send("updatePartition"));
    assert_eq!(theirs.item()["gsi1pk"], text("$s#a_a"));
    assert_eq!(theirs.item().get("gsi1sk"), None);

    let ours = table::<Sorted>().await;
    store(&ours, &theirs.request("bare")["Item"]).await;
    let s = Sorted::attributes();
    Sorted::update().id("1").set(s.a, "a").send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await, theirs.request("without")["Item"]);
    // A sort key that is there stays.
    Sorted::update().id("1").set(s.b, "b").send(&ours).await.expect("it is changed");
    Sorted::update().id("1").set(s.a, "a").send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await, theirs.request("put")["Item"]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a, b], sk = [])]
struct Paired {
    id: String,
    a: Option<String>,
    b: Option<String>,
}

#[tokio::test]
async fn one_attribute_of_a_partition_key_can_go() {
    let theirs = Recorded::of::<Paired>("partitionKey");
    assert_eq!(theirs.thrown("update"), 2002);

    let ours = table::<Paired>().await;
    store(&ours, &theirs.request("put")["Item"]).await;
    let p = Paired::attributes();
    Paired::update().id("1").remove(p.a).send(&ours).await.expect("it is changed");
    let left = item(&ours).await;
    assert_eq!((left.get("a"), left.get("gsi1pk"), &left["b"]), (None, None, &text("b")));
}

#[tokio::test]
async fn an_update_is_told_what_an_item_lacks() {
    let theirs = Recorded::of::<Paired>("known");
    assert_eq!(theirs.thrown("update"), 2010);

    let ours = table::<Paired>().await;
    let p = Paired::attributes();
    Paired::put().id("1").send(&ours).await.expect("it is put");
    let set = || Paired::update().id("1").set(p.a, "a");
    assert!(matches!(set().request("t"), Err(Error::IncompleteIndex { index: "g", missing, .. }) if missing == ["b"]));
    set().known_absent(p.b).send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await.get("gsi1pk"), None);
    // It is a condition: what is not so any more is not written.
    Paired::update().id("1").set(p.b, "b").known(p.a, "a").send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await["gsi1pk"], text("$s#a_a#b_b"));
    let stale = set().known_absent(p.b).send(&ours).await;
    assert!(matches!(stale, Err(Error::ConditionFailed { .. })));
}

/// What is made in one way only: text in lower case.
#[derive(Debug, Clone, PartialEq)]
struct Lower(String);

impl From<&str> for Lower {
    fn from(text: &str) -> Self {
        Self(text.to_lowercase())
    }
}

impl Value for Lower {
    fn to_attribute(&self) -> Result<aws_sdk_dynamodb::types::AttributeValue, ValueError> {
        self.0.to_attribute()
    }

    fn from_attribute(value: aws_sdk_dynamodb::types::AttributeValue) -> Result<Self, ValueError> {
        String::from_attribute(value).map(Self)
    }
}

impl KeyPart for Lower {
    fn write_key(&self, key: &mut String) {
        key.push_str(&self.0);
    }
}

#[tokio::test]
async fn what_is_stored_is_what_was_validated_and_what_is_asked_for() {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "s", name = "e", version = "1", casing = "none")]
    #[index(primary, pk = [id], sk = [])]
    #[index(g, gsi = "gsi1", pk = [a], sk = [])]
    struct Keyed {
        id: String,
        a: Lower,
    }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "s", name = "e", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Checked {
        id: String,
        #[attr(on_write = lower, validate = is_lower)]
        a: String,
    }

    fn lower(text: String) -> String {
        text.to_lowercase()
    }

    fn is_lower(text: &str) -> bool {
        text.chars().all(|letter| letter.is_ascii_lowercase())
    }

    // ElectroDB: capitals are demanded, small letters are stored, and a query with capitals does not find them.
    let theirs = Recorded::of::<Keyed>("setter");
    assert!(theirs.send("put"));
    assert_eq!(theirs.item()["a"], text("ada"));
    assert_eq!(theirs.query("query"), Vec::<Json>::new());

    // Ours: the type makes of both the same.
    let ours = table::<Keyed>().await;
    store(&ours, &theirs.item()).await;
    let found = Keyed::query().g().a(Lower::from("ADA")).all(&ours).await.expect("it is read");
    assert_eq!(found, [Keyed { id: "1".into(), a: "ada".into() }]);
    // And what is validated is what is stored.
    let stored = Checked::put().id("1").a("ADA").request("t").expect("it is valid").json();
    assert_eq!(stored["Item"]["a"], text("ada"));
}

#[tokio::test]
async fn what_is_computed_from_others_knows_them_all() {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "s", name = "e", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Watching {
        id: String,
        a: String,
        b: String,
        #[attr(watch = [a, b], on_write = both)]
        both: String,
    }

    fn both(a: &String, b: &String) -> String {
        format!("{a} {b}")
    }

    // ElectroDB: an update computes from what it sets.
    let theirs = Recorded::of::<Watching>("watch");
    assert!(theirs.send("put"));
    let before = theirs.item();
    assert!(theirs.send("update"));
    assert_eq!(theirs.item()["both"], text("c undefined"));

    let ours = table::<Watching>().await;
    store(&ours, &before).await;
    let w = Watching::attributes();
    let set = || Watching::update().id("1").set(w.a, "c");
    let error = set().send(&ours).await.expect_err("b is not known");
    assert!(matches!(error, Error::IncompleteComputation { attribute: "both", missing, .. } if missing == ["b"]));
    set().known(w.b, "b").send(&ours).await.expect("it is changed");
    assert_eq!(item(&ours).await["both"], text("c b"));
}

#[tokio::test]
async fn the_time_of_the_last_write_advances_in_upserts() {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "s", name = "e", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    struct Stamped {
        id: String,
        a: String,
        #[attr(updated_at)]
        at: u64,
    }

    // ElectroDB: the recipe's attribute is read-only, and so an upsert leaves it as it is.
    let theirs = Recorded::of::<Stamped>("updatedAt");
    let expression = |call: &str| theirs.request(call)["UpdateExpression"].as_str().expect("text").to_owned();
    assert!(expression("update").contains("#at = :at_u0"));
    assert!(expression("upsert").contains("#at = if_not_exists(#at, :at_u0)"));

    let ours = table::<Stamped>().await;
    // The time of the recorded item is long ago.
    store(&ours, &theirs.request("put")["Item"]).await;
    Stamped::upsert().id("1").a("c").send(&ours).await.expect("it is changed");
    let stamped = Stamped::get().id("1").send(&ours).await.expect("it is read").expect("it is there");
    assert!(stamped.at > 1_700_000_000_000);
}
