//! Futures can be sent to another thread, whatever operation they are of.

use dynaent::{AnyWrite, Entity, Table, TransactGet, TransactWrite, begins_with};

/// A note.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [id])]
pub struct Note {
    /// The id.
    pub id: String,
    /// The text.
    pub text: String,
}

const fn send<T: Send>(_: &T) {}

/// Never called: that it compiles is the test.
#[allow(clippy::let_underscore_future)]
pub fn futures(table: &Table, note: Note) {
    send(&Note::create().id("n1").text("hi").send(table));
    send(&Note::put().id("n1").text("hi").return_old().send(table));
    send(&Note::put().item(note).send(table));
    send(&Note::upsert().id("n1").text("hi").return_new().send(table));
    send(&Note::get().id("n1").send(table));
    send(&Note::patch().id("n1").set(Note::attributes().text, "ho").return_new().send(table));
    send(&Note::update().id("n1").send(table));
    send(&Note::delete().id("n1").send(table));
    send(&Note::remove().id("n1").send(table));
    send(&Note::query().by_text().text("hi").all(table));
    send(&Note::query().by_text().text("hi").id(begins_with("n")).send(table));
    send(&Note::query().primary().id("n1").first(table));
    send(&Note::scan().all(table));
    send(&TransactWrite::new().item(Note::create().id("n1").text("hi")).must_exist(Note::get().id("n2")).send(table));
    send(&TransactWrite::new().items(vec![AnyWrite::of(Note::update().id("n1"))]).send(table));
    send(&Note::scan().in_parallel(2).count(table));
    send(&Note::export().segments(2).items(table));
    let rewrite = |old: Note| (old.id != "n1").then_some(old);
    send(&Note::rewrite(rewrite).concurrency(2).on_progress(|_| ()).send(table));
    send(&TransactGet::new((Note::get().id("n1"), [Note::get().id("n2")])).send(table));
    send(&Table::local::<Note>());
    send(&async { Note::query().by_text().text("hi").limit(3).send(table).await });
}
