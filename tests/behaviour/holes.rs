//! Four ways in which the other DynamoDB libraries for Rust lose or mix up data, each seen to happen there.

use dynaent::{AttributeProblem, Entity, Error};

use crate::{
    fixtures::{Article, Comment, Order, order},
    harness::{Engine, both_ways, item, put_raw, s, stored},
};

both_ways! {
    stale_index_keys,
    entity_leakage,
    silent_overwrite,
    partial_items,
}

/// modyne and dynamodb-facade let the attribute of an index change and leave the index's key: the item is then found
/// where it was, and not where it is.
async fn stale_index_keys(on: Engine) {
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "blog", name = "Comment", version = "1")]
    #[index(primary, pk = [comment_id], sk = [])]
    #[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
    struct MovableComment {
        comment_id: String,
        article_id: String,
        text: String,
    }

    let table = on.table::<MovableComment>().await;
    MovableComment::create().comment_id("c1").article_id("old").text("hi").send(&table).await.expect("create");
    let patch = MovableComment::patch().comment_id("c1").set(MovableComment::attributes().article_id, "new");
    let moved = patch.return_new().send(&table).await.expect("patch");
    let under = |article: &str| MovableComment::query().by_article().article_id(article).all(&table);
    assert_eq!(under("old").await.expect("query"), []);
    assert_eq!(under("new").await.expect("query"), std::slice::from_ref(&moved));

    MovableComment::upsert().comment_id("c1").article_id("third").text("hi").send(&table).await.expect("upsert");
    assert_eq!(under("new").await.expect("query"), []);
    assert_eq!(under("third").await.expect("query").len(), 1);
}

/// In dynamodb-facade, one item of another entity in the partition fails the whole page: missing field `comment_id`.
async fn entity_leakage(on: Engine) {
    let table = on.table::<(Comment, Article)>().await;
    let comment = Comment::create().comment_id("c1").article_id("a1").text("hi").send(&table).await.expect("create");
    Article::create().article_id("a1").title("t").send(&table).await.expect("create");
    // Even where a sort key of ours would be.
    let foreign = item([
        ("pk", s("foreign")),
        ("sk", s("foreign")),
        ("gsi1pk", s("$blog#articleid_a1")),
        ("gsi1sk", s("$comment_1#commentid_c0")),
    ]);
    put_raw(&table, foreign).await;
    assert_eq!(
        Comment::query().by_article().article_id("a1").all(&table).await.expect("query"),
        std::slice::from_ref(&comment)
    );
    assert_eq!(Comment::scan().all(&table).await.expect("scan"), [comment]);
}

/// toasty's `create!` replaces an existing item, unless the model has a version.
async fn silent_overwrite(on: Engine) {
    let table = on.table::<Comment>().await;
    let create = |text: &str| Comment::create().comment_id("c1").article_id("a1").text(text).send(&table);
    let first = create("first").await.expect("create");
    assert!(matches!(create("second").await, Err(Error::AlreadyExists { .. })));
    assert_eq!(Comment::get().comment_id("c1").send(&table).await.expect("get"), Some(first));
}

/// An update of a missing key makes half an item: dynamodb-facade writes it, and then fails with a message of serde's.
/// Here `patch` is the verb for items that exist. Where `update` is asked to make an item that lacks something, whoever
/// reads it is told what.
async fn partial_items(on: Engine) {
    let table = on.table::<Order>().await;
    let o = Order::attributes();
    let patch = Order::patch().customer("ada").order_id("1").set(o.note, "hi").return_new().send(&table);
    assert!(matches!(patch.await, Err(Error::NotFound { .. })));
    assert_eq!(stored(&table).await, []);

    let update = Order::update().customer("ada").order_id("1").set(o.note, "hi").return_new().send(&table);
    let error = update.await.expect_err("half an order");
    let Error::Item(error) = &error else { panic!("{error:?}") };
    let failed = error.failed.as_ref().expect("an attribute");
    assert_eq!((error.entity, failed.attribute, &failed.problem), ("Order", "status", &AttributeProblem::Missing));
    // The rest can still be given.
    Order::upsert().item(order("ada", "1")).send(&table).await.expect("upsert");
    let whole = Order::get().customer("ada").order_id("1").send(&table).await.expect("get");
    assert_eq!(whole.and_then(|order| order.note).as_deref(), Some("hi"));
}
