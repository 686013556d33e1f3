// The index holds parts of the items.

use dynaent::{Entity, Table};

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi1", pk = [day], sk = [id], projection = include(id, day, size))]
struct Order {
    id: String,
    day: String,
    size: u32,
    note: Option<String>,
}

async fn request(table: &Table) -> Result<(), dynaent::RewriteError> {
    Order::rewrite(|old: Order| old).scan(Order::query().by_day().scan()).send(table).await?;
    Ok(())
}

fn main() {}
