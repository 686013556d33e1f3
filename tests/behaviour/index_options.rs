//! What an index holds, and which items are in it: projections, conditions, numeric and multi-attribute keys.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{KeyType, Projection, ProjectionType, ScalarAttributeType};
use dynaent::{Cursor, Entity, Error, KeyProblem, Table, begins_with, between, gt, lte};

use crate::harness::{Engine, both_ways, item, n, put_raw, s};

both_ways! {
    the_table_has_the_types_and_projections_of_its_indexes,
    an_index_of_keys_gives_what_the_keys_tell,
    an_index_of_some_attributes_gives_items,
    an_index_that_others_made_without_identifiers_is_read,
    pages_of_numeric_keys,
    pages_of_multi_attribute_keys,
    multi_attribute_keys_are_given_from_the_left,
    multi_attribute_keys_take_no_empty_text,
    a_numeric_key_has_38_digits,
    a_condition_decides_on_every_write,
    a_condition_needs_what_it_looks_at,
    a_condition_needs_what_has_a_default,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "mall", name = "Sale", version = "1")]
#[index(primary, pk = [shop], sk(template = "${number}"))]
#[index(by_amount, gsi = "amounts", pk = [shop], sk(composite = [amount], cast = "number"))]
#[index(by_region, gsi = "regions", pk = [country, region], sk = [amount, seller], multi_attribute)]
#[index(keys_by_seller, gsi = "keys", pk = [seller], sk = [number], projection = keys_only)]
#[index(
    some_by_seller,
    gsi = "some",
    pk(template = "S#${seller}"),
    sk = [number],
    projection = include(shop, number, amount, country, region, seller)
)]
struct Sale {
    shop: String,
    number: i64,
    amount: i64,
    country: String,
    region: String,
    seller: String,
    note: Option<String>,
}

/// Another entity in all the same partitions.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "mall", name = "Refund", version = "1")]
#[index(primary, pk = [shop], sk(template = "${number}"))]
#[index(by_amount, gsi = "amounts", pk = [shop], sk(composite = [amount], cast = "number"))]
#[index(by_region, gsi = "regions", pk = [country, region], sk = [amount, seller], multi_attribute)]
#[index(keys_by_seller, gsi = "keys", pk = [seller], sk = [number], projection = keys_only)]
struct Refund {
    shop: String,
    number: i64,
    amount: i64,
    country: String,
    region: String,
    seller: String,
}

fn sale(number: i64) -> Sale {
    Sale {
        shop: "Main".into(),
        number,
        amount: number * number - 50,
        country: "DE".into(),
        region: if number % 3 == 0 { "Bayern" } else { "Hessen" }.into(),
        seller: if number % 2 == 0 { "Ada" } else { "Bob" }.into(),
        note: Some("paid".into()),
    }
}

/// Twenty sales, with refunds between them.
async fn sales(on: &Engine) -> Table {
    let table = on.table::<(Sale, Refund)>().await;
    for number in -10..10 {
        let Sale { shop, amount, country, region, seller, .. } = sale(number);
        Sale::create().item(sale(number)).send(&table).await.expect("create");
        let refund = Refund { shop, number: number + 100, amount, country, region, seller };
        Refund::create().item(refund).send(&table).await.expect("create");
    }
    table
}

fn sorted(sales: impl Iterator<Item = i64>, by: impl Fn(&Sale) -> i64) -> Vec<Sale> {
    let mut sales: Vec<_> = sales.map(sale).collect();
    sales.sort_by_key(|sale| (by(sale), sale.seller.clone()));
    sales
}

async fn the_table_has_the_types_and_projections_of_its_indexes(on: Engine) {
    let table = on.table::<(Sale, Refund)>().await;
    let described = table.client().describe_table().table_name(table.name()).send().await.expect("describe");
    let described = described.table.expect("a table");
    let types: BTreeMap<_, _> = described
        .attribute_definitions()
        .iter()
        .map(|definition| (definition.attribute_name(), definition.attribute_type()))
        .collect();
    let numbers: Vec<_> =
        types.iter().filter(|(_, ty)| ***ty == ScalarAttributeType::N).map(|(name, _)| *name).collect();
    assert_eq!(numbers, ["amount", "amountssk", "sk"]);
    let index = |name| {
        let mut indexes = described.global_secondary_indexes().iter();
        indexes.find(|index| index.index_name() == Some(name)).expect("an index")
    };
    let keys = index("regions").key_schema().iter().map(|key| (key.attribute_name(), key.key_type().clone()));
    let expected =
        [("country", KeyType::Hash), ("region", KeyType::Hash), ("amount", KeyType::Range), ("seller", KeyType::Range)];
    assert_eq!(keys.collect::<Vec<_>>(), expected);
    let projection = |name| index(name).projection().expect("a projection").clone();
    let kind = |kind| Projection::builder().projection_type(kind);
    assert_eq!(projection("amounts"), kind(ProjectionType::All).build());
    assert_eq!(projection("keys"), kind(ProjectionType::KeysOnly).build());
    let mut included = projection("some").non_key_attributes.expect("included attributes");
    included.sort();
    assert_eq!(included, ["__edb_e__", "__edb_v__", "amount", "country", "number", "region", "seller", "shop"]);
}

async fn an_index_of_keys_gives_what_the_keys_tell(on: Engine) {
    let table = sales(&on).await;
    let a = Sale::attributes();
    let keys = Sale::query().keys_by_seller().seller("ada").all(&table).await.expect("query");
    let mut numbers: Vec<_> =
        keys.iter().map(|key| key.get(a.number).expect("a number").expect("in the key")).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8]);
    for key in &keys {
        // Cased as it stands there; what is in no key is not known.
        assert_eq!(key.get(a.seller).expect("text").as_deref(), Some("ada"));
        assert_eq!(key.get(a.shop).expect("text").as_deref(), Some("main"));
        assert_eq!(key.get(a.amount).expect("nothing"), None);
    }
    let page = Sale::query().keys_by_seller().seller("Ada").limit(3).send(&table).await.expect("query");
    let next = Sale::query().keys_by_seller().seller("Ada").after(page.cursor).all(&table).await.expect("query");
    assert!(page.items.len() <= 3);
    assert_eq!(page.items.len() + next.len(), 10);
}

async fn an_index_of_some_attributes_gives_items(on: Engine) {
    let table = sales(&on).await;
    let found = Sale::query().some_by_seller().seller("BOB").all(&table).await.expect("query");
    assert_eq!(found.len(), 10);
    // What it does not hold and need not be there is not there.
    assert!(found.iter().all(|found| *found == Sale { note: None, ..sale(found.number) }));
}

async fn an_index_that_others_made_without_identifiers_is_read(on: Engine) {
    let table = sales(&on).await;
    // An index without them looks like items without them.
    let stored = Sale::put().item(sale(42)).request("app").expect("a request").item.expect("an item");
    let bare = stored.into_iter().filter(|(field, _)| !field.starts_with("__edb_"));
    put_raw(&table, bare.collect()).await;
    let foreign =
        [("pk", s("$other#shop_main")), ("sk", n(1)), ("somepk", s("s#ada")), ("somesk", s("$sale_1#number_1"))];
    put_raw(&table, item(foreign)).await;
    let found = Sale::query().some_by_seller().seller("Ada").all(&table).await.expect("query");
    assert_eq!(found.iter().filter(|sale| sale.number == 42).count(), 1);
    assert_eq!(found.len(), 11);
}

/// All pages of a query, at most `limit` items each.
macro_rules! pages {
    ($table:expr, $limit:expr, $query:expr) => {{
        let (mut found, mut cursor) = (Vec::new(), None::<Cursor>);
        for page in 0.. {
            assert!(page < 60, "the pages have no end");
            let page = $query.limit($limit).after(cursor).send($table).await.expect("query");
            found.extend(page.items);
            cursor = page.cursor;
            if cursor.is_none() {
                break;
            }
        }
        found
    }};
}

async fn pages_of_numeric_keys(on: Engine) {
    let table = sales(&on).await;
    let all = sorted(-10..10, |sale| sale.amount);
    for limit in [1, 3, 7] {
        let found: Vec<Sale> = pages!(&table, limit, Sale::query().by_amount().shop("Main"));
        assert_eq!(
            found.iter().map(|sale| sale.amount).collect::<Vec<_>>(),
            all.iter().map(|s| s.amount).collect::<Vec<_>>()
        );
        let found: Vec<Sale> = pages!(&table, limit, Sale::query().primary().shop("main").number(between(-9, -2)));
        assert_eq!(found, (-9..=-2).map(sale).collect::<Vec<_>>());
        let found: Vec<Sale> = pages!(&table, limit, Sale::query().by_amount().shop("main").amount(gt(-1)));
        assert_eq!(found.len(), all.iter().filter(|sale| sale.amount > -1).count());
    }
    // Numbers sort as numbers, and are found as such.
    let found = Sale::query().primary().shop("main").descending().first(&table).await.expect("query");
    assert_eq!(found, Some(sale(9)));
    assert_eq!(Sale::get().shop("MAIN").number(-10).send(&table).await.expect("get"), Some(sale(-10)));
    assert_eq!(Sale::query().by_amount().shop("main").amount(0).all(&table).await.expect("query"), []);
}

async fn pages_of_multi_attribute_keys(on: Engine) {
    let table = sales(&on).await;
    let bavaria = sorted((-10..10).filter(|number| number % 3 == 0), |sale| sale.amount);
    for limit in [1, 2, 5] {
        let found: Vec<Sale> = pages!(&table, limit, Sale::query().by_region().country("DE").region("Bayern"));
        assert_eq!(found, bavaria);
        let query = || Sale::query().by_region().country("DE").region("Bayern").amount(lte(-14));
        let found: Vec<Sale> = pages!(&table, limit, query());
        assert_eq!(found, sorted((-10..10).filter(|n| n % 3 == 0 && n * n - 50 <= -14), |sale| sale.amount));
    }
    // A cursor of another partition is refused.
    let page = Sale::query().by_region().country("DE").region("Bayern").limit(1).send(&table).await.expect("query");
    let elsewhere = Sale::query().by_region().country("DE").region("Hessen").after(page.cursor);
    assert!(matches!(elsewhere.send(&table).await, Err(Error::Cursor { .. })));
}

async fn multi_attribute_keys_are_given_from_the_left(on: Engine) {
    let table = sales(&on).await;
    let hesse = || Sale::query().by_region().country("DE").region("Hessen");
    let found = hesse().amount(-49).seller(begins_with("B")).all(&table).await.expect("query");
    assert_eq!(found, sorted([-1, 1].into_iter(), |sale| sale.amount));
    let found = hesse().amount(-49).seller("Bob").all(&table).await.expect("query");
    assert_eq!(found.len(), 2);
    // Every text begins with the empty one and is greater, but DynamoDB takes it in no condition of a key.
    let sellers = || {
        let of = || hesse().amount(-49);
        let every = [of().seller(begins_with("")), of().seller(gt("")), of().seller(between("", "Z"))];
        every.map(|query| (query, 2)).into_iter().chain([(of().seller(lte("")), 0), (of().seller(between("", "")), 0)])
    };
    for ((query, count), (sent, _)) in sellers().zip(sellers()) {
        let values = query.request("app").expect("a request").expression_attribute_values.expect("values");
        assert!(values.values().all(|value| value.as_s().map_or(true, |text| !text.is_empty())), "{values:?}");
        assert_eq!(sent.all(&table).await.expect("query").len(), count);
    }
    // Cased as they are stored.
    assert_eq!(hesse().amount(-49).seller("bob").all(&table).await.expect("query"), []);
    assert_eq!(Sale::query().by_region().country("de").region("Hessen").all(&table).await.expect("query"), []);
    let upside_down = hesse().amount(between(10, 9)).request("app");
    assert!(matches!(upside_down, Err(Error::EmptyRange { .. })));
}

async fn multi_attribute_keys_take_no_empty_text(on: Engine) {
    let table = sales(&on).await;
    let empty = |error: Error| match error {
        Error::Key(error) => {
            (error.index, error.attribute, error.problem) == ("by_region", Some("region"), KeyProblem::Empty)
        }
        _ => false,
    };
    let nowhere = || Sale { region: String::new(), ..sale(1) };
    assert!(on.unsent(Sale::put().item(nowhere()).send(&table)).await.is_err_and(empty));
    assert!(on.unsent(Sale::upsert().item(nowhere()).send(&table)).await.is_err_and(empty));
    let update = Sale::update().shop("Main").number(1).set(Sale::attributes().region, "");
    assert!(on.unsent(update.send(&table)).await.is_err_and(empty));
    let query = Sale::query().by_region().country("DE").region("");
    assert!(on.unsent(query.send(&table)).await.is_err_and(empty));
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "mall", name = "Wide", version = "1")]
#[index(primary, pk(template = "${number}"))]
struct Wide {
    number: u128,
}

async fn a_numeric_key_has_38_digits(on: Engine) {
    let table = on.table::<Wide>().await;
    let most = 10_u128.pow(38) - 1;
    for number in [0, 7, most, 10_u128.pow(38)] {
        Wide::create().number(number).send(&table).await.expect("create");
        assert_eq!(Wide::get().number(number).send(&table).await.expect("get"), Some(Wide { number }));
    }
    for number in [10_u128.pow(38) + 1, u128::MAX] {
        let too_long = |error: Error| match error {
            Error::Key(error) => error.problem == KeyProblem::NotANumber { value: number.to_string() },
            _ => false,
        };
        let get = Wide::get().number(number);
        assert!(on.unsent(get.send(&table)).await.is_err_and(too_long));
        assert!(on.unsent(Wide::put().number(number).send(&table)).await.is_err());
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "tracker", name = "Issue", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(open_by_owner, gsi = "gsi1", pk = [owner], sk = [id], condition(is_open, of = [closed, label]))]
#[index(big, gsi = "gsi2", pk = [owner], sk = [votes], condition = is_big)]
struct Issue {
    id: u32,
    owner: Option<String>,
    closed: bool,
    label: Option<String>,
    #[attr(default = 0_u32, padding(6, "0"))]
    votes: u32,
}

fn is_open(closed: &bool, label: Option<&String>) -> bool {
    !closed && label.is_none_or(|label| label != "later")
}

fn is_big(_owner: &str, votes: &u32) -> bool {
    *votes >= 100
}

async fn open(table: &Table) -> Vec<u32> {
    let open = Issue::query().open_by_owner().owner("ada").all(table).await.expect("query");
    open.iter().map(|issue| issue.id).collect()
}

async fn big(table: &Table) -> Vec<u32> {
    let big = Issue::query().big().owner("ada").votes(gt(0_u32)).all(table).await.expect("query");
    big.iter().map(|issue| issue.id).collect()
}

async fn a_condition_decides_on_every_write(on: Engine) {
    let table = on.table::<Issue>().await;
    let issue = |id, closed| Issue { id, owner: Some("Ada".into()), closed, label: None, votes: 500 };
    let i = Issue::attributes();
    Issue::create().item(issue(1, false)).send(&table).await.expect("create");
    Issue::create().item(issue(2, true)).send(&table).await.expect("create");
    Issue::put().item(Issue { owner: None, ..issue(3, false) }).send(&table).await.expect("put");
    assert_eq!((open(&table).await, big(&table).await), (vec![1], vec![1, 2]));

    let close = Issue::patch().id(1).set(i.closed, true).set(i.label, "done").set(i.owner, "Ada").set(i.votes, 7);
    close.send(&table).await.expect("patch");
    let reopen = Issue::patch().id(2).set(i.closed, false).set(i.label, "bug").set(i.owner, "Ada").set(i.votes, 100);
    reopen.send(&table).await.expect("patch");
    assert_eq!((open(&table).await, big(&table).await), (vec![2], vec![2]));

    // Without a label, the stored one would decide.
    let unsure = Issue::upsert().item(issue(1, false)).send(&table).await.expect_err("it does not know the label");
    assert!(matches!(unsure, Error::IncompleteIndex { missing, .. } if missing == ["label"]));
    Issue::upsert().item(Issue { label: Some("bug".into()), ..issue(1, false) }).send(&table).await.expect("upsert");
    let later = Issue { label: Some("later".into()), votes: 99, ..issue(2, false) };
    Issue::upsert().item(later).send(&table).await.expect("upsert");
    assert_eq!((open(&table).await, big(&table).await), (vec![1], vec![1]));
    // What decides nothing needs nothing else.
    Issue::patch().id(1).send(&table).await.expect("patch");
    assert_eq!((open(&table).await, big(&table).await), (vec![1], vec![1]));
}

async fn a_condition_needs_what_it_looks_at(on: Engine) {
    let table = on.table::<Issue>().await;
    let i = Issue::attributes();
    let missing = |result: dynaent::Result<()>| match result {
        Err(Error::IncompleteIndex { index, missing, .. }) => (index, missing),
        other => panic!("{other:?}"),
    };
    let update = Issue::update().id(1).set(i.closed, true);
    assert_eq!(missing(on.unsent(update.send(&table)).await), ("open_by_owner", vec!["owner", "label"]));
    let update = Issue::update().id(1).set(i.votes, 1);
    assert_eq!(missing(on.unsent(update.send(&table)).await), ("big", vec!["owner"]));
}

async fn a_condition_needs_what_has_a_default(on: Engine) {
    let table = on.table::<Issue>().await;
    // A stored number of votes would win over the default, and the condition could not tell.
    let upsert = Issue::upsert().id(1).owner("Ada").closed(false);
    let Err(Error::IncompleteIndex { index, missing, .. }) = on.unsent(upsert.send(&table)).await else {
        panic!("it is upserted");
    };
    assert_eq!((index, missing), ("big", vec!["votes"]));
}
