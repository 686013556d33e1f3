// An index of keys, read consistently.

use dynaent::{Entity, Table};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total], projection = keys_only)]
struct Order {
    tenant: String,
    id: String,
    total: u32,
    tags: Vec<String>,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").consistent().send(table).await?;
    Ok(())
}

fn main() {}
