//! `find` and `matching`: the index is chosen from what is given.

use dynaent::{Entity, Error, FindRequest, Table};

use crate::harness::{Engine, both_ways, s};

both_ways! {
    the_whole_primary_key_comes_first,
    the_primary_key_is_chosen_where_none_has_more,
    a_whole_secondary_key_comes_before_a_longer_part_of_another,
    the_last_declared_of_equals_is_chosen,
    what_is_given_is_filtered_by_matching_alone,
    casing_is_a_matter_of_the_key,
    a_scan_must_be_allowed,
    an_index_that_may_lack_items_is_passed_over,
    an_index_that_holds_parts_is_hydrated,
    multi_attribute_keys_are_chosen_too,
    values_inside_documents_and_of_no_key_are_filtered,
    pages_go_on,
    what_cannot_be_in_a_key_is_refused,
}

/// One index for each branch of the choice.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Sale", version = "1")]
#[index(primary, pk = [shop], sk = [day, till, id])]
#[index(by_clerk, gsi = "gsi1", pk = [clerk], sk = [day, till])]
#[index(by_day, gsi = "gsi2", pk = [day], sk = [])]
#[index(by_till, gsi = "gsi3", pk = [till], sk = [clerk])]
#[index(by_customer, gsi = "gsi4", pk = [customer], sk = [])]
#[index(by_big, gsi = "gsi5", pk = [amount], sk = [], condition = is_big)]
#[index(by_kind, gsi = "gsi6", pk = [kind], sk = [id], projection = keys_only)]
#[index(by_place, gsi = "gsi7", pk = [city, street], sk = [floor], multi_attribute)]
struct Sale {
    shop: String,
    day: String,
    till: u32,
    id: String,
    clerk: String,
    customer: Option<String>,
    amount: u32,
    kind: String,
    city: String,
    street: String,
    floor: u32,
    note: String,
    tags: Vec<String>,
    score: f64,
}

fn is_big(amount: &u32) -> bool {
    *amount > 100
}

fn sale(number: u32) -> Sale {
    Sale {
        shop: format!("s{}", number % 2),
        day: format!("d{}", number % 3),
        till: number % 4,
        id: format!("{number}"),
        clerk: if number.is_multiple_of(5) { "Ada" } else { "bob" }.into(),
        customer: number.is_multiple_of(2).then(|| "eve".into()),
        amount: number * 10,
        kind: if number < 6 { "food" } else { "Food" }.into(),
        city: "Bonn".into(),
        street: format!("st{}", number % 2),
        floor: number % 6,
        note: format!("note {}", number % 7),
        tags: vec![format!("t{}", number % 2)],
        score: 0.5,
    }
}

const COUNT: u32 = 24;

async fn sales(engine: &Engine) -> Table {
    let table = engine.table::<Sale>().await;
    for number in 0..COUNT {
        Sale::put().item(sale(number)).send(&table).await.expect("put");
    }
    table
}

/// The ids of the sales for which something holds.
fn ids(holds: impl Fn(&Sale) -> bool) -> Vec<String> {
    let mut ids: Vec<_> = (0..COUNT).map(sale).filter(holds).map(|sale| sale.id).collect();
    ids.sort();
    ids
}

fn found(sales: Vec<Sale>) -> Vec<String> {
    let mut ids: Vec<_> = sales.into_iter().map(|sale| sale.id).collect();
    ids.sort();
    ids
}

/// The index that a search queries: empty for the table itself, `scan` for none.
fn index_of(request: dynaent::Result<FindRequest>) -> String {
    match request.expect("a request") {
        FindRequest::Query(query) => query.index_name.unwrap_or_default(),
        FindRequest::Scan(_) => "scan".to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn the_whole_primary_key_comes_first(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let whole = || {
        let primary = Sale::matching().with(a.shop, "s1").with(a.day, "d1").with(a.till, 3).with(a.id, "7");
        // A whole secondary key does not count beside it.
        primary.with(a.clerk, "bob")
    };
    assert_eq!(index_of(whole().request("app")), "");
    assert_eq!(whole().all(&table).await.expect("find"), [sale(7)]);
    assert_eq!(whole().first(&table).await.expect("find"), Some(sale(7)));
    assert_eq!(whole().with(a.note, "another").all(&table).await.expect("find"), []);
}

async fn the_primary_key_is_chosen_where_none_has_more(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    // Three of its composites, as many as of `by_clerk`.
    let search = || Sale::matching().with(a.shop, "s0").with(a.day, "d0").with(a.till, 2).with(a.clerk, "bob");
    assert_eq!(index_of(search().request("app")), "");
    let expected = ids(|it| it.shop == "s0" && it.day == "d0" && it.till == 2 && it.clerk == "bob");
    assert!(!expected.is_empty());
    assert_eq!(found(search().all(&table).await.expect("find")), expected);
}

async fn a_whole_secondary_key_comes_before_a_longer_part_of_another(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    // The whole of `by_day` is one attribute; of `by_clerk` two of three are given.
    let search = || Sale::matching().with(a.clerk, "bob").with(a.day, "d1");
    assert_eq!(index_of(search().request("app")), "gsi2");
    assert_eq!(found(search().all(&table).await.expect("find")), ids(|it| it.clerk == "bob" && it.day == "d1"));
    // Of none the whole: the one with the most.
    let search = || Sale::matching().with(a.clerk, "bob").with(a.note, "note 3");
    assert_eq!(index_of(search().request("app")), "gsi1");
    assert_eq!(found(search().all(&table).await.expect("find")), ids(|it| it.clerk == "bob" && it.note == "note 3"));
}

async fn the_last_declared_of_equals_is_chosen(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    // `by_clerk` and `by_till` are whole, and so is `by_day`.
    let search = || Sale::matching().with(a.clerk, "Ada").with(a.day, "d2").with(a.till, 1);
    assert_eq!(index_of(search().request("app")), "gsi3");
    assert_eq!(
        found(search().all(&table).await.expect("find")),
        ids(|it| it.clerk == "Ada" && it.day == "d2" && it.till == 1)
    );
}

async fn what_is_given_is_filtered_by_matching_alone(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let matching = Sale::matching().with(a.day, "d1").with(a.note, "note 1").all(&table).await.expect("find");
    assert_eq!(found(matching), ids(|it| it.day == "d1" && it.note == "note 1"));
    let loosely = Sale::find().with(a.day, "d1").with(a.note, "note 1").all(&table).await.expect("find");
    assert_eq!(found(loosely), ids(|it| it.day == "d1"));
    let filtered = Sale::find().with(a.day, "d1").filter(a.amount.gt(100)).all(&table).await.expect("find");
    assert_eq!(found(filtered), ids(|it| it.day == "d1" && it.amount > 100));
}

async fn casing_is_a_matter_of_the_key(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    // In the key, both are `ada`.
    let loosely = Sale::find().with(a.clerk, "ADA").all(&table).await.expect("find");
    assert_eq!(found(loosely), ids(|it| it.clerk == "Ada"));
    assert_eq!(Sale::matching().with(a.clerk, "ADA").all(&table).await.expect("find"), []);
    assert_eq!(
        found(Sale::matching().with(a.clerk, "Ada").all(&table).await.expect("find")),
        ids(|it| it.clerk == "Ada")
    );
}

async fn a_scan_must_be_allowed(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let search = || Sale::matching().with(a.note, "note 2").with(a.city, "Bonn");
    let error = engine.unsent(search().send(&table)).await.expect_err("no index begins so");
    assert!(matches!(&error, Error::NoIndex { entity: "Sale", given } if given == &["note", "city"]), "{error}");
    assert_eq!(index_of(search().allow_scan().request("app")), "scan");
    assert_eq!(found(search().allow_scan().all(&table).await.expect("find")), ids(|it| it.note == "note 2"));
    // A scan finds by nothing else than its filter.
    let loosely = Sale::find().with(a.note, "note 2").allow_scan().all(&table).await.expect("find");
    assert_eq!(found(loosely), ids(|it| it.note == "note 2"));
    // Where an index serves, the permission is not used.
    assert_eq!(index_of(Sale::find().with(a.day, "d1").allow_scan().request("app")), "gsi2");
    let error = engine.unsent(Sale::find().send(&table)).await.expect_err("nothing is given");
    assert!(error.to_string().contains("nothing"), "{error}");
}

async fn an_index_that_may_lack_items_is_passed_over(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    // Given, the optional attribute is there.
    let search = Sale::matching().with(a.customer, "eve");
    assert_eq!(index_of(search.request("app")), "gsi4");
    // Of the amounts, only those over 100 are in the index.
    let search = || Sale::matching().with(a.amount, 50).allow_scan();
    assert_eq!(index_of(search().request("app")), "scan");
    assert_eq!(found(search().all(&table).await.expect("find")), ["5"]);
}

async fn an_index_that_holds_parts_is_hydrated(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let before = engine.sent();
    let page = Sale::find().with(a.kind, "food").with(a.id, "3").send(&table).await.expect("find");
    assert_eq!((page.items, engine.sent() - before), (vec![sale(3)], 2));
    // The index does not hold the kind as it was written, nor the note: it cannot be filtered by them.
    let error = engine.unsent(Sale::matching().with(a.kind, "food").send(&table)).await;
    assert!(matches!(error, Err(Error::NoIndex { .. })), "{error:?}");
    let error = engine.unsent(Sale::find().with(a.kind, "food").filter(a.note.eq("note 3")).send(&table)).await;
    assert!(matches!(error, Err(Error::NoIndex { .. })), "{error:?}");
    let query = Sale::query().by_kind().kind("food").hydrate().filter(a.note.eq("note 3"));
    let error = engine.unsent(query.send(&table)).await.expect_err("it would find nothing");
    assert!(error.to_string().contains("`by_kind` does not hold `note`"), "{error}");
}

async fn multi_attribute_keys_are_chosen_too(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let search = || Sale::matching().with(a.city, "Bonn").with(a.street, "st1");
    assert_eq!(index_of(search().request("app")), "gsi7");
    assert_eq!(found(search().all(&table).await.expect("find")), ids(|it| it.street == "st1"));
    let floor = search().with(a.floor, 3).all(&table).await.expect("find");
    assert_eq!(found(floor), ids(|it| it.street == "st1" && it.floor == 3));
}

async fn values_inside_documents_and_of_no_key_are_filtered(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let search = Sale::matching().with(a.day, "d0").with(a.tags.at(0), "t1").all(&table).await.expect("find");
    assert_eq!(found(search), ids(|it| it.day == "d0" && it.tags[0] == "t1"));
}

async fn pages_go_on(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let search = || Sale::matching().with(a.day, "d2").limit(3);
    let (mut cursor, mut all) = (None, Vec::new());
    loop {
        let page = search().after(cursor).send(&table).await.expect("find");
        assert!(page.items.len() <= 3);
        all.extend(page.items);
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(found(all), ids(|it| it.day == "d2"));
    let other = Sale::matching().with(a.day, "d1").limit(1).send(&table).await.expect("find").cursor;
    let error = engine.unsent(search().after(other).send(&table)).await;
    assert!(matches!(error, Err(Error::Cursor { .. })), "{error:?}");
    let shown = format!("{:?}", search());
    assert!(shown.contains("Sale") && shown.contains("day") && !shown.contains("d2"), "{shown}");
}

async fn what_cannot_be_in_a_key_is_refused(engine: Engine) {
    let table = sales(&engine).await;
    let a = Sale::attributes();
    let error = engine.unsent(Sale::find().with(a.day, "").send(&table)).await;
    assert!(matches!(error, Err(Error::Key(_))), "{error:?}");
    // What cannot be stored at all is refused too, whether the search would have used it or not.
    let not_a_number = || engine.unsent(Sale::find().with(a.day, "d1").with(a.score, f64::NAN).send(&table));
    let error = not_a_number().await.expect_err("it would be as if it were not given");
    assert!(matches!(&error, Error::Condition { entity: "Sale", .. }), "{error}");
    assert!(error.to_string().contains("score"), "{error}");
    let error = engine.unsent(Sale::matching().with(a.score, f64::NAN).allow_scan().send(&table)).await;
    assert!(matches!(error, Err(Error::Condition { .. })), "{error:?}");
    let input = Sale::matching().with(a.clerk, "Ada").with(a.note, "x").request("app").expect("a request");
    let FindRequest::Query(input) = input else { panic!("a query of by_clerk") };
    assert_eq!(input.expression_attribute_values().expect("values")[":0"], s("$shop#clerk_ada"));
}
