// `begins_with` takes a text.

use dynaent::{Entity, Table, begins_with};

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
    Visit::query().primary().page("home").day(begins_with(2026)).send(table).await?;
    Ok(())
}

fn main() {}
