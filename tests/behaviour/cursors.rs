//! Cursors that come back from hands that are not trusted: signed, and plain.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use dynaent::{Cursor, Cursors, Error, Page, Table};
use futures_util::TryStreamExt;

use crate::{
    fixtures::{Article, Comment},
    harness::{Engine, both_ways},
};

both_ways! {
    sealed_cursors_lead_through_all_pages,
    damaged_sealed_cursors_are_refused,
    cursors_that_others_sealed_are_refused,
    cursors_of_older_keys_are_taken,
    sealed_cursors_go_with_their_query,
    changed_cursors_lead_nowhere_else,
    cursors_of_a_scan_are_no_cursors_of_a_query,
}

const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

fn cursors() -> Cursors {
    Cursors::signed(KEY).expect("a key")
}

/// Six comments of `a1`, one of `a2`, and an article of `a1`.
async fn blog(on: &Engine) -> Table {
    let table = on.table::<(Comment, Article)>().await;
    for (number, article) in ["a1", "a1", "a1", "a1", "a1", "a1", "a2"].into_iter().enumerate() {
        let comment = Comment::new(&format!("c{number}"), article, "hi");
        Comment::create().item(comment).send(&table).await.expect("create");
    }
    Article::create().article_id("a1").title("x").send(&table).await.expect("create");
    table
}

/// What a web site does: the cursor comes as text, and leaves as text.
async fn page(cursors: &Cursors, after: Option<&str>, table: &Table) -> dynaent::Result<(Vec<String>, Option<String>)> {
    let after = after.map(|sealed| cursors.open(sealed)).transpose()?;
    let page = Comment::query().by_article().article_id("a1").limit(2).after(after).send(table).await?;
    let ids = page.items.into_iter().map(|comment| comment.comment_id).collect();
    Ok((ids, page.cursor.map(|cursor| cursors.seal(&cursor))))
}

async fn a_sealed_cursor(table: &Table) -> String {
    page(&cursors(), None, table).await.expect("query").1.expect("more follow")
}

async fn sealed_cursors_lead_through_all_pages(on: Engine) {
    let table = blog(&on).await;
    let cursors = cursors().of("user 17");
    let (mut found, mut after) = (Vec::new(), None::<String>);
    for request in 0.. {
        assert!(request < 10, "the pages have no end");
        let (ids, next) = page(&cursors, after.as_deref(), &table).await.expect("query");
        found.extend(ids);
        let fits_a_url = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        assert!(next.iter().all(|next| next.chars().all(fits_a_url)), "{next:?}");
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(found, ["c0", "c1", "c2", "c3", "c4", "c5"]);
}

#[track_caller]
fn refusal<T: std::fmt::Debug>(result: dynaent::Result<T>) -> &'static str {
    match result {
        Err(Error::ForgedCursor { reason }) => reason,
        other => panic!("{other:?}"),
    }
}

async fn damaged_sealed_cursors_are_refused(on: Engine) {
    let table = blog(&on).await;
    let sealed = a_sealed_cursor(&table).await;
    let ours = cursors();
    let refused = async |text: &str| refusal(on.unsent(page(&ours, Some(text), &table)).await);
    assert!(page(&ours, Some(&sealed), &table).await.is_ok());

    for at in 0..sealed.len() {
        for bit in 0..7 {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            refused(&String::from_utf8(bytes).expect("ASCII")).await;
        }
        refused(&sealed[..at]).await;
        if at > 0 {
            refused(&sealed[at..]).await;
        }
    }
    for text in [format!("{sealed}="), format!("{sealed}A"), format!("{sealed}."), format!("{sealed}.{sealed}")] {
        refused(&text).await;
    }
    let (cursor, signature) = sealed.split_once('.').expect("a signature");
    assert_eq!(refused(cursor).await, "it is not signed");
    assert_eq!(refused(&format!("{cursor}.")).await, "its signature is not ours");
    assert_eq!(refused(&format!("{cursor}.*")).await, "its signature is not base64url");
    // The signature of one cursor is not that of another, nor is a cursor with padding the one that was signed.
    let next = page(&ours, Some(&sealed), &table).await.expect("query").1.expect("more follow");
    let (next, _) = next.split_once('.').expect("a signature");
    assert_eq!(refused(&format!("{next}.{signature}")).await, "its signature is not ours");
    assert_eq!(refused(&format!("{cursor}=.{signature}")).await, "its signature is not ours");
}

async fn cursors_that_others_sealed_are_refused(on: Engine) {
    let table = blog(&on).await;
    let sealed = a_sealed_cursor(&table).await;
    let other_key = Cursors::signed(b"0123456789abcdef0123456789abcdeg").expect("a key");
    let ours = cursors();
    let plain = ours.open(&sealed).expect("sealed").to_string();
    for (opens, seals) in [
        (&ours, &other_key),
        (&other_key, &ours),
        (&ours, &ours.of("user 17")),
        (&ours.of("user 17"), &ours),
        (&ours.of("user 17"), &ours.of("user 18")),
        (&ours.of("user 17"), &ours.of("user 17").of("user 17")),
    ] {
        let sealed = seals.seal(&Cursor::from(plain.as_str()));
        assert!(page(seals, Some(&sealed), &table).await.is_ok());
        assert_eq!(refusal(on.unsent(page(opens, Some(&sealed), &table)).await), "its signature is not ours");
    }
    let error = ours.open(&plain).expect_err("not signed").to_string();
    assert_eq!(error, "the cursor was not given out here: it is not signed");
}

async fn cursors_of_older_keys_are_taken(on: Engine) {
    let table = blog(&on).await;
    let sealed = a_sealed_cursor(&table).await;
    let new = || Cursors::signed("another key of 16 bytes, and more").expect("a key");
    let rotated = new().or("between the two there was this").and_then(|cursors| cursors.or(KEY)).expect("keys");
    let (ids, next) = page(&rotated, Some(&sealed), &table).await.expect("query");
    assert_eq!(ids, ["c2", "c3"]);
    // What is sealed now, is so with the new key.
    let next = next.expect("more follow");
    assert!(page(&new(), Some(&next), &table).await.is_ok());
    refusal(on.unsent(page(&cursors(), Some(&next), &table)).await);
    // An older key is bound to the context too, whichever was given first.
    let of_user = new().of("user 17").or(KEY).expect("a key");
    refusal(on.unsent(page(&of_user, Some(&sealed), &table)).await);
    let of_old = cursors().of("user 17").seal(&cursors().open(&sealed).expect("sealed"));
    assert!(page(&of_user, Some(&of_old), &table).await.is_ok());

    for key in ["", "secret", "fifteen bytes.."] {
        for result in [Cursors::signed(key), cursors().or(key)] {
            match result {
                Err(error @ Error::CursorKey { length, least: 16 }) if length == key.len() => {
                    let expected = format!("a key that signs cursors has at least 16 bytes, this one has {length}");
                    assert_eq!(error.to_string(), expected);
                }
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(Cursors::signed("sixteen bytes...").is_ok());
}

/// What is signed is the cursor, and it remains bound to its query.
async fn sealed_cursors_go_with_their_query(on: Engine) {
    let table = blog(&on).await;
    let cursor = cursors().open(&a_sealed_cursor(&table).await).expect("sealed");
    let elsewhere = Comment::query().by_article().article_id("a2").after(cursor).send(&table);
    let elsewhere = on.unsent(elsewhere).await;
    assert!(matches!(elsewhere, Err(Error::Cursor { reason: "it is of another partition", .. })), "{elsewhere:?}");
}

/// A cursor that nobody signed can name another place, but none outside of the query's partition and entity.
async fn changed_cursors_lead_nowhere_else(on: Engine) {
    let table = blog(&on).await;
    let query = || Comment::query().by_article().article_id("a1").limit(2);
    let cursor = query().send(&table).await.expect("query").cursor.expect("more follow").to_string();
    let json = URL_SAFE_NO_PAD.decode(&cursor).expect("base64url");
    let flipped = |bytes: &[u8], at: usize, bit: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1 << bit;
        bytes
    };
    let of_text = (0..cursor.len()).map(|at| flipped(cursor.as_bytes(), at, at % 7));
    let of_json = (0..json.len()).map(|at| URL_SAFE_NO_PAD.encode(flipped(&json, at, at % 7)).into_bytes());
    let (mut refused, mut elsewhere) = (0, 0);
    for changed in of_text.chain(of_json) {
        let before = on.sent();
        match query().after(String::from_utf8(changed).expect("ASCII")).send(&table).await {
            Ok(Page { items, .. }) => {
                assert!(items.iter().all(|comment| comment.article_id == "a1"), "{items:?}");
                elsewhere += 1;
            }
            Err(Error::Cursor { entity: "Comment", index: "by_article", .. }) => {
                assert_eq!(on.sent(), before);
                refused += 1;
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!(refused > elsewhere && elsewhere > 0, "{refused} refused, {elsewhere} elsewhere in the partition");
}

async fn cursors_of_a_scan_are_no_cursors_of_a_query(on: Engine) {
    let table = blog(&on).await;
    // In whatever order it comes, a place behind a comment that is not the last item.
    let mut pages = Comment::scan().limit(1).pages(&table);
    let (id, cursor) = loop {
        let page = pages.try_next().await.expect("scan").expect("a comment before the end");
        if let (Some(comment), Some(cursor)) = (page.items.first(), page.cursor) {
            break (comment.comment_id.clone(), cursor);
        }
    };
    let by_article = Comment::query().by_article().article_id("a1").after(&cursor).send(&table);
    let by_article = on.unsent(by_article).await;
    assert!(matches!(by_article, Err(Error::Cursor { reason: "it is of another index", .. })), "{by_article:?}");
    // By the table's own key, it is the place of one item.
    let primary = |id: &str| Comment::query().primary().comment_id(id).after(&cursor).send(&table);
    assert_eq!(primary(&id).await.expect("query").items, []);
    let other = on.unsent(primary("c9")).await;
    assert!(matches!(other, Err(Error::Cursor { reason: "it is of another partition", .. })), "{other:?}");
}
