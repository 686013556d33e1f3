// A multi-attribute partition key, of which a part is missing.

use dynaent::{Entity, Table};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", multi_attribute, pk = [tenant, day], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    day: String,
    total: u32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").send(table).await?;
    Ok(())
}

fn main() {}
