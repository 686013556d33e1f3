// A query needs its whole partition key: one message, though the answer is used.

use dynaent::{Entity, Table};

#[derive(Entity)]
#[entity(service = "app", name = "Visit", version = "1")]
#[index(primary, pk = [page], sk = [day, visitor])]
#[index(by_visitor, gsi = "gsi1", pk = [visitor], sk = [day, stay])]
struct Visit {
    page: String,
    day: String,
    visitor: String,
    stay: u32,
    #[attr(read_only)]
    country: String,
    note: Option<String>,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    let page = Visit::query().by_visitor().send(table).await?;
    println!("{}", page.items.len());
    Ok(())
}

fn main() {}
