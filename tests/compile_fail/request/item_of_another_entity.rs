// A whole value of another entity.

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

#[derive(Entity)]
#[entity(service = "app", name = "Page", version = "1")]
#[index(primary, pk = [path], sk = [])]
struct Page {
    path: String,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Visit::create().item(Page { path: String::new() }).send(table).await?;
    Ok(())
}

fn main() {}
