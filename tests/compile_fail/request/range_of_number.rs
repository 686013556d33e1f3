// Numbers in a text key do not sort as numbers.

use dynaent::{Entity, Table, gt};

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
    Visit::query().by_visitor().visitor("ada").day("2026-11-22").stay(gt(9_u32)).send(table).await?;
    Ok(())
}

fn main() {}
