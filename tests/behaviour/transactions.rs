//! Transactions: several writes, all of them made or none, and several reads of one moment.

mod alone;
mod cancelled;
mod limits;
mod reads;

use dynaent::{AnyWrite, Check, Condition, Entity, Error, OnTable, Table, TransactWrite, all};

use crate::{
    fixtures::{Article, Comment},
    harness::{Engine, both_ways, stored},
};

both_ways! {
    answers_come_in_order,
    sixteen_calls_are_one_transaction,
    lists_of_any_writes,
    checks_that_hold_change_nothing,
    a_check_of_no_condition_holds,
    a_version_advances,
    operations_on_two_tables,
    a_token_makes_a_transaction_once,
    a_token_is_of_one_transaction,
    inputs_can_be_customized,
    transfers_keep_the_sum,
}

/// Counts its writes.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "bank", name = "Account", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Account {
    id: String,
    balance: u32,
    #[attr(version)]
    revision: u32,
}

/// Entities with the same keys.
macro_rules! same_keys {
    ($($entity:ident $name:literal)*) => {$(
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = $name, version = "1")]
        #[index(primary, pk(template = "APP#${id}"), sk(template = "IT"))]
        pub struct $entity {
            id: String,
            text: String,
        }
    )*};
}

same_keys!(This "This" That "That");

async fn account(table: &Table, id: &str) -> Account {
    Account::get().id(id).consistent().send(table).await.expect("get").expect("an account")
}

/// Another table of the same engine.
async fn other_table<E: Entity>(table: &Table) -> Table {
    let other = Table::new(table.client().clone(), "other");
    other.create_if_absent::<E>().await.expect("a table");
    other
}

async fn answers_come_in_order(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    Article::create().article_id("a2").title("Old").send(&table).await.expect("create");
    let (comment, article, (), comments, ()) = TransactWrite::new()
        .item(Comment::create().article_id("a1").text("hi"))
        .item(Article::put().article_id("a1").title("New"))
        .item(Article::patch().article_id("a2").set(Article::attributes().title, "Newer"))
        .items(["c1", "c2"].map(|id| Comment::put().item(Comment::new(id, "a1", "ho"))))
        .must_not_exist(Article::get().article_id("a3"))
        .send(&table)
        .await
        .expect("transaction");
    assert_eq!(comments, ["c1", "c2"].map(|id| Comment::new(id, "a1", "ho")));
    assert_eq!(article, Article { article_id: "a1".into(), title: "New".into() });
    // The id is its default, which only the answer tells.
    assert_eq!(comment.comment_id.len(), 26);
    let read = Comment::get().comment_id(&comment.comment_id).send(&table).await.expect("get");
    assert_eq!(read, Some(comment));
    let read = Article::get().article_id("a2").send(&table).await.expect("get").expect("an article");
    assert_eq!(read.title, "Newer");
    assert_eq!(stored(&table).await.len(), 5);
}

async fn sixteen_calls_are_one_transaction(on: Engine) {
    let table = on.table::<Comment>().await;
    let put = |id: u32| Comment::put().item(Comment::new(&format!("c{id}"), "a1", "hi"));
    let before = on.sent();
    let answers = TransactWrite::new()
        .item(put(1))
        .item(put(2))
        .item(put(3))
        .item(put(4))
        .item(put(5))
        .item(put(6))
        .item(put(7))
        .item(put(8))
        .item(put(9))
        .item(put(10))
        .item(put(11))
        .item(put(12))
        .item(put(13))
        .item(put(14))
        .item(put(15))
        .items((16..=100).map(put))
        .send(&table)
        .await
        .expect("transaction");
    assert_eq!(on.sent(), before + 1);
    assert_eq!((answers.14.comment_id.as_str(), answers.15.len()), ("c15", 85));
    assert_eq!(stored(&table).await.len(), 100);
}

async fn lists_of_any_writes(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    Comment::create().item(Comment::new("c1", "a1", "hi")).send(&table).await.expect("create");
    let mut writes = vec![AnyWrite::of(Article::create().article_id("a1").title("New"))];
    writes.push(AnyWrite::of(Comment::remove().comment_id("c1")));
    writes.push(AnyWrite::of(Check::absent(Comment::get().comment_id("c2"))));
    let (answers,) = TransactWrite::new().items(writes).send(&table).await.expect("transaction");
    assert_eq!(answers.len(), 3);
    let left = stored(&table).await;
    assert_eq!((left.len(), left[0]["title"].as_s().expect("text").as_str()), (1, "New"));
}

async fn checks_that_hold_change_nothing(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    Article::create().article_id("a1").title("One").send(&table).await.expect("create");
    let before = stored(&table).await;
    let a = Article::attributes();
    let check = |title: &str| TransactWrite::new().check(Article::get().article_id("a1"), a.title.eq(title));
    check("One").must_not_exist(Article::get().article_id("a2")).send(&table).await.expect("it holds");
    check("One").must_exist(Article::get().article_id("a2")).send(&table).await.expect_err("there is none");
    check("Two").send(&table).await.expect_err("it is called otherwise");
    assert_eq!(stored(&table).await, before);
    let create = check("One").item(Comment::create().item(Comment::new("c1", "a1", "hi")));
    create.send(&table).await.expect("it holds");
    assert_eq!(stored(&table).await.len(), 2);
}

async fn a_check_of_no_condition_holds(on: Engine) {
    let table = on.table::<Comment>().await;
    let nothing = || all([None::<Condition<Comment>>]);
    let check = |id: &str| TransactWrite::new().check(Comment::get().comment_id(id), nothing());
    check("c1").send(&table).await.expect("of no item");
    Comment::create().item(Comment::new("c1", "a1", "hi")).send(&table).await.expect("create");
    check("c1").send(&table).await.expect("of an item");
}

async fn a_version_advances(on: Engine) {
    let table = on.table::<Account>().await;
    let balance = Account::attributes().balance;
    let (created, ()) = TransactWrite::new()
        .item(Account::create().id("a").balance(1_u32))
        .item(Account::update().id("b").set(balance, 2))
        .send(&table)
        .await
        .expect("transaction");
    assert_eq!((created.revision, account(&table, "a").await.revision, account(&table, "b").await.revision), (1, 1, 1));
    let (put, (), ()) = TransactWrite::new()
        .item(Account::put().item(created))
        .item(Account::patch().id("b").from(&account(&table, "b").await).add(balance, 1))
        .item(Account::upsert().id("c").balance(3_u32))
        .send(&table)
        .await
        .expect("transaction");
    assert_eq!((put.revision, account(&table, "a").await.revision), (2, 2));
    assert_eq!((account(&table, "b").await.revision, account(&table, "c").await.revision), (2, 1));
}

async fn operations_on_two_tables(on: Engine) {
    let table = on.table::<Comment>().await;
    let other = other_table::<Comment>(&table).await;
    let comment = Comment::new("c1", "a1", "hi");
    Comment::create().item(comment.clone()).send(&table).await.expect("create");
    // One key in two tables is of two items.
    let ((), moved) = TransactWrite::new()
        .item(Comment::remove().comment_id("c1"))
        .item(OnTable::new(&other, Comment::create().item(comment.clone())))
        .send(&table)
        .await
        .expect("transaction");
    assert_eq!(moved, comment);
    assert_eq!((stored(&table).await.len(), stored(&other).await.len()), (0, 1));
    let exists = |table: &Table| Check::exists(OnTable::new(table, Comment::get().comment_id("c1")));
    TransactWrite::new().item(exists(&other)).send(&table).await.expect("it is there");
    TransactWrite::new().item(exists(&table)).send(&other).await.expect_err("it is no more");
}

async fn a_token_makes_a_transaction_once(on: Engine) {
    let table = on.table::<Account>().await;
    Account::create().id("a").balance(0_u32).send(&table).await.expect("create");
    let add = |token: Option<&str>| {
        let add = Account::patch().id("a").add(Account::attributes().balance, 1);
        let transaction = TransactWrite::new().item(add);
        match token {
            Some(token) => transaction.client_token(token),
            None => transaction,
        }
    };
    let token = "x".repeat(36);
    for _ in 0..3 {
        add(Some(&token)).send(&table).await.expect("transaction");
    }
    assert_eq!(account(&table, "a").await.balance, 1);
    for _ in 0..2 {
        add(None).send(&table).await.expect("transaction");
    }
    assert_eq!(account(&table, "a").await.balance, 3);
}

async fn a_token_is_of_one_transaction(on: Engine) {
    let table = on.table::<Account>().await;
    let put = |balance: u32| TransactWrite::new().item(Account::put().id("a").balance(balance)).client_token("t");
    put(1).send(&table).await.expect("transaction");
    let error = put(2).send(&table).await.expect_err("it is another transaction");
    let Error::Request { operation: "write transaction", entity: "Account", source, .. } = &error else {
        panic!("{error:?}")
    };
    assert!(matches!(**source, aws_sdk_dynamodb::Error::IdempotentParameterMismatchException(_)), "{source:?}");
    assert!(!error.is_retryable());
    assert_eq!(account(&table, "a").await.balance, 1);
}

async fn inputs_can_be_customized(on: Engine) {
    let table = on.table::<Comment>().await;
    let other = other_table::<Comment>(&table).await;
    // Of the transaction, and of an operation in it.
    let put = Comment::put().item(Comment::new("c1", "a1", "hi")).customize(|input| input.table_name("other"));
    let transaction = TransactWrite::new().item(put).customize(|input| input.client_request_token("t"));
    let request = transaction.request("app").expect("a request");
    assert_eq!(request.client_request_token(), Some("t"));
    let put = Comment::put().item(Comment::new("c1", "a1", "hi")).customize(|input| input.table_name("other"));
    TransactWrite::new().item(put).send(&table).await.expect("transaction");
    assert_eq!((stored(&table).await.len(), stored(&other).await.len()), (0, 1));
}

/// Many at once between few accounts, which may not be overdrawn.
async fn transfers_keep_the_sum(on: Engine) {
    const ACCOUNTS: u32 = 3;
    let table = on.table::<Account>().await;
    for id in 0..ACCOUNTS {
        Account::create().id(id.to_string()).balance(5_u32).send(&table).await.expect("create");
    }
    let transfer = |number: u32| {
        let table = table.clone();
        // The last one only gives, until it has nothing left.
        let from = number % ACCOUNTS;
        let to = u32::from(from == 0);
        // The future can be sent to another thread.
        tokio::spawn(async move {
            let (balance, amount) = (Account::attributes().balance, 1 + number % 4);
            let from = Account::patch().id(from.to_string()).subtract(balance, amount).condition(balance.gte(amount));
            let to = Account::patch().id(to.to_string()).add(balance, amount);
            match TransactWrite::new().item(from).item(to).send(&table).await {
                Ok(_) => true,
                Err(Error::Cancelled { reasons }) => {
                    assert!(reasons[0].is_failure() && !reasons[1].is_failure(), "{reasons:?}");
                    false
                }
                Err(error) => panic!("{error}"),
            }
        })
    };
    let transfers: Vec<_> = (0..40).map(transfer).collect();
    let mut made = 0;
    for transfer in transfers {
        made += u32::from(transfer.await.expect("no panic"));
    }
    let mut accounts = Vec::new();
    for id in 0..ACCOUNTS {
        accounts.push(account(&table, &id.to_string()).await);
    }
    assert!((1..40).contains(&made), "{made} were made");
    assert_eq!(accounts.iter().map(|account| account.balance).sum::<u32>(), 5 * ACCOUNTS, "{accounts:?}");
    // Each has written two accounts, and those that were cancelled none.
    assert_eq!(accounts.iter().map(|account| account.revision - 1).sum::<u32>(), 2 * made, "{accounts:?}");
}
