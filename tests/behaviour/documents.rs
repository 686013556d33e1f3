//! Documents: their handles, wherever they are.

use std::collections::{BTreeMap, HashMap};

use dynaent::{Document, Entity, Error};

use crate::harness::{Engine, both_ways, only_stored, s};

both_ways! {
    handles_reach_any_depth,
    documents_hold_their_own_kind,
    absent_documents_are_not_made_by_their_fields,
}

#[derive(Debug, Clone, PartialEq, Document)]
struct Chapter {
    title: String,
    pages: Option<u32>,
    notes: Vec<Vec<String>>,
    /// Another one inside.
    next: Option<Box<Chapter>>,
}

impl Chapter {
    fn new(title: &str) -> Self {
        Self { title: title.into(), pages: Some(10), notes: vec![vec!["a".into(), "b".into()]], next: None }
    }
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "library", name = "Book", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Book {
    id: String,
    first: Chapter,
    all: Vec<Chapter>,
    by_name: HashMap<String, Chapter>,
    sizes: BTreeMap<String, Vec<u32>>,
    appendix: Option<Chapter>,
}

fn book() -> Book {
    let inner = Chapter { next: Some(Box::new(Chapter::new("third"))), ..Chapter::new("second") };
    Book {
        id: "1".into(),
        first: Chapter { next: Some(Box::new(inner)), ..Chapter::new("first") },
        all: vec![Chapter::new("one"), Chapter::new("two")],
        by_name: HashMap::from([("x.y".to_owned(), Chapter::new("odd"))]),
        sizes: BTreeMap::from([("big".to_owned(), vec![1, 2])]),
        appendix: None,
    }
}

async fn handles_reach_any_depth(on: Engine) {
    let table = on.table::<Book>().await;
    let before = Book::create().item(book()).send(&table).await.expect("create");
    let b = Book::attributes();
    // A name with a dot is a name, and no path.
    let odd = || b.by_name.key("x.y");
    let patch = Book::patch()
        .id("1")
        .set(b.first.title, "1st")
        .add(b.all.at(1).field(|chapter| chapter.pages), 5)
        .remove(odd().field(|chapter| chapter.pages))
        .append(odd().field(|chapter| chapter.notes).at(0), ["c"])
        .set(b.sizes.key("big").at(0), 7)
        .set(b.first.notes.at(0).at(1), "B")
        .condition(odd().field(|chapter| chapter.title).eq("odd") & b.sizes.key("small").not_exists());
    let after = patch.return_new().send(&table).await.expect("patch");

    let mut expected = before;
    expected.first.title = "1st".into();
    expected.first.notes[0][1] = "B".into();
    expected.all[1].pages = Some(15);
    let odd = expected.by_name.get_mut("x.y").expect("it is there");
    odd.pages = None;
    odd.notes[0].push("c".into());
    expected.sizes.insert("big".into(), vec![7, 2]);
    assert_eq!(after, expected);
}

async fn documents_hold_their_own_kind(on: Engine) {
    let table = on.table::<Book>().await;
    Book::create().item(book()).send(&table).await.expect("create");
    let b = Book::attributes();
    let third = b.first.next.next;
    let patch =
        Book::patch().id("1").set(third.title, "3rd").condition(third.title.eq("third") & third.next.not_exists());
    let after = patch.return_new().send(&table).await.expect("patch");
    assert_eq!(after.first.next.and_then(|second| second.next).map(|third| third.title).as_deref(), Some("3rd"));
}

async fn absent_documents_are_not_made_by_their_fields(on: Engine) {
    let table = on.table::<Book>().await;
    Book::create().item(book()).send(&table).await.expect("create");
    let b = Book::attributes();
    // DynamoDB has no map to put it into, and says so: nothing is written.
    let error = Book::patch().id("1").set(b.appendix.title, "A").send(&table).await.expect_err("there is no appendix");
    assert!(matches!(error, Error::Request { .. }), "{error:?}");
    Book::patch().id("1").set(b.appendix, Chapter::new("A")).send(&table).await.expect("patch");
    Book::patch().id("1").set(b.appendix.title, "B").send(&table).await.expect("patch");
    let stored = only_stored(&table).await;
    assert_eq!(stored["appendix"].as_m().expect("a map")["title"], s("B"));
}
