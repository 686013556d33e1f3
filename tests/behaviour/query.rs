//! Queries: every form of an access pattern.

use dynaent::{Entity, Error, begins_with, between, gt, gte, lt, lte};

use crate::{
    fixtures::{Article, Comment, CommentV2, Flag, Order, Setting, Slop, Slot, SlotV0, SlotV2, SlotV10, Sloth, order},
    harness::{Engine, both_ways, item, put_raw, query_raw, s},
};

both_ways! {
    a_partition_is_read_in_order,
    composites_are_given_from_the_left,
    conditions_on_the_last_composite,
    conditions_on_a_middle_composite,
    conditions_on_keys_that_keep_their_case,
    a_range_that_is_upside_down_is_refused,
    one_sided_ranges_may_be_empty,
    a_partition_without_a_sort_key,
    descending_and_limit_and_first,
    a_local_index_can_be_read_consistently,
    items_of_others_are_skipped,
    neighbours_are_not_read,
    first_looks_past_items_of_others,
}

/// Row, shelf and place of each slot; the room is always `r`.
const SLOTS: [[&str; 3]; 9] = [
    ["a", "1", "x"],
    ["a", "1", "y"],
    ["a", "2", "x"],
    ["ab", "1", "x"],
    ["b", "1", "x"],
    ["b", "1", "xy"],
    ["b", "11", "x"],
    ["b", "2", "x"],
    ["c", "1", "x"],
];

async fn slots(on: &Engine) -> dynaent::Table {
    let table = on.table::<(Slot, Sloth, Slop, SlotV0, SlotV10, SlotV2)>().await;
    for [row, shelf, place] in SLOTS {
        Slot::create().item(Slot::new("r", row, shelf, place)).send(&table).await.expect("create");
    }
    Slot::create().item(Slot::new("other", "a", "1", "x")).send(&table).await.expect("create");
    table
}

const NONE: [usize; 0] = [];

/// The places of slots in [`SLOTS`].
fn numbers(found: dynaent::Result<Vec<Slot>>) -> Vec<usize> {
    let number = |slot: &Slot| {
        assert_eq!(slot.room, "r");
        SLOTS.iter().position(|texts| *texts == [&slot.row, &slot.shelf, &slot.place]).expect("a slot of the test")
    };
    found.expect("query").iter().map(number).collect()
}

async fn a_partition_is_read_in_order(on: Engine) {
    let table = slots(&on).await;
    assert_eq!(numbers(Slot::query().primary().room("r").all(&table).await), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    // By shelf, place, row.
    let by_shelf = numbers(Slot::query().by_shelf().room("r").all(&table).await);
    assert_eq!(by_shelf, [0, 3, 4, 8, 5, 1, 6, 2, 7]);
    let empty = Slot::query().primary().room("none").all(&table).await;
    assert_eq!(numbers(empty), NONE);
}

async fn composites_are_given_from_the_left(on: Engine) {
    let table = slots(&on).await;
    let query = || Slot::query().primary().room("r");
    // `a` is not `ab`, and `1` not `11`.
    assert_eq!(numbers(query().row("a").all(&table).await), [0, 1, 2]);
    assert_eq!(numbers(query().row("B").shelf("1").all(&table).await), [4, 5]);
    assert_eq!(numbers(query().row("b").shelf("1").place("x").all(&table).await), [4]);
    assert_eq!(numbers(query().row("b").shelf("1").place("z").all(&table).await), NONE);
}

async fn conditions_on_the_last_composite(on: Engine) {
    let table = slots(&on).await;
    let query = || Slot::query().primary().room("r").row("b").shelf("1");
    assert_eq!(numbers(query().place(begins_with("x")).all(&table).await), [4, 5]);
    assert_eq!(numbers(query().place(between("xx", "xz")).all(&table).await), [5]);
    assert_eq!(numbers(query().place(gt("x")).all(&table).await), [5]);
    assert_eq!(numbers(query().place(gte("x")).all(&table).await), [4, 5]);
    assert_eq!(numbers(query().place(lt("xy")).all(&table).await), [4]);
    assert_eq!(numbers(query().place(lte("xy")).all(&table).await), [4, 5]);
    assert_eq!(numbers(query().place(gt("xy")).all(&table).await), NONE);
    assert_eq!(numbers(query().place(lt("x")).all(&table).await), NONE);
}

/// What compares is the composite: whatever follows it in the key does not count.
async fn conditions_on_a_middle_composite(on: Engine) {
    let table = slots(&on).await;
    let query = || Slot::query().primary().room("r");
    assert_eq!(numbers(query().row(begins_with("a")).all(&table).await), [0, 1, 2, 3]);
    assert_eq!(numbers(query().row(between("a", "ab")).all(&table).await), [0, 1, 2, 3]);
    assert_eq!(numbers(query().row(gt("a")).all(&table).await), [3, 4, 5, 6, 7, 8]);
    assert_eq!(numbers(query().row(gte("B")).all(&table).await), [4, 5, 6, 7, 8]);
    assert_eq!(numbers(query().row(lt("b")).all(&table).await), [0, 1, 2, 3]);
    assert_eq!(numbers(query().row(lte("b")).all(&table).await), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(numbers(query().row("b").shelf(gt("1")).all(&table).await), [6, 7]);
    assert_eq!(numbers(query().row("b").shelf(lte("1")).all(&table).await), [4, 5]);
    assert_eq!(numbers(query().row("b").shelf(begins_with("1")).all(&table).await), [4, 5, 6]);
    assert_eq!(numbers(query().row(gt("a")).descending().limit(2).all(&table).await), [8, 7, 6, 5, 4, 3]);
}

async fn conditions_on_keys_that_keep_their_case(on: Engine) {
    let table = on.table::<Slot>().await;
    let [upper, lower] = [Slot::new("r", "a", "B", "x"), Slot::new("r", "a", "b", "x")];
    for slot in [&upper, &lower] {
        let create = Slot::put().item(slot.clone());
        create.send(&table).await.expect("put");
    }
    // In the table they are one item, in the index the case counts.
    let query = || Slot::query().by_shelf().room("r");
    assert_eq!(query().shelf("B").all(&table).await.expect("query"), []);
    assert_eq!(query().shelf("b").all(&table).await.expect("query"), std::slice::from_ref(&lower));
    assert_eq!(query().shelf(gt("B")).all(&table).await.expect("query"), [lower]);
    assert_eq!(query().shelf(lte("B")).all(&table).await.expect("query"), []);
}

async fn a_range_that_is_upside_down_is_refused(on: Engine) {
    let table = slots(&on).await;
    let query = |lower, upper| Slot::query().primary().room("r").row(between(lower, upper)).all(&table);
    let error = on.unsent(query("B", "A")).await.expect_err("nothing is between");
    let Error::EmptyRange { entity: "Slot", index: "primary", lower, upper } = &error else { panic!("{error:?}") };
    assert_eq!((lower.as_str(), upper.as_str()), ("b", "a"));
    assert_eq!(numbers(query("a", "A").await), [0, 1, 2]);
}

/// Nothing is below the lowest text, and that is no mistake.
async fn one_sided_ranges_may_be_empty(on: Engine) {
    let table = slots(&on).await;
    let query = || Slot::query().primary().room("r");
    for lowest in ["", "\0"] {
        assert_eq!(numbers(query().row(lt(lowest)).all(&table).await), NONE, "first, lt {lowest:?}");
        assert_eq!(numbers(query().row(lte(lowest)).all(&table).await), NONE, "first, lte {lowest:?}");
        assert_eq!(
            numbers(query().row("b").shelf("1").place(lt(lowest)).all(&table).await),
            NONE,
            "last, lt {lowest:?}"
        );
        assert_eq!(
            numbers(query().row("b").shelf("1").place(lte(lowest)).all(&table).await),
            NONE,
            "last, lte {lowest:?}"
        );
        assert_eq!(numbers(query().row(gt(lowest)).all(&table).await).len(), 9, "gt {lowest:?}");
        assert_eq!(numbers(query().row("b").shelf("1").place(gte(lowest)).all(&table).await), [4, 5], "gte {lowest:?}");
    }
}

async fn a_partition_without_a_sort_key(on: Engine) {
    let table = on.table::<(Setting, Flag)>().await;
    for (name, owner) in [("a", "ada"), ("b", "bob"), ("c", "ada")] {
        Setting::create().name(name).owner(owner).value("1").send(&table).await.expect("create");
        Flag::create().name(name).owner(owner).send(&table).await.expect("create");
    }
    let one = Setting::query().primary().name("b").all(&table).await.expect("query");
    assert_eq!(one.iter().map(|setting| setting.name.as_str()).collect::<Vec<_>>(), ["b"]);
    let mut of_ada: Vec<_> = Setting::query().by_owner().owner("ada").all(&table).await.expect("query");
    of_ada.sort_by(|one, other| one.name.cmp(&other.name));
    assert_eq!(of_ada.iter().map(|setting| setting.name.as_str()).collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!(Flag::query().by_owner().owner("ada").all(&table).await.expect("query").len(), 2);
}

async fn descending_and_limit_and_first(on: Engine) {
    let table = slots(&on).await;
    let query = || Slot::query().primary().room("r");
    assert_eq!(numbers(query().descending().all(&table).await), [8, 7, 6, 5, 4, 3, 2, 1, 0]);
    let page = query().limit(2).send(&table).await.expect("query");
    assert!(page.cursor.is_some());
    assert_eq!(numbers(Ok(page.items)), [0, 1]);
    assert_eq!(numbers(query().limit(2).all(&table).await), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(numbers(query().row("b").descending().limit(3).send(&table).await.map(|page| page.items)), [7, 6, 5]);

    let first = query().first(&table).await.expect("query");
    assert_eq!(first, Some(Slot::new("r", "a", "1", "x")));
    let last = query().descending().first(&table).await.expect("query");
    assert_eq!(last, Some(Slot::new("r", "c", "1", "x")));
    assert_eq!(query().row(gt("c")).first(&table).await.expect("query"), None);
    // The condition drops all that is read first.
    assert_eq!(query().row(gt("a")).first(&table).await.expect("query"), Some(Slot::new("r", "ab", "1", "x")));
}

async fn a_local_index_can_be_read_consistently(on: Engine) {
    let table = on.table::<Order>().await;
    for (id, city) in [("1", "Ulm"), ("2", "Aachen"), ("3", "Bonn")] {
        let order = Order { city: city.into(), ..order("ada", id) };
        Order::create().item(order).send(&table).await.expect("create");
    }
    let query = || Order::query().by_place().customer("ada").country("de").city(gte("b")).consistent();
    let request = query().request("app").expect("a request");
    assert_eq!((request.index_name(), request.consistent_read()), (Some("lsi1"), Some(true)));
    let found = query().all(&table).await.expect("query");
    assert_eq!(found.iter().map(|order| order.city.as_str()).collect::<Vec<_>>(), ["Bonn", "Ulm"]);
    let all = Order::query().primary().customer("ada").consistent().all(&table).await.expect("query");
    assert_eq!(all.len(), 3);
}

/// Foreign items in the very stretch that is read: of another entity and version by their identifiers, and one written by
/// hand. None of them can be read as a comment.
async fn items_of_others_are_skipped(on: Engine) {
    let table = on.table::<(Comment, CommentV2, Article)>().await;
    let mut comments = Vec::new();
    for id in ["c1", "c3", "c5"] {
        let create = Comment::create().comment_id(id).article_id("a1").text("hi");
        comments.push(create.send(&table).await.expect("create"));
    }
    Article::create().article_id("a1").title("t").send(&table).await.expect("create");
    CommentV2::create().comment_id("c2").article_id("a1").body("b").send(&table).await.expect("create");
    for (id, entity, version) in
        [("c0", "Article", "1"), ("c2", "Comment", "2"), ("c4", "", ""), ("c6", "comment", "1")]
    {
        let foreign = item([
            ("pk", s(format!("by hand {id}"))),
            ("sk", s("$comment_1")),
            ("gsi1pk", s("$blog#articleid_a1")),
            ("gsi1sk", s(format!("$comment_1#commentid_{id}"))),
            ("__edb_e__", s(entity)),
            ("__edb_v__", s(version)),
            ("text", s("not all that a comment needs")),
        ]);
        put_raw(&table, foreign).await;
    }
    let query = || Comment::query().by_article().article_id("a1");
    assert_eq!(query().all(&table).await.expect("query"), comments);
    assert_eq!(query().limit(1).all(&table).await.expect("query"), comments);
    assert_eq!(query().comment_id(between("c1", "c4")).all(&table).await.expect("query"), comments[..2]);
    assert_eq!(query().first(&table).await.expect("query").as_ref(), comments.first());
    let page = query().limit(1).send(&table).await.expect("query");
    assert!(page.items.is_empty() && page.cursor.is_some(), "a page of one foreign item: {page:?}");
}

/// Entities and versions whose names begin alike stand right beside: no query of a slot reads them.
async fn neighbours_are_not_read(on: Engine) {
    let table = slots(&on).await;
    for row in ["a", "b", "zz"] {
        Sloth::create().room("r").row(row).send(&table).await.expect("create");
        Slop::create().room("r").row(row).send(&table).await.expect("create");
        SlotV0::create().room("r").row(row).send(&table).await.expect("create");
        SlotV2::create().room("r").row(row).send(&table).await.expect("create");
        SlotV10::create().room("r").row(row).send(&table).await.expect("create");
    }
    let primary = || Slot::query().primary().room("r");
    let by_shelf = || Slot::query().by_shelf().room("r");
    for (request, expected) in [
        (primary().request("app"), 9),
        (primary().row("a").request("app"), 3),
        (primary().row(gt("a")).request("app"), 9),
        (primary().row(gte("b")).request("app"), 5),
        (primary().row(lt("b")).request("app"), 4),
        (primary().row(lte("zzz")).request("app"), 9),
        (primary().row(begins_with("")).request("app"), 9),
        (primary().row("b").shelf(gt("1")).request("app"), 4),
        (by_shelf().request("app"), 9),
        (by_shelf().shelf(gte("")).request("app"), 9),
        (by_shelf().shelf(lt("~")).request("app"), 9),
    ] {
        let request = request.expect("a request");
        let condition = format!("{:?} {:?}", request.key_condition_expression, request.expression_attribute_values);
        assert_eq!(query_raw(&table, request).await.scanned_count, expected, "{condition}");
    }
    assert_eq!(Sloth::query().primary().room("r").all(&table).await.expect("query").len(), 3);
    assert_eq!(SlotV10::query().by_shelf().room("r").all(&table).await.expect("query").len(), 3);
}

async fn first_looks_past_items_of_others(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Last", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(of_owner, gsi = "gsi1", pk(field = "gsi1pk", composite = [owner]))]
    struct Last {
        id: String,
        owner: String,
    }

    let table = on.table::<Last>().await;
    // Without a sort key, the index is in the order of the table's key: `!` comes before `$`.
    let last = Last::create().id("z").owner("ada").send(&table).await.expect("create");
    for number in 0..5 {
        let foreign =
            item([("pk", s(format!("!{number}"))), ("sk", s("by hand")), ("gsi1pk", s("$app$last_1#owner_ada"))]);
        put_raw(&table, foreign).await;
    }
    assert_eq!(Last::query().of_owner().owner("ada").first(&table).await.expect("query"), Some(last.clone()));
    assert_eq!(Last::query().of_owner().owner("ada").limit(1).all(&table).await.expect("query"), [last]);
}
