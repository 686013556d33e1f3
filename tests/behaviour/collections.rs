//! Collections: several entities in one partition, read by one query.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use aws_sdk_dynamodb::types::Select;
use dynaent::{
    Collection, Entity, Error, Expiry, KeyComposites, Service, Table, begins_with, between, gt, gte, lt, lte,
};

use serde_json::json;

use crate::{
    doctored::{Naps, doctored},
    harness::{Engine, both_ways, item, n, put_raw, query_raw, s},
};

both_ways! {
    each_item_is_in_the_list_of_its_entity,
    a_list_may_be_left_out,
    items_come_in_the_order_of_their_keys,
    pages_hold_what_comes_and_go_on,
    pages_go_backwards,
    what_is_of_no_member_is_counted,
    an_inner_collection_is_a_part_of_the_outer_one,
    names_that_begin_alike_are_kept_apart,
    clustered_members_share_composites,
    shared_composites_take_conditions,
    attributes_of_multi_attribute_keys_are_shared,
    numbers_in_multi_attribute_keys_are_compared,
    filters_are_asked_of_their_entity,
    keys_alone_are_read_as_keys,
    keys_alone_are_hydrated_to_entities,
    hydrated_items_that_are_gone_are_left_out,
    more_than_a_hundred_items_are_hydrated,
    an_entity_can_be_hydrated,
    expired_items_are_left_out,
    cursors_of_elsewhere_are_refused,
    the_request_is_the_one_that_is_sent,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Article", version = "1")]
#[index(primary, pk = [article_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [], collection = "discussion")]
#[index(by_author, gsi = "gsi2", pk = [author], sk = [article_id], collection = "works")]
struct Article {
    article_id: String,
    author: String,
    title: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [comment_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id], collection = "discussion")]
#[index(by_author, gsi = "gsi2", pk = [author], sk = [comment_id], collection = ["works", "remarks"])]
struct Comment {
    comment_id: String,
    article_id: String,
    author: String,
    likes: u32,
}

/// In the collection, and in none of the tests' structs but one.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Banner", version = "1")]
#[index(primary, pk = [banner_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [banner_id], collection = "discussion")]
struct Banner {
    banner_id: String,
    article_id: String,
}

/// Its collection's name begins as that of the others does.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Thread", version = "1")]
#[index(primary, pk = [thread_id], sk = [])]
#[index(by_article, gsi = "gsi1", pk = [article_id], sk = [thread_id], collection = "discussions")]
struct Thread {
    thread_id: String,
    article_id: String,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Blog {
    Article(Article),
    Comment(Comment),
    Banner(Banner),
    Thread(Thread),
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "discussion")]
struct Discussion {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "discussion")]
struct Remarks {
    comments: Vec<Comment>,
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "remarks")]
struct RemarksOf {
    comments: Vec<Comment>,
}

fn article(id: &str, author: &str) -> Article {
    Article { article_id: id.into(), author: author.into(), title: format!("On {id}") }
}

fn comment(id: &str, article_id: &str, author: &str, likes: u32) -> Comment {
    Comment { comment_id: id.into(), article_id: article_id.into(), author: author.into(), likes }
}

/// Two articles, four comments, and what else is in their partitions.
async fn blog(engine: &Engine) -> Table {
    let table = engine.table::<Blog>().await;
    for it in [article("a1", "ada"), article("a2", "bob")] {
        Article::put().item(it).send(&table).await.expect("put");
    }
    let comments = [("c1", "a1", "bob", 1), ("c2", "a1", "ada", 5), ("c3", "a1", "bob", 9), ("c4", "a2", "ada", 2)];
    for (id, article_id, author, likes) in comments {
        Comment::put().item(comment(id, article_id, author, likes)).send(&table).await.expect("put");
    }
    Banner::put().banner_id("b1").article_id("a1").send(&table).await.expect("put");
    Thread::put().thread_id("t1").article_id("a1").send(&table).await.expect("put");
    table
}

async fn each_item_is_in_the_list_of_its_entity(engine: Engine) {
    let table = blog(&engine).await;
    let before = engine.sent();
    let page = Discussion::query().article_id("a1").send(&table).await.expect("query");
    assert_eq!(engine.sent() - before, 1);
    assert_eq!(page.articles, [article("a1", "ada")]);
    let ids: Vec<_> = page.comments.iter().map(|comment| comment.comment_id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3"]);
    assert_eq!(page.cursor, None);
    let nothing = Discussion::query().article_id("a9").all(&table).await.expect("query");
    assert_eq!(nothing, Discussion { articles: vec![], comments: vec![] });
}

async fn a_list_may_be_left_out(engine: Engine) {
    let table = blog(&engine).await;
    let page = Remarks::query().article_id("a1").send(&table).await.expect("query");
    assert_eq!(page.comments.len(), 3);
    // Nothing else is read.
    assert_eq!(page.foreign, 0);
    let input = Remarks::query().article_id("a1").request("app").expect("a request");
    assert_eq!(input.key_condition_expression(), Some("#0 = :0 AND begins_with(#1, :1)"));
    assert_eq!(input.expression_attribute_values().unwrap()[":1"], s("$discussion#comment_1#comment_id_"));
}

async fn items_come_in_the_order_of_their_keys(engine: Engine) {
    let table = blog(&engine).await;
    let items: Vec<Blog> = Discussion::query().article_id("a1").in_order().all(&table).await.expect("query");
    let expected = [
        Blog::Article(article("a1", "ada")),
        Blog::Comment(comment("c1", "a1", "bob", 1)),
        Blog::Comment(comment("c2", "a1", "ada", 5)),
        Blog::Comment(comment("c3", "a1", "bob", 9)),
    ];
    assert_eq!(items, expected);
    let last = Discussion::query().article_id("a1").descending().in_order::<Blog>().first(&table).await.expect("query");
    assert_eq!(last, Some(Blog::Comment(comment("c3", "a1", "bob", 9))));
    let none = Discussion::query().article_id("a9").in_order::<Blog>().first(&table).await.expect("query");
    assert_eq!(none, None);
}

async fn pages_hold_what_comes_and_go_on(engine: Engine) {
    let table = blog(&engine).await;
    let (mut cursor, mut pages, mut all) = (None, Vec::new(), Discussion { articles: vec![], comments: vec![] });
    loop {
        let page = Discussion::query().article_id("a1").limit(2).after(cursor).send(&table).await.expect("query");
        pages.push((page.articles.len(), page.comments.len()));
        all.articles.extend(page.items.articles);
        all.comments.extend(page.items.comments);
        cursor = page.cursor;
        if cursor.is_none() {
            break;
        }
    }
    // Article, banner | comment, comment | comment.
    assert_eq!(pages, [(1, 0), (0, 2), (0, 1)]);
    assert_eq!(all, Discussion::query().article_id("a1").limit(1).all(&table).await.expect("query"));
}

async fn pages_go_backwards(engine: Engine) {
    let table = blog(&engine).await;
    let newest = || Discussion::query().article_id("a1").descending().limit(2);
    let page = newest().send(&table).await.expect("query");
    let ids = |comments: &[Comment]| comments.iter().map(|it| it.comment_id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&page.comments), ["c3", "c2"]);
    let page = newest().after(page.cursor).send(&table).await.expect("query");
    assert_eq!((ids(&page.comments), page.foreign), (vec!["c1".to_owned()], 1));
}

async fn what_is_of_no_member_is_counted(engine: Engine) {
    let table = blog(&engine).await;
    let strange = |pk: &str, sk: &str, version: &str| {
        item([
            ("pk", s(pk)),
            ("sk", s("$strange_1")),
            ("gsi1pk", s("$blog#article_id_a1")),
            ("gsi1sk", s(sk)),
            ("__edb_e__", s("Comment")),
            ("__edb_v__", s(version)),
        ])
    };
    // Of another version, and without anything that tells what it is.
    put_raw(&table, strange("1", "$discussion#comment_1#comment_id_c15", "2")).await;
    let mut nameless = strange("2", "$discussion#comment_1#comment_id_c16", "1");
    nameless.retain(|field, _| !field.starts_with("__"));
    put_raw(&table, nameless).await;
    let page = Discussion::query().article_id("a1").send(&table).await.expect("query");
    assert_eq!((page.articles.len(), page.comments.len()), (1, 3));
    // Those two, and the banner.
    assert_eq!(page.foreign, 3);
    let page = Discussion::query().article_id("a1").in_order::<Blog>().send(&table).await.expect("query");
    assert_eq!((page.items.len(), page.foreign), (4, 3));
    // What says that it is a comment, and is none that can be read, is an error.
    put_raw(&table, strange("$blog#comment_id_c17", "$discussion#comment_1#comment_id_c17", "1")).await;
    let error = Discussion::query().article_id("a1").send(&table).await.expect_err("an item that cannot be read");
    assert!(matches!(&error, Error::Item(item) if item.entity == "Comment"), "{error}");
}

async fn an_inner_collection_is_a_part_of_the_outer_one(engine: Engine) {
    let table = blog(&engine).await;
    let works = Works::query().author("ada").all(&table).await.expect("query");
    assert_eq!((works.articles.len(), works.comments.len()), (1, 2));
    let remarks = RemarksOf::query().author("ada").all(&table).await.expect("query");
    assert_eq!(remarks.comments, works.comments);
    let input = RemarksOf::query().author("ada").request("app").expect("a request");
    assert_eq!(input.expression_attribute_values().unwrap()[":1"], s("$works#remarks#comment_1#comment_id_"));
}

async fn names_that_begin_alike_are_kept_apart(engine: Engine) {
    let table = blog(&engine).await;
    let page = Discussion::query().article_id("a1").send(&table).await.expect("query");
    // The banner; not the thread, which is in `discussions`.
    assert_eq!(page.foreign, 1);
}

// -- Clustered -------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "forge", name = "Issue", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [repo], sk = [day, number, id], collection = "feed", clustered)]
struct Issue {
    id: String,
    repo: String,
    day: String,
    #[attr(padding(4, "0"))]
    number: u32,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "forge", name = "Pull", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [repo], sk = [day, number], collection = "feed", clustered)]
struct Pull {
    id: String,
    repo: String,
    day: String,
    #[attr(padding(4, "0"))]
    number: u32,
}

#[derive(Debug, Clone, PartialEq, Service)]
enum Forge {
    Issue(Issue),
    Pull(Pull),
}

#[derive(Debug, Clone, PartialEq, Collection)]
#[collection(name = "feed")]
struct Feed {
    issues: Vec<Issue>,
    pulls: Vec<Pull>,
}

/// On each day an issue and a pull request of each number, of the repository `x`.
async fn forge(engine: &Engine, days: &[&str], numbers: &[u32]) -> Table {
    let table = engine.table::<Forge>().await;
    for day in days {
        for number in numbers {
            let id = format!("{day}/{number}");
            let issue = Issue { id: format!("i{id}"), repo: "x".into(), day: (*day).into(), number: *number };
            Issue::put().item(issue).send(&table).await.expect("put");
            let pull = Pull { id: format!("p{id}"), repo: "x".into(), day: (*day).into(), number: *number };
            Pull::put().item(pull).send(&table).await.expect("put");
        }
    }
    table
}

/// What was found, as `kind day number`.
fn told(items: Vec<Forge>) -> Vec<String> {
    let tell = |item| match item {
        Forge::Issue(Issue { day, number, .. }) => format!("issue {day} {number}"),
        Forge::Pull(Pull { day, number, .. }) => format!("pull {day} {number}"),
    };
    items.into_iter().map(tell).collect()
}

async fn clustered_members_share_composites(engine: Engine) {
    let table = forge(&engine, &["1", "1 ", "1#2", "12", "2"], &[7, 10]).await;
    let day = Feed::query().repo("x").day("1").in_order().all(&table).await.expect("query");
    assert_eq!(told(day), ["issue 1 7", "pull 1 7", "issue 1 10", "pull 1 10"]);
    let number = Feed::query().repo("x").day("1").number(10).in_order().all(&table).await.expect("query");
    assert_eq!(told(number), ["issue 1 10", "pull 1 10"]);
    let all = Feed::query().repo("x").all(&table).await.expect("query");
    assert_eq!((all.issues.len(), all.pulls.len()), (10, 10));
    // Neighbours are left out without being counted as foreign.
    let page = Feed::query().repo("x").day("1").send(&table).await.expect("query");
    assert_eq!((page.issues.len(), page.pulls.len(), page.foreign), (2, 2, 0));
}

async fn shared_composites_take_conditions(engine: Engine) {
    let days = ["1", "1 ", "1#2", "12", "2", "3"];
    let table = forge(&engine, &days, &[7, 10]).await;
    macro_rules! check {
        ($condition:expr, $holds:expr) => {{
            let items = Feed::query().repo("x").day($condition).in_order().all(&table).await.expect("query");
            let mut found = told(items);
            found.sort();
            let holds: fn(&str) -> bool = $holds;
            let asked_for = days.into_iter().filter(|day| holds(day)).flat_map(|day| {
                [7, 10].into_iter().flat_map(move |n| [format!("issue {day} {n}"), format!("pull {day} {n}")])
            });
            let mut expected: Vec<_> = asked_for.collect();
            expected.sort();
            assert_eq!(found, expected, "{}", stringify!($condition));
        }};
    }
    check!(begins_with("1"), |day| day.starts_with('1'));
    check!(begins_with("1#"), |day| day.starts_with("1#"));
    check!(gt("1"), |day| day > "1");
    check!(gte("1 "), |day| day >= "1 ");
    check!(lt("12"), |day| day < "12");
    check!(lte("1#2"), |day| day <= "1#2");
    check!(between("1 ", "2"), |day| ("1 "..="2").contains(&day));
    let later = Feed::query().repo("x").day("3").number(gt(7)).in_order().all(&table).await.expect("query");
    assert_eq!(told(later), ["issue 3 10", "pull 3 10"]);
    let upside_down = Feed::query().repo("x").day(between("2", "1")).request("app");
    assert!(matches!(upside_down, Err(Error::EmptyRange { .. })), "{upside_down:?}");
}

// -- Multi-attribute keys --------------------------------------------------------------------------------------------

macro_rules! measures {
    ($($name:ident $entity:literal $more:ident;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "lab", name = $entity, version = "1")]
        #[index(primary, pk = [id], sk = [])]
        #[index(by_place, gsi = "gsi1", pk = [lab, room], sk = [at, $more], collection = "log", multi_attribute)]
        struct $name {
            id: String,
            lab: String,
            room: u32,
            at: u32,
            $more: String,
        }
    )*};
}

measures! {
    Reading "Reading" value;
    Alarm "Alarm" value;
}

#[derive(Debug, PartialEq, Service)]
enum Lab {
    Reading(Reading),
    Alarm(Alarm),
}

#[derive(Debug, PartialEq, Collection)]
#[collection(name = "log")]
struct Log {
    readings: Vec<Reading>,
    alarms: Vec<Alarm>,
}

async fn lab(engine: &Engine) -> Table {
    let table = engine.table::<Lab>().await;
    for at in [9, 10, 200] {
        for (room, value) in [(1, "low"), (2, "high")] {
            let id = format!("{room}/{at}");
            let reading = Reading { id: id.clone(), lab: "L".into(), room, at, value: value.into() };
            Reading::put().item(reading).send(&table).await.expect("put");
            Alarm::put()
                .item(Alarm { id, lab: "L".into(), room, at, value: value.into() })
                .send(&table)
                .await
                .expect("put");
        }
    }
    // No member: it only has the same attributes.
    let stranger =
        [("pk", s("x")), ("sk", s("x")), ("lab", s("L")), ("room", n(1)), ("at", n(10)), ("value", s("mid"))];
    put_raw(&table, item(stranger)).await;
    table
}

async fn attributes_of_multi_attribute_keys_are_shared(engine: Engine) {
    let table = lab(&engine).await;
    let page = Log::query().lab("L").room(1).send(&table).await.expect("query");
    let of = |readings: &[Reading]| readings.iter().map(|reading| reading.at).collect::<Vec<_>>();
    assert_eq!((of(&page.readings), page.alarms.len(), page.foreign), (vec![9, 10, 200], 3, 1));
    let one = Log::query().lab("L").room(1).at(10).value("low").all(&table).await.expect("query");
    assert_eq!((one.readings.len(), one.alarms.len()), (1, 1));
    let page = Log::query().lab("L").room(1).limit(4).send(&table).await.expect("query");
    let rest = Log::query().lab("L").room(1).after(page.cursor.clone()).send(&table).await.expect("query");
    assert_eq!(page.readings.len() + rest.readings.len(), 3);
}

async fn numbers_in_multi_attribute_keys_are_compared(engine: Engine) {
    let table = lab(&engine).await;
    let late = Log::query().lab("L").room(2).at(gt(9)).in_order::<Lab>().all(&table).await.expect("query");
    let at = |item: &Lab| match item {
        Lab::Reading(reading) => reading.at,
        Lab::Alarm(alarm) => alarm.at,
    };
    assert_eq!(late.iter().map(at).collect::<Vec<_>>(), [10, 10, 200, 200]);
    let high = Log::query().lab("L").room(2).at(9).value(begins_with("hi")).all(&table).await.expect("query");
    assert_eq!((high.readings.len(), high.alarms.len()), (1, 1));
}

// -- Filters ---------------------------------------------------------------------------------------------------------

async fn filters_are_asked_of_their_entity(engine: Engine) {
    let table = blog(&engine).await;
    let (a, c) = (Article::attributes(), Comment::attributes());
    let liked = || Discussion::query().article_id("a1").filter(c.likes.gt(4));
    let page = liked().send(&table).await.expect("query");
    assert_eq!((page.articles.len(), page.comments.len(), page.foreign), (1, 2, 1));
    // Several filters of one entity must all hold; one that may hold or not stands in parentheses.
    let page = liked().filter(c.author.eq("bob").or(c.author.eq("eve"))).send(&table).await.expect("query");
    assert_eq!((page.articles.len(), page.comments.len(), page.foreign), (1, 1, 1));
    let page = liked().filter(a.title.begins_with("About")).in_order::<Blog>().send(&table).await.expect("query");
    assert_eq!(page.items.len(), 2);
    // Of an entity that is not read, a condition does not compile; on the key it is refused.
    let m = Reading::attributes();
    let refused = Log::query().lab("L").room(1).filter(m.at.gt(3)).request("lab");
    assert!(matches!(&refused, Err(Error::Condition { entity: "Reading", .. })), "{refused:?}");
    let shown = format!("{:?}", liked());
    assert!(shown.contains("discussion") && shown.contains("likes > 4"), "{shown}");
}

// -- Indexes that hold parts of the items -----------------------------------------------------------------------------

macro_rules! files {
    ($($name:ident $entity:literal $version:literal;)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "disk", name = $entity, version = $version)]
        #[index(primary, pk = [id], sk = [])]
        #[index(by_owner, gsi = "gsi1", pk = [owner], sk = [name], collection = "owned", projection = keys_only)]
        #[index(by_kind, gsi = "gsi2", pk = [kind], sk = [name], collection = "alike", projection = include(name, kind, id, owner))]
        struct $name {
            id: String,
            owner: String,
            name: String,
            kind: String,
            note: Option<String>,
        }

        impl $name {
            fn new(id: &str, owner: &str, name: &str) -> Self {
                let note = Some(format!("{name} of {owner}"));
                Self { id: id.into(), owner: owner.into(), name: name.into(), kind: "k".into(), note }
            }
        }
    )*};
}

files! {
    File "File" "1";
    Folder "Folder" "1";
    Link "Link" "1";
}

#[derive(Debug, PartialEq, Service)]
enum Disk {
    File(File),
    Folder(Folder),
}

#[derive(Debug, Collection)]
#[collection(name = "owned")]
struct OwnedKeys {
    files: Vec<KeyComposites<File>>,
    folders: Vec<KeyComposites<Folder>>,
}

#[derive(Debug, PartialEq, Collection)]
#[collection(name = "owned")]
struct Owned {
    files: Vec<File>,
    folders: Vec<Folder>,
}

#[derive(Debug, PartialEq, Collection)]
#[collection(name = "alike")]
struct Alike {
    files: Vec<File>,
    folders: Vec<Folder>,
}

async fn disk(engine: &Engine) -> Table {
    let table = engine.table::<Disk>().await;
    for (id, name) in [("1", "b"), ("2", "a")] {
        File::put().item(File::new(id, "ada", name)).send(&table).await.expect("put");
    }
    Folder::put().item(Folder::new("1", "ada", "home")).send(&table).await.expect("put");
    Link::put().item(Link::new("1", "ada", "away")).send(&table).await.expect("put");
    table
}

async fn keys_alone_are_read_as_keys(engine: Engine) {
    let table = disk(&engine).await;
    let before = engine.sent();
    let page = OwnedKeys::query().owner("ada").send(&table).await.expect("query");
    assert_eq!(engine.sent() - before, 1);
    let f = File::attributes();
    let names: Vec<_> =
        page.files.iter().map(|file| file.get(f.name).expect("its name").expect("in the key")).collect();
    assert_eq!((names, page.folders.len(), page.foreign), (vec!["a".to_owned(), "b".to_owned()], 1, 0));
}

async fn keys_alone_are_hydrated_to_entities(engine: Engine) {
    let table = disk(&engine).await;
    let before = engine.sent();
    let page = Owned::query().owner("ada").send(&table).await.expect("query");
    assert_eq!(engine.sent() - before, 2);
    assert_eq!(page.files, [File::new("2", "ada", "a"), File::new("1", "ada", "b")]);
    assert_eq!(page.folders, [Folder::new("1", "ada", "home")]);
    let in_order: Vec<Disk> = Owned::query().owner("ada").in_order().all(&table).await.expect("query");
    assert_eq!(in_order.len(), 3);
    let last: Option<Disk> =
        Alike::query().kind("k").hydrate().in_order().descending().first(&table).await.expect("query");
    assert_eq!(last, Some(Disk::Folder(Folder::new("1", "ada", "home"))));
    // Of an index that holds some attributes, the others are only read when they are asked for.
    let page = Alike::query().kind("k").send(&table).await.expect("query");
    assert_eq!((page.files.len(), &page.files[0].note), (2, &None));
    let page = Alike::query().kind("k").hydrate().send(&table).await.expect("query");
    assert_eq!((page.files.len(), page.files[0].note.as_deref()), (2, Some("a of ada")));
}

async fn hydrated_items_that_are_gone_are_left_out(engine: Engine) {
    let table = disk(&engine).await;
    // What the index still holds of an item that the table has no more.
    let input = File::query().by_owner().owner("ada").request("app").expect("a request");
    assert_eq!(query_raw(&table, input).await.items().len(), 2);
    File::remove().id("2").send(&table).await.expect("remove");
    let files = File::query().by_owner().owner("ada").hydrate().all(&table).await.expect("query");
    assert_eq!(files, [File::new("1", "ada", "b")]);
}

async fn more_than_a_hundred_items_are_hydrated(engine: Engine) {
    let table = engine.table::<Disk>().await;
    for number in 0..130 {
        let name = format!("{number:03}");
        File::put().item(File::new(&name, "eve", &name)).send(&table).await.expect("put");
    }
    let before = engine.sent();
    let owned = Owned::query().owner("eve").all(&table).await.expect("query");
    assert_eq!(engine.sent() - before, 3);
    let names: Vec<_> = owned.files.into_iter().map(|file| file.name).collect();
    assert_eq!(names, (0..130).map(|number| format!("{number:03}")).collect::<Vec<_>>());
}

/// Every second key of a batch is left unprocessed, as often as `times` says; how many batches were asked for.
fn throttled(table: &Table, times: usize) -> (Table, Naps, Arc<AtomicUsize>) {
    let (naps, asked) = (Naps::default(), Arc::new(AtomicUsize::new(0)));
    let count = Arc::clone(&asked);
    let table = doctored(table, move |operation, body| {
        if operation != "BatchGetItem" || count.fetch_add(1, Ordering::SeqCst) >= times {
            return None;
        }
        let mut answer: serde_json::Value = serde_json::from_str(body).expect("JSON");
        let items = answer["Responses"]["app"].as_array_mut().expect("items");
        let left = items.split_off(items.len() / 2);
        let keys: Vec<_> = left.iter().map(|item| json!({ "pk": item["pk"], "sk": item["sk"] })).collect();
        answer["UnprocessedKeys"] = json!({ "app": { "Keys": keys } });
        Some((200, answer.to_string()))
    });
    let timer = naps.clone();
    (table.config_override(|config| config.sleep_impl(timer)), naps, asked)
}

#[tokio::test]
async fn unprocessed_keys_are_asked_for_again() {
    let table = disk(&Engine::embedded()).await;
    let all = Owned::query().owner("ada").all(&table).await.expect("query");
    // Three keys: one is got, then one of two, then nothing of the one that is left, and then that.
    let (slow, naps, asked) = throttled(&table, 3);
    assert_eq!(Owned::query().owner("ada").all(&slow).await.expect("query"), all);
    assert_eq!((asked.load(Ordering::SeqCst), naps.count()), (4, 1));
    // Without end, it is given up: nothing is returned in part.
    let (stuck, naps, _) = throttled(&table, usize::MAX);
    let error = Owned::query().owner("ada").all(&stuck).await.expect_err("one key is never processed");
    assert!(matches!(&error, Error::Unprocessed { keys, .. } if keys.len() == 1), "{error}");
    assert_eq!(naps.count(), 7);
}

async fn an_entity_can_be_hydrated(engine: Engine) {
    let table = disk(&engine).await;
    let by_owner = || File::query().by_owner().owner("ada");
    let first = by_owner().hydrate().descending().first(&table).await.expect("query");
    assert_eq!(first, Some(File::new("1", "ada", "b")));
    let page = by_owner().limit(1).hydrate().send(&table).await.expect("query");
    assert_eq!(page.items, [File::new("2", "ada", "a")]);
    let page = by_owner().limit(1).after(page.cursor).hydrate().send(&table).await.expect("query");
    assert_eq!(page.items, [File::new("1", "ada", "b")]);
    let f = File::attributes();
    let noted = File::query().by_kind().kind("k").hydrate().filter(f.owner.eq("ada")).all(&table).await.expect("query");
    assert!(noted.iter().all(|file| file.note.is_some()) && noted.len() == 2, "{noted:?}");
}

// -- And else --------------------------------------------------------------------------------------------------------

#[derive(Debug, PartialEq, Entity)]
#[entity(service = "web", name = "Ticket", version = "1")]
#[index(primary, pk = [user], sk = [id], collection = "of_user")]
struct Ticket {
    user: String,
    id: String,
    #[attr(ttl)]
    until: Option<Expiry>,
}

#[derive(Debug, PartialEq, Entity)]
#[entity(service = "web", name = "User", version = "1")]
#[index(primary, pk = [user], sk = [], collection = "of_user")]
struct User {
    user: String,
}

#[derive(Debug, PartialEq, Collection)]
#[collection(name = "of_user")]
struct OfUser {
    users: Vec<User>,
    tickets: Vec<Ticket>,
}

async fn expired_items_are_left_out(engine: Engine) {
    let table = engine.table::<(User, Ticket)>().await;
    User::put().user("ada").send(&table).await.expect("put");
    let hour = std::time::Duration::from_secs(3600);
    for (id, until) in [("old", Expiry::at(1_000_000_000)), ("new", Expiry::after(hour))] {
        Ticket::put().user("ada").id(id).until(until).send(&table).await.expect("put");
    }
    // The table itself can be read consistently.
    let page = OfUser::query().user("ada").consistent().send(&table).await.expect("query");
    assert_eq!((page.users.len(), page.tickets.len(), page.foreign), (1, 1, 0));
    assert_eq!(page.tickets[0].id, "new");
    let all = OfUser::query().user("ada").with_expired().all(&table).await.expect("query");
    assert_eq!(all.tickets.len(), 2);
}

async fn cursors_of_elsewhere_are_refused(engine: Engine) {
    let table = blog(&engine).await;
    let cursor = |page: dynaent::CollectionPage<Discussion>| page.cursor.expect("more follows");
    let of_a1 = cursor(Discussion::query().article_id("a1").limit(1).send(&table).await.expect("query"));
    let of_a2 = cursor(Discussion::query().article_id("a2").limit(1).send(&table).await.expect("query"));
    let works = Works::query().author("ada").limit(1).send(&table).await.expect("query");
    let threads = Thread::query().by_article().article_id("a1").limit(1).send(&table).await.expect("query");
    let threads = threads.cursor.expect("the engine cannot know that nothing follows");
    for (cursor, reason) in [
        (of_a2.to_string(), "it is of another partition"),
        (works.cursor.expect("more follows").to_string(), "it is of another index"),
        (threads.to_string(), "it is of another entity"),
        ("no cursor!".to_owned(), "it is not base64url"),
    ] {
        let query = Discussion::query().article_id("a1").after(cursor);
        let error = engine.unsent(query.send(&table)).await.expect_err(reason);
        assert!(matches!(&error, Error::Cursor { reason: found, .. } if *found == reason), "{error}, not {reason}");
    }
    // A member's own query continues where the collection stopped, if it stopped at one of its items.
    let rest = Article::query().by_article().article_id("a1").after(of_a1).send(&table).await.expect("query");
    assert_eq!(rest.items, []);
    let error = engine.unsent(Discussion::query().article_id("a1").limit(0).send(&table)).await;
    assert!(matches!(error, Err(Error::Limit { .. })), "{error:?}");
    let error = engine.unsent(Discussion::query().article_id("").send(&table)).await;
    assert!(matches!(error, Err(Error::Key(_))), "{error:?}");
}

async fn the_request_is_the_one_that_is_sent(engine: Engine) {
    let table = blog(&engine).await;
    let input = Discussion::query().article_id("a1").descending().limit(3).request("app").expect("a request");
    assert_eq!(input.index_name(), Some("gsi1"));
    assert_eq!(input.key_condition_expression(), Some("#0 = :0 AND #1 BETWEEN :1 AND :2"));
    let values = input.expression_attribute_values().expect("values");
    assert_eq!(values[":0"], s("$blog#article_id_a1"));
    // From the one article that there can be up to the last comment.
    assert_eq!([&values[":1"], &values[":2"]], [&s("$discussion#article_1"), &s("$discussion#comment_1#comment_id`")]);
    assert_eq!((input.limit(), input.scan_index_forward()), (Some(3), Some(false)));
    let output = query_raw(&table, input).await;
    let sent = Discussion::query().article_id("a1").descending().limit(3).in_order::<Blog>().send(&table).await;
    let decoded: Vec<Blog> = output.items().iter().map(|item| Blog::decode(item.clone()).expect("an item")).collect();
    assert_eq!(sent.expect("query").items, decoded[..3]);
    let customized = Discussion::query().article_id("a1").customize(|input| input.select(Select::Count));
    assert_eq!(customized.request("app").expect("a request").select(), Some(&Select::Count));
}
