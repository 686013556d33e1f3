//! Where the keys of Dynaent leave ElectroDB's on purpose: what it does, recorded in `deviations.json` and run on an
//! engine, and what we do. The models are those of `deviations.mjs`.

use dynaent::{Entity, Error, KeyComposites, KeyProblem, begins_with};
use serde_json::{Value as Json, json};

use crate::{
    items::{from_json, to_json},
    recorded::{RECORDED, Recorded, item, store, table},
};

/// What is wrong with a key, and of which attribute.
fn problem<T>(result: dynaent::Result<T>) -> (Option<&'static str>, KeyProblem) {
    match result {
        Err(Error::Key(error)) => (error.attribute, error.problem),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("no error"),
    }
}

/// `AttributeValue`s in JSON.
fn text(text: &str) -> Json {
    json!({ "S": text })
}

fn number(number: &str) -> Json {
    json!({ "N": number })
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [tenant, user])]
struct Member {
    tenant: String,
    user: String,
}

#[tokio::test]
async fn one_tenant_cannot_read_anothers_records() {
    // ElectroDB: two members, one key.
    let theirs = Recorded::of::<Member>("ambiguous");
    assert_eq!(theirs.request("get")["Key"]["pk"], theirs.request("put")["Item"]["pk"]);

    let refused = problem(Member::put().tenant("x#user_y").user("z").request("t"));
    let ambiguous = KeyProblem::Ambiguous { value: "x#user_y".to_owned(), separator: "#user_" };
    assert_eq!(refused, (Some("tenant"), ambiguous));
    assert!(Member::get().tenant("x").user("y#user_z").request("t").is_ok(), "nothing follows the last value");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk(template = "${a}${b}"))]
struct Unseparated {
    #[attr(padding(2, "0"))]
    a: String,
    b: String,
}

#[tokio::test]
async fn composites_with_nothing_between_have_a_width() {
    // ElectroDB: two items, one key.
    let theirs = Recorded::of::<Unseparated>("unseparated");
    assert_eq!(theirs.request("get")["Key"]["pk"], theirs.request("put")["Item"]["pk"]);

    // Ours needs a width of the first, and holds to it: values that have it stand as ElectroDB writes them.
    let key =
        |a, b| Unseparated::get().a(a).b(b).request("t").map(|get| to_json(&get.key.expect("a key"))["pk"].clone());
    assert_eq!(key("xy", "z").expect("it fits"), theirs.request("get")["Key"]["pk"]);
    assert_eq!(key("x", "yz").expect("it is padded"), text("0xyz"));
    let wide = KeyProblem::Width { value: "xyz".to_owned(), width: 2 };
    assert_eq!(problem(key("xyz", "z")), (Some("a"), wide));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [])]
struct Empty {
    id: String,
    a: String,
}

#[tokio::test]
async fn empty_text_is_no_key() {
    // ElectroDB: the key is what every other key of the index begins with.
    let theirs = Recorded::of::<Empty>("empty");
    assert_eq!(theirs.request("put")["Item"]["gsi1pk"], text("$s#a_"));
    assert_eq!(problem(Empty::put().id("1").a("").request("t")), (Some("a"), KeyProblem::Empty));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [b])]
struct Dangling {
    id: String,
    a: Option<String>,
    b: Option<String>,
}

#[tokio::test]
async fn an_item_without_its_partition_is_in_none() {
    for call in ["put", "upsert"] {
        // ElectroDB: every such item is in the partition of nothing.
        let theirs = Recorded::of::<Dangling>("dangling");
        assert!(theirs.send(call));
        assert_eq!(theirs.item()["gsi1pk"], text("$s#a_"));

        let table = table::<Dangling>().await;
        match call {
            "put" => drop(Dangling::put().id("1").b("b").send(&table).await.expect("it is put")),
            _ => Dangling::upsert().id("1").b("b").send(&table).await.expect("it is upserted"),
        }
        let ours = item(&table).await;
        assert_eq!(ours.get("gsi1pk"), None);
        // As theirs: so setting `a` is enough to bring it in.
        assert_eq!(ours["gsi1sk"], theirs.item()["gsi1sk"]);
        Dangling::patch().id("1").set(Dangling::attributes().a, "a").send(&table).await.expect("it is patched");
        assert_eq!(Dangling::query().g().a("a").all(&table).await.expect("it is read").len(), 1);
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a, b], sk = [])]
struct Half {
    id: String,
    a: Option<String>,
    b: Option<String>,
}

#[tokio::test]
async fn half_a_partition_key_is_none() {
    // ElectroDB: such an item cannot be put at all.
    let theirs = Recorded::of::<Half>("half");
    assert_eq!(*theirs.thrown("put"), json!(2002));

    let table = table::<Half>().await;
    Half::put().id("1").a("a").send(&table).await.expect("it is put");
    assert_eq!(item(&table).await.get("gsi1pk"), None);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(all, gsi = "gsi1", pk = [], sk = [])]
#[index(sorted, gsi = "gsi2", pk = [], sk = [n])]
#[index(meta, gsi = "gsi3", pk = [n], sk(template = "META"))]
struct Static {
    id: String,
    n: Option<String>,
}

#[tokio::test]
async fn static_keys_are_written_and_survive() {
    let theirs = Recorded::of::<Static>("static");
    assert!(theirs.send("put") && theirs.send("update"));
    let stored = theirs.item();
    // ElectroDB: an index without composites is never written, nor a partition key without any on an update; a static
    // template becomes the text "undefined".
    assert_eq!([stored.get("gsi1pk"), stored.get("gsi1sk"), stored.get("gsi2pk")], [None; 3]);
    assert_eq!(stored["gsi3sk"], text("undefined"));

    let table = table::<Static>().await;
    Static::put().id("1").send(&table).await.expect("it is put");
    Static::update().id("1").set(Static::attributes().n, "N").send(&table).await.expect("it is updated");
    let ours = item(&table).await;
    assert_eq!([&ours["gsi1pk"], &ours["gsi1sk"]], [&text("$s"), &text("$e_1")]);
    assert_eq!([&ours["gsi2pk"], &ours["gsi2sk"]], [&text("$s"), &stored["gsi2sk"]]);
    assert_eq!([&ours["gsi3pk"], &ours["gsi3sk"]], [&stored["gsi3pk"], &text("meta")]);
    for found in [Static::query().all().all(&table).await, Static::query().meta().n("N").all(&table).await] {
        assert_eq!(found.expect("it is read").len(), 1);
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk(template = "${n}"))]
struct Zero {
    id: String,
    a: String,
    n: i64,
}

#[tokio::test]
async fn a_numeric_key_can_become_zero() {
    // ElectroDB: the attribute is zero, its key still 5.
    let theirs = Recorded::of::<Zero>("zero");
    assert!(theirs.send("put") && theirs.send("update"));
    assert_eq!([&theirs.item()["n"], &theirs.item()["gsi1sk"]], [&number("0"), &number("5")]);

    let table = table::<Zero>().await;
    Zero::put().id("1").a("a").n(5).send(&table).await.expect("it is put");
    Zero::update().id("1").set(Zero::attributes().n, 0).send(&table).await.expect("it is updated");
    assert_eq!(item(&table).await["gsi1sk"], number("0"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk(field = "n", composite = [n]))]
struct ZeroOfTheTable {
    n: i64,
    text: String,
}

#[tokio::test]
async fn the_item_of_key_zero_can_be_changed() {
    // ElectroDB: it is put, and an update of it has no key.
    let theirs = Recorded::of::<ZeroOfTheTable>("zeroOfTheTable");
    assert!(theirs.send("put"));
    assert_eq!(theirs.calls["update"].get("request"), None);

    let table = table::<ZeroOfTheTable>().await;
    store(&table, &theirs.item()).await;
    let change = ZeroOfTheTable::patch().n(0).set(ZeroOfTheTable::attributes().text, "u");
    change.send(&table).await.expect("it is patched");
    assert_eq!([&item(&table).await["n"], &item(&table).await["text"]], [&number("0"), &text("u")]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk(composite = [n], cast = "number"))]
struct Cast {
    id: String,
    a: String,
    n: String,
}

#[tokio::test]
async fn only_a_number_is_cast_to_one() {
    // ElectroDB: what begins as a whole number is that number.
    let theirs = Recorded::of::<Cast>("cast");
    assert_eq!(theirs.request("put")["Item"]["gsi1sk"], number("12"));
    assert_eq!(theirs.request("fraction")["Item"]["gsi1sk"], number("12"));

    for text in ["12abc", "12.9", "", " 12", "+12", "0x12"] {
        let (attribute, problem) = problem(Cast::put().id("1").a("a").n(text).request("t"));
        assert_eq!(attribute, Some("n"));
        assert!(matches!(problem, KeyProblem::NotANumber { .. } | KeyProblem::Empty), "{text}: {problem}");
    }
    let put = Cast::put().id("1").a("a").n("0012").request("t").expect("it is a number");
    assert_eq!(to_json(&put.item.expect("an item"))["gsi1sk"], number("12"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk(field = "code", composite = [code]))]
struct Own {
    id: String,
    code: String,
}

/// The same, cased as ElectroDB does.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk(field = "code", composite = [code], casing = "lower"))]
struct OwnLower {
    id: String,
    code: String,
}

#[tokio::test]
async fn an_attribute_that_is_a_key_keeps_its_case() {
    // ElectroDB: a put changes the attribute, an update does not, so that the query no longer finds the item.
    let theirs = Recorded::of::<Own>("own");
    assert!(theirs.send("put"));
    assert_eq!((&theirs.item()["code"], theirs.query("query").len()), (&text("cc"), 1));
    assert!(theirs.send("update"));
    assert_eq!((&theirs.item()["code"], theirs.query("query").len()), (&text("Cc"), 0));

    let table = table::<Own>().await;
    for write in 0..2 {
        match write {
            0 => drop(Own::put().id("1").code("Cc").send(&table).await.expect("it is put")),
            _ => Own::update().id("1").set(Own::attributes().code, "Cc").send(&table).await.expect("it is updated"),
        }
        assert_eq!(item(&table).await["code"], text("Cc"));
        assert_eq!(Own::query().g().code("Cc").all(&table).await.expect("it is read").len(), 1);
        assert_eq!(Own::query().g().code("cc").all(&table).await.expect("it is read").len(), 0);
    }
}

#[tokio::test]
async fn an_attribute_that_is_a_cased_key_is_cased_by_every_write() {
    let table = table::<OwnLower>().await;
    let put = OwnLower::put().id("1").code("Cc").send(&table).await.expect("it is put");
    assert_eq!(put.code, "cc", "what is stored is given back");
    assert_eq!(item(&table).await["code"], Recorded::of::<OwnLower>("own").request("put")["Item"]["code"]);
    OwnLower::update().id("1").set(OwnLower::attributes().code, "Dd").send(&table).await.expect("it is updated");
    assert_eq!(item(&table).await["code"], text("dd"));
    assert_eq!(OwnLower::query().g().code("DD").all(&table).await.expect("it is read").len(), 1);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk(field = "acct", template = "${account}", casing = "lower"))]
struct Renamed {
    id: String,
    #[attr(field = "acct")]
    account: String,
}

#[tokio::test]
async fn an_attribute_that_is_a_key_of_another_name_can_be_changed() {
    // ElectroDB: the update sets one field twice, which DynamoDB refuses.
    let theirs = Recorded::of::<Renamed>("renamed");
    assert!(theirs.send("put") && !theirs.send("update"));

    let table = table::<Renamed>().await;
    store(&table, &theirs.item()).await;
    Renamed::update().id("1").set(Renamed::attributes().account, "b").send(&table).await.expect("it is updated");
    assert_eq!(item(&table).await["acct"], text("b"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [n])]
struct Operand {
    id: String,
    a: String,
    #[attr(padding(4, "0"))]
    n: u32,
}

#[tokio::test]
async fn a_key_holds_the_value_and_never_an_operand() {
    // ElectroDB: the attribute is 15, its key says 5.
    let theirs = Recorded::of::<Operand>("operand");
    assert!(theirs.send("put") && theirs.send("add"));
    assert_eq!([&theirs.item()["n"], &theirs.item()["gsi1sk"]], [&number("15"), &text("$e_1#n_0005")]);

    // Ours: an attribute in a key is set, and its key with it.
    let table = table::<Operand>().await;
    Operand::put().id("1").a("a").n(10).send(&table).await.expect("it is put");
    Operand::update().id("1").set(Operand::attributes().n, 15).send(&table).await.expect("it is updated");
    assert_eq!([&item(&table).await["n"], &item(&table).await["gsi1sk"]], [&number("15"), &text("$e_1#n_0015")]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Guarded {
    id: String,
    text: String,
}

#[tokio::test]
async fn a_create_never_overwrites() {
    // ElectroDB: the condition that follows the guard takes its place.
    let theirs = Recorded::of::<Guarded>("guard");
    assert!(theirs.send("put") && theirs.send("create"));
    assert_eq!(theirs.item()["text"], text("overwritten"));

    let table = table::<Guarded>().await;
    Guarded::put().id("1").text("mine").send(&table).await.expect("it is put");
    let created = Guarded::create().id("1").text("overwritten").send(&table).await;
    assert!(matches!(created, Err(Error::AlreadyExists { .. })));
    assert_eq!(item(&table).await["text"], text("mine"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [b], clustered)]
struct Clustered {
    id: String,
    a: String,
    b: String,
}

#[tokio::test]
async fn the_last_composite_of_a_clustered_key_has_a_beginning() {
    // ElectroDB: only the whole value is a beginning of it.
    let theirs = Recorded::of::<Clustered>("clustered");
    assert!(theirs.send("put"));
    assert_eq!(theirs.query("begins").len(), 0);

    let table = table::<Clustered>().await;
    store(&table, &theirs.item()).await;
    let found = Clustered::query().g().a("a").b(begins_with("beg")).all(&table).await.expect("it is read");
    assert_eq!(found.len(), 1);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [b])]
struct PaddedText {
    id: String,
    a: String,
    #[attr(padding(5, "0"))]
    b: String,
}

#[tokio::test]
async fn padded_text_has_no_beginning() {
    // ElectroDB: the beginning is padded too, and so is another value. Ours does not compile.
    let theirs = Recorded::of::<PaddedText>("padded");
    assert!(theirs.send("put") && theirs.send("short"));
    let begun: Vec<_> = theirs.query("begins").iter().map(|item| item["b"].clone()).collect();
    assert_eq!(begun, [text("be")], "`begun` begins with `be`");

    // The keys are the same.
    let item = |call: &str| &theirs.request(call)["Item"];
    let ours =
        |id, b| to_json(&PaddedText::put().id(id).a("a").b(b).request("t").expect("a request").item.expect("an item"));
    assert_eq!([&ours("1", "begun"), &ours("2", "be")], [item("put"), item("short")]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [id], condition(is_open, of = [closed]))]
struct Conditional {
    id: String,
    a: Option<String>,
    closed: bool,
}

fn is_open(closed: &bool) -> bool {
    !closed
}

#[tokio::test]
async fn a_condition_is_asked_whenever_its_answer_may_change() {
    // ElectroDB: closing the item leaves it in the index of the open ones, and an item without `a` cannot be put.
    let theirs = Recorded::of::<Conditional>("condition");
    assert!(theirs.send("put") && theirs.send("close"));
    assert_eq!([&theirs.item()["closed"], &theirs.item()["gsi1pk"]], [&json!({ "BOOL": true }), &text("$s#a_a")]);
    assert_eq!(*theirs.thrown("without"), json!(2012));

    let table = table::<Conditional>().await;
    let c = Conditional::attributes();
    Conditional::put().id("1").a("a").closed(false).send(&table).await.expect("it is put");
    assert_eq!(item(&table).await["gsi1pk"], text("$s#a_a"));
    let incomplete = Conditional::update().id("1").set(c.closed, true).send(&table).await;
    assert!(matches!(incomplete, Err(Error::IncompleteIndex { missing, .. }) if missing == ["a"]));
    Conditional::update().id("1").set(c.closed, true).set(c.a, "a").send(&table).await.expect("it is updated");
    assert_eq!([item(&table).await.get("gsi1pk"), item(&table).await.get("gsi1sk")], [None, None]);

    Conditional::put().id("1").closed(false).send(&table).await.expect("it is put");
    assert_eq!(item(&table).await.get("gsi1pk"), None);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk(template = "A#${a}"), sk(template = "B#${b}"))]
struct Templates {
    id: String,
    a: String,
    b: String,
}

#[test]
fn what_changes_nothing_is_left_out() {
    // ElectroDB: `scope` and `clustered` are accepted beside templates, and change nothing. Ours does not compile.
    let theirs = Recorded::of::<Templates>("templates");
    let ours = Templates::put().id("1").a("a").b("b").request("t").expect("a request").item.expect("an item");
    assert_eq!(to_json(&ours), theirs.request("put")["Item"]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk(composite = [n], cast = "number"))]
struct Bare {
    id: String,
    a: String,
    n: i64,
}

#[test]
fn a_number_has_no_text_around_it() {
    // ElectroDB: the template's text is left out. Ours does not compile; without it, the key is the same.
    let theirs = Recorded::of::<Bare>("textAroundANumber");
    let ours = Bare::put().id("1").a("a").n(7).request("t").expect("a request").item.expect("an item");
    assert_eq!(to_json(&ours), theirs.request("put")["Item"]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk(template = "DAY#${day}"))]
struct Braces {
    id: String,
    a: String,
    day: String,
}

#[test]
fn a_forgotten_dollar_is_not_text() {
    // ElectroDB: every item has the text `{day}` there. Ours does not compile.
    let theirs = Recorded::of::<Braces>("braces");
    assert_eq!(theirs.request("put")["Item"]["gsi1sk"], text("day#{day}"));
    let ours = Braces::put().id("1").a("a").day("mon").request("t").expect("a request").item.expect("an item");
    assert_eq!(to_json(&ours)["gsi1sk"], text("day#mon"));
}

#[test]
fn no_template_is_no_composite() {
    // ElectroDB: an empty template is none at all. Ours does not compile; `sk = []` is the same.
    let theirs = Recorded::of::<Empty>("noTemplate");
    let ours = Empty::put().id("1").a("a").request("t").expect("a request").item.expect("an item");
    assert_eq!(to_json(&ours), theirs.request("put")["Item"]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk(template = "Ας-${a}ΟΔΟΣ"), sk = [])]
struct Sigma {
    id: String,
    a: String,
}

#[test]
fn a_sigma_does_not_depend_on_a_value() {
    // ElectroDB: two keys that do not begin alike. Ours does not compile, but where the letter stands by itself.
    let theirs = Recorded::of::<Sigma>("sigma");
    let begins =
        |call: &str| theirs.request(call)["Item"]["gsi1pk"]["S"].as_str().expect("text")[.."ας".len()].to_owned();
    assert_eq!([begins("put"), begins("digit")], ["ασ", "ας"]);
    let ours = Sigma::put().id("1").a("x").request("t").expect("a request").item.expect("an item");
    assert_eq!(to_json(&ours)["gsi1pk"], text("ας-xοδος"));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(reverse, gsi = "gsi1", pk(field = "sk", composite = [b]), sk(field = "pk", composite = [a]))]
#[index(primary, pk = [a], sk = [b])]
struct Order {
    a: String,
    b: String,
}

#[test]
fn the_tables_own_key_decides_what_its_fields_begin_with() {
    // ElectroDB: the index that is declared first does.
    let theirs = Recorded::of::<Order>("order");
    let stored = &theirs.request("put")["Item"];
    assert_eq!([&stored["pk"], &stored["sk"]], [&text("$e_1#a_a"), &text("$s#b_b")]);
    let ours = to_json(&Order::put().a("a").b("b").request("t").expect("a request").item.expect("an item"));
    assert_eq!([&ours["pk"], &ours["sk"]], [&text("$s#a_a"), &text("$e_1#b_b")]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(some, gsi = "gsi1", pk = [a], sk = [b], condition(is_not_no, of = [b]))]
#[index(all, gsi = "gsi2", pk = [c], sk = [b])]
struct NotShared {
    id: String,
    a: String,
    b: String,
    c: String,
}

fn is_not_no(b: &str) -> bool {
    b != "no"
}

#[tokio::test]
async fn a_condition_takes_no_key_from_another_index() {
    // ElectroDB: two indexes share a sort key field, and an update that leaves one of them cannot be done.
    let theirs = Recorded::of::<NotShared>("sharedCondition");
    assert!(theirs.send("put"));
    let overlap = theirs.engine.send("UpdateItem", theirs.request("update")).expect_err("it is refused").to_string();
    assert!(overlap.contains("Two document paths overlap"), "{overlap}");

    // Ours does not compile with a shared field; with two, each index has its own.
    let table = table::<NotShared>().await;
    let n = NotShared::attributes();
    NotShared::put().id("1").a("a").b("no").c("c").send(&table).await.expect("it is put");
    NotShared::update().id("1").set(n.a, "a").set(n.b, "no").send(&table).await.expect("it is updated");
    let [some, all] =
        [NotShared::query().some().a("a").all(&table).await, NotShared::query().all().c("c").all(&table).await];
    assert_eq!([some.expect("it is read").len(), all.expect("it is read").len()], [0, 1]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "s", name = "e", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(g, gsi = "gsi1", pk = [a], sk = [n], projection = keys_only)]
struct KeysOnly {
    id: String,
    a: String,
    n: u32,
    text: String,
}

#[tokio::test]
async fn an_index_of_keys_tells_their_attributes() {
    // ElectroDB: an item without any.
    let answer = &RECORDED["keysOnly"]["answer"];
    assert_eq!(answer["data"], json!([{}]));

    let table = table::<KeysOnly>().await;
    KeysOnly::put().id("ID").a("A").n(7).text("t").send(&table).await.expect("it is put");
    let found = KeysOnly::query().g().a("A").all(&table).await.expect("it is read");
    let k = KeysOnly::attributes();
    let told = |keys: &KeyComposites<KeysOnly>| {
        (keys.get(k.id).expect("text"), keys.get(k.a).expect("text"), keys.get(k.n).expect("a number"))
    };
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), [(Some("id".into()), Some("a".into()), Some(7))]);
    // Of the very keys that ElectroDB was given.
    assert_eq!(told(&KeyComposites::of(&from_json(&answer["keys"])).expect("a key")), told(&found[0]));
}
