//! Tables: made for the entities, in memory, in a file, or on any client.

use std::{error::Error as _, path::PathBuf};

use dynaent::{Entity, Error, LocalEngineError, Table, TableDefinition};

use crate::{
    fixtures::{Article, Comment, Order, Setting, Status, order},
    harness::{Engine, both_ways},
};

both_ways! {
    the_table_has_every_index,
    entities_share_a_table,
    an_existing_table_is_left_as_it_is,
    entities_that_disagree_are_refused,
}

async fn the_table_has_every_index(on: Engine) {
    let table = on.table::<Order>().await;
    let described = table.client().describe_table().table_name(table.name()).send().await.expect("describe");
    let described = described.table.expect("a table");
    let keys = |schema: &[aws_sdk_dynamodb::types::KeySchemaElement]| {
        schema.iter().map(|key| format!("{} {}", key.key_type(), key.attribute_name())).collect::<Vec<_>>().join(", ")
    };
    let mut indexes: Vec<_> = described
        .global_secondary_indexes()
        .iter()
        .map(|index| (index.index_name().unwrap_or_default(), keys(index.key_schema())))
        .collect();
    indexes.sort();
    let global = ["gsi1", "gsi2"].map(|name| (name, format!("HASH {name}pk, RANGE {name}sk")));
    assert_eq!(keys(described.key_schema()), "HASH pk, RANGE sk");
    assert_eq!(indexes, global);
    let local = &described.local_secondary_indexes()[0];
    assert_eq!((local.index_name(), keys(local.key_schema()).as_str()), (Some("lsi1"), "HASH pk, RANGE lsi1sk"));
}

async fn entities_share_a_table(on: Engine) {
    let table = on.table::<(Comment, Article, Order)>().await;
    Comment::create().comment_id("1").article_id("1").text("hi").send(&table).await.expect("create");
    Article::create().article_id("1").title("t").send(&table).await.expect("create");
    Order::create().item(order("1", "1")).send(&table).await.expect("create");
    assert_eq!(Comment::query().by_article().article_id("1").all(&table).await.expect("query").len(), 1);
    assert_eq!(Article::query().by_article().article_id("1").all(&table).await.expect("query").len(), 1);
    assert_eq!(Order::query().by_status().status(Status::Open).all(&table).await.expect("query").len(), 1);
}

async fn an_existing_table_is_left_as_it_is(on: Engine) {
    let table = on.table::<Setting>().await;
    Setting::create().name("theme").value("dark").send(&table).await.expect("create");
    table.create_if_absent::<Setting>().await.expect("again");
    table.create_if_absent::<Comment>().await.expect("for another entity");
    assert!(Setting::get().name("theme").send(&table).await.expect("get").is_some());
}

async fn entities_that_disagree_are_refused(on: Engine) {
    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "OtherSort", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_owner, gsi = "gsi1", pk = [owner], sk(field = "elsewhere", composite = [id]))]
    struct OtherSort {
        id: String,
        owner: String,
    }

    let table = on.absent_table();
    // With and without a sort key.
    let error = on.unsent(table.create_if_absent::<(Comment, Setting)>()).await.expect_err("they disagree");
    assert!(matches!(error, Error::KeyFields { first: "Comment", second: "Setting", .. }), "{error:?}");
    assert_eq!(error.to_string(), "`Comment` and `Setting` cannot share a table: the key fields of the table differ");
    let error = TableDefinition::of::<(Article, OtherSort)>().expect_err("they disagree");
    assert_eq!(
        error.to_string(),
        "`Article` and `OtherSort` cannot share a table: the key fields of index `gsi1` differ"
    );
    assert!(Table::local::<(Setting, Comment)>().await.is_err());
}

// -- The embedded engine alone ---------------------------------------------------------------------------------------

/// A path of this test's own, with nothing there.
fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("table").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a directory");
    path
}

#[tokio::test]
async fn a_file_is_found_again_by_a_later_run() {
    let file = scratch("reopen").join("app.db");
    let created = {
        let table = Table::local_file::<(Comment, Article)>(&file).await.expect("a table");
        Comment::create().article_id("a1").text("hi").send(&table).await.expect("create")
    };
    let table = Table::local_file::<(Comment, Article)>(&file).await.expect("the same table");
    assert_eq!(
        Comment::query().by_article().article_id("a1").all(&table).await.expect("query"),
        std::slice::from_ref(&created)
    );
    let error = Comment::create().item(created).send(&table).await.expect_err("it is there");
    assert!(matches!(error, Error::AlreadyExists { .. }), "{error:?}");
}

#[tokio::test]
async fn local_tables_are_their_own() {
    let (one, other) = (Table::local::<Setting>().await.expect("one"), Table::local::<Setting>().await.expect("other"));
    Setting::create().name("theme").value("dark").send(&one).await.expect("create");
    assert_eq!(Setting::scan().all(&other).await.expect("scan"), []);
    assert_eq!(Setting::scan().all(&one.clone()).await.expect("scan").len(), 1);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_a_typed_error() {
    let file = scratch("no-database").join("notes.txt");
    let notes = "not a database, and long enough to be looked at\n".repeat(50);
    std::fs::write(&file, &notes).expect("write");
    let error = Table::local_file::<Comment>(&file).await.expect_err("no database");
    let Error::Setup(source) = &error else { panic!("{error:?}") };
    let engine = source.downcast_ref::<LocalEngineError>().expect("the engine's error");
    assert!(matches!(engine, LocalEngineError::File { path, .. } if *path == file), "{engine:?}");
    assert!(error.source().and_then(|source| source.source()).is_some(), "the cause is kept");
    assert!(error.to_string().contains("notes.txt"), "{error}");
    assert_eq!(std::fs::read_to_string(&file).expect("read"), notes);
}
