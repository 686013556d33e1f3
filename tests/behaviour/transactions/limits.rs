//! What DynamoDB refuses as a whole is refused before it is sent.

use dynaent::{AnyWrite, Error, OnTable, Table, TransactWrite, TransactionProblem};

use super::{That, This};
use crate::{
    fixtures::Comment,
    harness::{Engine, both_ways, stored},
};

both_ways! {
    a_transaction_has_from_one_to_a_hundred_operations,
    an_item_is_in_a_transaction_once,
    a_transaction_writes_up_to_4_mb,
    a_token_has_from_one_to_36_characters,
}

#[track_caller]
fn problem<T: std::fmt::Debug>(result: dynaent::Result<T>) -> TransactionProblem {
    match result {
        Err(Error::Transaction { problem }) => *problem,
        other => panic!("{other:?}"),
    }
}

fn put(number: usize) -> dynaent::Put<Comment> {
    Comment::put().item(Comment::new(&number.to_string(), "a1", "hi"))
}

async fn a_transaction_has_from_one_to_a_hundred_operations(on: Engine) {
    let table = on.table::<Comment>().await;
    let nothing = on.unsent(TransactWrite::new().send(&table)).await;
    assert_eq!(problem(nothing), TransactionProblem::Empty);
    let nothing = on.unsent(TransactWrite::new().items(Vec::<AnyWrite>::new()).send(&table)).await;
    assert_eq!(problem(nothing), TransactionProblem::Empty);
    let error = TransactWrite::new().item(put(0)).items((1..101).map(put)).request("app").expect_err("one too many");
    assert_eq!(error.to_string(), "the transaction cannot be sent: it has 101 operations, DynamoDB takes at most 100");
    let too_many = on.unsent(TransactWrite::new().items((0..101).map(put)).send(&table)).await;
    assert_eq!(problem(too_many), TransactionProblem::TooMany { count: 101, limit: 100 });
    TransactWrite::new().items((0..100).map(put)).send(&table).await.expect("a hundred");
    assert_eq!(stored(&table).await.len(), 100);
}

async fn an_item_is_in_a_transaction_once(on: Engine) {
    let table = on.table::<(This, That)>().await;
    let put = |id: &str| This::put().id(id).text("1");
    let twice =
        TransactWrite::new().item(put("a")).item(put("b")).check(That::get().id("B"), That::attributes().text.eq("1"));
    let TransactionProblem::SameItem { first, second, key } = problem(on.unsent(twice.send(&table)).await) else {
        panic!("another problem")
    };
    assert_eq!((first.operation, first.entity, first.position), ("put", "This", 1));
    assert_eq!((second.operation, second.entity, second.position), ("check", "That", 2));
    assert_eq!(key.fields().collect::<Vec<_>>(), [("pk", "\"app#b\""), ("sk", "\"it\"")]);

    let text = TransactWrite::new().item(This::delete().id("a")).item(This::update().id("a"));
    assert_eq!(
        text.request("app").expect_err("it is one item").to_string(),
        "the transaction cannot be sent: delete of This (number 1) and update of This (number 2) are on one item, with pk \
         \"app#a\", sk \"it\": DynamoDB takes one operation on each"
    );
    // In another table it is another item.
    let other = Table::new(table.client().clone(), "other");
    let apart = TransactWrite::new().item(put("a")).item(OnTable::new(&other, put("a"))).request("app");
    assert_eq!(apart.expect("two items").transact_items().len(), 2);
    let back = TransactWrite::new().item(put("a")).item(OnTable::new(&table, put("a"))).request("app");
    assert!(matches!(problem(back), TransactionProblem::SameItem { .. }));
}

async fn a_transaction_writes_up_to_4_mb(on: Engine) {
    let table = on.table::<Comment>().await;
    let text = "x".repeat(390 * 1024);
    let put = |number: usize| Comment::put().item(Comment::new(&number.to_string(), "a1", &text));
    let update =
        |number: usize| Comment::update().comment_id(number.to_string()).set(Comment::attributes().text, &text);
    let puts = on.unsent(TransactWrite::new().items((0..11).map(put)).send(&table)).await;
    let TransactionProblem::TooLarge { size, limit } = problem(puts) else { panic!("another problem") };
    assert_eq!(limit, 4 * 1024 * 1024);
    // The text, and for each the rest of its 200 bytes or so.
    assert!((11 * 390 * 1024..11 * 391 * 1024).contains(&size), "{size}");
    let mixed = TransactWrite::new().items((0..5).map(put)).items((5..11).map(update));
    assert!(matches!(problem(on.unsent(mixed.send(&table)).await), TransactionProblem::TooLarge { .. }));
    TransactWrite::new().items((0..5).map(put)).items((5..10).map(update)).send(&table).await.expect("3.8 MB");
    assert_eq!(stored(&table).await.len(), 10);
}

async fn a_token_has_from_one_to_36_characters(on: Engine) {
    let table = on.table::<Comment>().await;
    let with = |token: &str| TransactWrite::new().item(put(1)).client_token(token);
    let empty = on.unsent(with("").send(&table)).await;
    assert_eq!(problem(empty), TransactionProblem::Token { length: 0, limit: 36 });
    let long = on.unsent(with(&"x".repeat(37)).send(&table)).await;
    assert_eq!(problem(long), TransactionProblem::Token { length: 37, limit: 36 });
    with(&"x".repeat(36)).send(&table).await.expect("36 characters");
    with("x").send(&table).await.expect("one character");
}
