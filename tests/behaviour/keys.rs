//! Key texts that cannot be: too long, empty, or the key of another item.

use dynaent::{Entity, Error, KeyProblem, begins_with, between, gt, gte, lt, lte};

use crate::{
    fixtures::{Comment, Order, Slot, order},
    harness::{Engine, both_ways, stored},
};

both_ways! {
    keys_have_dynamodbs_limits,
    index_keys_have_dynamodbs_limits,
    bounds_of_ranges_have_dynamodbs_limits,
    an_empty_text_is_no_key,
    ambiguous_values_are_refused,
    values_that_only_look_ambiguous_are_written,
    parts_of_keys_of_every_type,
    a_value_whose_width_changes_with_its_case_is_refused,
    numbers_upside_down_are_refused_to_the_last_digit,
}

fn refused<T: std::fmt::Debug>(result: dynaent::Result<T>) -> (&'static str, Option<&'static str>, KeyProblem) {
    match result {
        Err(Error::Key(error)) => (error.index, error.attribute, error.problem),
        other => panic!("{other:?}"),
    }
}

async fn keys_have_dynamodbs_limits(on: Engine) {
    let table = on.table::<Slot>().await;
    let slot = |room: usize, row: usize| Slot::new(&"r".repeat(room), &"x".repeat(row), "1", "1");
    let pk = 2048 - "$library#room_".len();
    let sk = 1024 - "$slot_1#row_#shelf_1#place_1".len();
    let largest = slot(pk, sk);
    Slot::create().item(largest.clone()).send(&table).await.expect("it fits");
    let get = |slot: &Slot| Slot::get().room(&slot.room).row(&slot.row).shelf("1").place("1").send(&table);
    assert_eq!(get(&largest).await.expect("get"), Some(largest));

    for (slot, field, limit) in [(slot(pk + 1, 1), "pk", 2048), (slot(1, sk + 1), "sk", 1024)] {
        let expected = ("primary", None, KeyProblem::TooLong { field, size: limit + 1, limit });
        assert_eq!(refused(on.unsent(get(&slot)).await), expected);
        assert_eq!(refused(on.unsent(Slot::create().item(slot.clone()).send(&table)).await), expected);
        assert_eq!(refused(on.unsent(Slot::upsert().item(slot).send(&table)).await), expected);
    }
}

async fn index_keys_have_dynamodbs_limits(on: Engine) {
    let table = on.table::<Order>().await;
    let long = Order { courier: Some("x".repeat(2100)), ..order("ada", "1") };
    let (index, _, problem) = refused(on.unsent(Order::create().item(long).send(&table)).await);
    assert!(matches!((index, problem), ("by_courier", KeyProblem::TooLong { field: "gsi2pk", limit: 2048, .. })));
    let patch = Order::patch().customer("ada").order_id("1").set(Order::attributes().placed_on, "x".repeat(1025));
    let (index, _, problem) = refused(on.unsent(patch.send(&table)).await);
    assert!(matches!((index, problem), ("by_status", KeyProblem::TooLong { field: "gsi1sk", limit: 1024, .. })));
}

async fn bounds_of_ranges_have_dynamodbs_limits(on: Engine) {
    let table = on.table::<Slot>().await;
    Slot::create().item(Slot::new("r", "m", "m", "m")).send(&table).await.expect("create");
    let long = "n".repeat(2000);
    let query = || Slot::query().primary().room("r");
    for query in [
        query().row(gt(&long)),
        query().row(gte(&long)),
        query().row(lt(&long)),
        query().row(lte(&long)),
        query().row(between("a", long.as_str())),
        query().row(begins_with(&long)),
        query().row("m").shelf("m").place(gt(&long)),
        query().row("m").shelf("m").place(lt(&long)),
    ] {
        let (index, _, problem) = refused(on.unsent(query.all(&table)).await);
        assert!(matches!((index, problem), ("primary", KeyProblem::TooLong { field: "sk", limit: 1024, .. })));
    }
    // The longest bound that can be compared with a key.
    let longest = "n".repeat(1024 - "$slot_1#row_".len());
    for (query, expected) in [
        (query().row(gt(&longest)), 0),
        (query().row(gte(&longest)), 0),
        (query().row(lt(&longest)), 1),
        (query().row(lte(&longest)), 1),
        (query().row(begins_with(&longest)), 0),
    ] {
        assert_eq!(query.all(&table).await.expect("query").len(), expected);
    }
}

async fn an_empty_text_is_no_key(on: Engine) {
    let table = on.table::<Comment>().await;
    let create = Comment::create().comment_id("").article_id("a1").text("hi");
    let expected = ("primary", Some("commentID"), KeyProblem::Empty);
    assert_eq!(refused(on.unsent(create.send(&table)).await), expected);
    assert_eq!(refused(on.unsent(Comment::get().comment_id("").send(&table)).await), expected);
    let query = Comment::query().by_article().article_id("a1").comment_id("");
    assert_eq!(refused(on.unsent(query.send(&table)).await), ("by_article", Some("commentID"), KeyProblem::Empty));
    // It is no key, but a text like any other.
    Comment::create().comment_id("c1").article_id("a1").text("").send(&table).await.expect("create");
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Record", version = "1")]
#[index(primary, pk = [tenant, user], sk = [])]
struct Record {
    tenant: String,
    user: String,
    text: String,
}

/// Tenant `x#user_y` with user `z`, and tenant `x` with user `y#user_z`, would have the same key: in ElectroDB one of
/// them reads the other's records.
async fn ambiguous_values_are_refused(on: Engine) {
    let table = on.table::<Record>().await;
    let mine = Record::create().tenant("x").user("y#user_z").text("mine").send(&table).await.expect("create");
    for tenant in ["x#user_y", "x#USER_y"] {
        let create = Record::put().tenant(tenant).user("z").text("theirs").send(&table);
        let (index, attribute, problem) = refused(on.unsent(create).await);
        assert_eq!((index, attribute), ("primary", Some("tenant")));
        assert_eq!(problem, KeyProblem::Ambiguous { value: "x#user_y".into(), separator: "#user_" });
        refused(on.unsent(Record::get().tenant(tenant).user("z").send(&table)).await);
        refused(on.unsent(Record::query().primary().tenant(tenant).user("z").all(&table)).await);
        let patch = Record::patch().tenant(tenant).user("z").set(Record::attributes().text, "gone");
        refused(on.unsent(patch.send(&table)).await);
        refused(on.unsent(Record::remove().tenant(tenant).user("z").send(&table)).await);
    }
    assert_eq!(Record::get().tenant("x").user("y#user_z").send(&table).await.expect("get"), Some(mine));
}

async fn values_that_only_look_ambiguous_are_written(on: Engine) {
    let table = on.table::<Record>().await;
    let tenants = ["x", "x#", "x#user", "x#use", "#", "##", "user_", "_", "x#user-", " x", "x\0"];
    for tenant in tenants {
        for user in ["z", "#user_", "r_z", "_z"] {
            Record::create()
                .tenant(tenant)
                .user(user)
                .text(format!("{tenant} {user}"))
                .send(&table)
                .await
                .expect("create");
        }
    }
    assert_eq!(stored(&table).await.len(), 4 * tenants.len());
    for tenant in tenants {
        let found = Record::get().tenant(tenant).user("_z").send(&table).await.expect("get").expect("an item");
        assert_eq!(found.text, format!("{tenant} _z"));
    }
}

async fn parts_of_keys_of_every_type(on: Engine) {
    use ulid::Ulid;

    #[derive(Debug, Clone, PartialEq, dynaent::KeyPart)]
    struct Shelf(u16);

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Mixed", version = "1")]
    #[index(primary, pk = [flag, number], sk = [letter, shelf, id])]
    struct Mixed {
        flag: bool,
        number: i64,
        letter: char,
        shelf: Shelf,
        id: Ulid,
        name: Option<String>,
    }

    let table = on.table::<Mixed>().await;
    let mixed = Mixed {
        flag: true,
        number: -5,
        letter: 'Z',
        shelf: Shelf(7),
        id: Ulid::from_parts(1, 2),
        name: Some("x".into()),
    };
    Mixed::create().item(mixed.clone()).send(&table).await.expect("create");
    let key = &stored(&table).await[0];
    assert_eq!(key["pk"].as_s().expect("text"), "$app#flag_true#number_-5");
    assert_eq!(key["sk"].as_s().expect("text"), "$mixed_1#letter_z#shelf_7#id_00000000010000000000000002");
    let get = Mixed::get().flag(true).number(-5).letter('Z').shelf(Shelf(7)).id(mixed.id);
    assert_eq!(get.send(&table).await.expect("get"), Some(mixed.clone()));

    let query = || Mixed::query().primary().flag(true).number(-5).letter('z').shelf(&mixed.shelf);
    let [below, above] = [Ulid::from_parts(1, 1), Ulid::from_parts(2, 0)];
    for (query, found) in [
        (query().id(between(below, above)), true),
        (query().id(gt(below)), true),
        (query().id(gt(mixed.id)), false),
        (query().id(lte(mixed.id)), true),
        (query().id(lt(mixed.id)), false),
        (query().id(begins_with("0000000001")), true),
    ] {
        assert_eq!(query.first(&table).await.expect("query").is_some(), found);
    }
}

/// Where nothing separates two values, the width tells where the first ends: as it stands in the key. `İ` is two
/// characters in lower case.
async fn a_value_whose_width_changes_with_its_case_is_refused(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Pair", version = "1")]
    #[index(primary, pk = [id], sk(template = "${code}${name}"))]
    struct Pair {
        id: String,
        #[attr(padding(3, "_"))]
        code: String,
        name: String,
    }

    let table = on.table::<Pair>().await;
    let create = |code: &str| Pair::create().id("1").code(code).name("x").send(&table);
    let (index, attribute, problem) = refused(on.unsent(create("abİ")).await);
    assert_eq!((index, attribute), ("primary", Some("code")));
    assert_eq!(problem, KeyProblem::Width { value: "abi\u{307}".into(), width: 3 });
    create("ab").await.expect("its width is filled up");
}

/// As `f64`, the two bounds are one number.
async fn numbers_upside_down_are_refused_to_the_last_digit(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Count", version = "1")]
    #[index(primary, pk = [id], sk(composite = [count], cast = "number"))]
    struct Count {
        id: String,
        count: i64,
    }

    let table = on.table::<Count>().await;
    let query = |lower, upper| Count::query().primary().id("1").count_(between(lower, upper)).all(&table);
    for (lower, upper) in [(i64::MAX, i64::MAX - 1), (i64::MIN + 1, i64::MIN), (2, 1), (0, -1)] {
        let refused = on.unsent(query(lower, upper)).await;
        assert!(matches!(refused, Err(Error::EmptyRange { .. })), "{lower} {upper}: {refused:?}");
    }
    Count::create().id("1").count(i64::MAX).send(&table).await.expect("create");
    assert_eq!(query(i64::MAX - 1, i64::MAX).await.expect("query").len(), 1);
    assert_eq!(query(i64::MIN, i64::MAX - 1).await.expect("query").len(), 0);
}
