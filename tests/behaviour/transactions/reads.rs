//! `TransactGet`: items in the form and the order in which they are asked for.

use std::time::Duration;

use dynaent::{Entity, Error, Expiry, OnTable, TransactGet, TransactionProblem};

use super::{That, This, other_table};
use crate::{
    fixtures::{Article, Comment},
    harness::{Engine, both_ways, tamper},
};

both_ways! {
    tuples_arrays_and_lists,
    items_of_another_entity_are_none,
    expired_items_are_none,
    gets_from_two_tables,
    a_read_is_from_one_to_a_hundred_items_once_each,
    keys_are_checked_before,
    an_item_that_cannot_be_read_is_an_error,
}

async fn tuples_arrays_and_lists(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    let comment = |id: &str| Comment::new(id, "a1", "hi");
    let article = Article { article_id: "a1".into(), title: "One".into() };
    for id in ["c1", "c2", "c3"] {
        Comment::create().item(comment(id)).send(&table).await.expect("create");
    }
    Article::create().item(article.clone()).send(&table).await.expect("create");

    let get = |id: &str| Comment::get().comment_id(id);
    let before = on.sent();
    let gets = (get("c2"), Article::get().article_id("a1"), Article::get().article_id("a2"), get("c1").consistent());
    let found = TransactGet::new(gets).send(&table).await.expect("gets");
    assert_eq!(found, (Some(comment("c2")), Some(article.clone()), None, Some(comment("c1"))));
    assert_eq!(on.sent(), before + 1);

    let [third, none, first] = TransactGet::new(["c3", "c9", "c1"].map(get)).send(&table).await.expect("gets");
    assert_eq!((third, none, first), (Some(comment("c3")), None, Some(comment("c1"))));

    let ids = ["c3", "c2", "c1", "c0"];
    let found: Vec<Option<Comment>> =
        TransactGet::new(ids.iter().map(|id| get(id)).collect::<Vec<_>>()).send(&table).await.expect("gets");
    assert_eq!(found, [Some(comment("c3")), Some(comment("c2")), Some(comment("c1")), None]);

    let gets = (vec![get("c1")], Article::get().article_id("a1"), [get("c2"), get("c3")]);
    let found = TransactGet::new(gets).send(&table).await.expect("gets");
    assert_eq!(found, (vec![Some(comment("c1"))], Some(article), [Some(comment("c2")), Some(comment("c3"))]));

    let one = TransactGet::new(get("c1")).send(&table).await.expect("a get");
    assert_eq!(one, Some(comment("c1")));
}

async fn items_of_another_entity_are_none(on: Engine) {
    let table = on.table::<(This, That)>().await;
    let this = This::create().id("a").text("1").send(&table).await.expect("create");
    let that = That::create().id("b").text("2").send(&table).await.expect("create");
    let gets = (That::get().id("a"), That::get().id("b"));
    assert_eq!(TransactGet::new(gets).send(&table).await.expect("gets"), (None, Some(that)));
    let gets = [This::get().id("a"), This::get().id("b")];
    assert_eq!(TransactGet::new(gets).send(&table).await.expect("gets"), [Some(this), None]);
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Session", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Session {
    id: String,
    #[attr(ttl)]
    expires: Expiry,
}

async fn expired_items_are_none(on: Engine) {
    let table = on.table::<Session>().await;
    let fresh = Session { id: "a".into(), expires: Expiry::after(Duration::from_secs(60)) };
    let stale = Session { id: "b".into(), expires: Expiry::at(1_000_000_000) };
    for session in [&fresh, &stale] {
        Session::create().item(session.clone()).send(&table).await.expect("create");
    }
    let get = |id: &str| Session::get().id(id);
    let found = TransactGet::new((get("a"), get("b"))).send(&table).await.expect("gets");
    assert_eq!(found, (Some(fresh.clone()), None));
    let found = TransactGet::new((get("a"), get("b").with_expired())).send(&table).await.expect("gets");
    assert_eq!(found, (Some(fresh), Some(stale)));
}

async fn gets_from_two_tables(on: Engine) {
    let table = on.table::<Comment>().await;
    let other = other_table::<Comment>(&table).await;
    Comment::create().item(Comment::new("c1", "a1", "here")).send(&table).await.expect("create");
    Comment::create().item(Comment::new("c1", "a1", "there")).send(&other).await.expect("create");
    let get = || Comment::get().comment_id("c1");
    let found = TransactGet::new((get(), OnTable::new(&other, get()))).send(&table).await.expect("gets");
    assert_eq!((found.0.expect("here").text, found.1.expect("there").text), ("here".into(), "there".into()));
}

async fn a_read_is_from_one_to_a_hundred_items_once_each(on: Engine) {
    let table = on.table::<Comment>().await;
    let gets = |count: usize| (0..count).map(|id| Comment::get().comment_id(id.to_string())).collect::<Vec<_>>();
    for (count, expected) in
        [(0, TransactionProblem::Empty), (101, TransactionProblem::TooMany { count: 101, limit: 100 })]
    {
        let error = on.unsent(TransactGet::new(gets(count)).send(&table)).await.expect_err("it is refused");
        assert!(matches!(&error, Error::Transaction { problem } if **problem == expected), "{error:?}");
    }
    let found = TransactGet::new(gets(100)).send(&table).await.expect("gets");
    assert_eq!(found, vec![None; 100]);
    let twice = (gets(3), Comment::get().comment_id("2"));
    let error = on.unsent(TransactGet::new(twice).send(&table)).await.expect_err("one is there twice");
    assert_eq!(
        error.to_string(),
        "the transaction cannot be sent: get of Comment (number 3) and get of Comment (number 4) are on one item, with pk \
         \"$blog#commentid_2\", sk \"$comment_1\": DynamoDB takes one operation on each"
    );
}

async fn keys_are_checked_before(on: Engine) {
    let table = on.table::<Comment>().await;
    let gets = ["c1", "", ""].map(|id| Comment::get().comment_id(id));
    let error = on.unsent(TransactGet::new(gets).send(&table)).await.expect_err("a key is empty");
    assert!(matches!(error, Error::Key(_)), "{error:?}");
}

async fn an_item_that_cannot_be_read_is_an_error(on: Engine) {
    let table = on.table::<Comment>().await;
    Comment::create().item(Comment::new("c1", "a1", "hi")).send(&table).await.expect("create");
    tamper(&table, [("text", None)]).await;
    let error = TransactGet::new([Comment::get().comment_id("c1")]).send(&table).await.expect_err("it lacks its text");
    assert!(matches!(error, Error::Item(_)), "{error:?}");
}
