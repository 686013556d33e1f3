// A model with one mistake, in a program that uses it in every way: one message.

use dynaent::{Entity, Table, begins_with};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [idd], sk = [])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [id])]
struct Note {
    id: String,
    text: String,
    likes: Option<u32>,
}

async fn add(table: &Table, text: &str) -> dynaent::Result<Note> {
    Note::create().text(text).send(table).await
}

async fn find(table: &Table, text: &str) -> dynaent::Result<Vec<Note>> {
    let page = Note::query().by_text().text(text).id(begins_with("01H")).limit(3).send(table).await?;
    for note in &page.items {
        println!("{}", note.text.len());
    }
    Note::query().by_text().text(text).all(table).await
}

async fn change(table: &Table) -> dynaent::Result<()> {
    let n = Note::attributes();
    let note = Note::patch().id("n1").set(n.likes, 3).return_new().send(table).await?;
    println!("{:?}", note.likes.map(|likes| likes + 1));
    if let Some(note) = Note::get().id("n1").send(table).await? {
        Note::put().item(note).send(table).await?;
    }
    Note::remove().id("n1").send(table).await
}

async fn start() -> dynaent::Result<()> {
    let table = Table::local::<Note>().await?;
    add(&table, "hi").await?;
    println!("{}", find(&table, "hi").await?.len());
    change(&table).await
}

fn main() {
    let _ = start();
}
