// A range in the middle of a multi-attribute key.

use dynaent::{Entity, Table, gt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", multi_attribute, pk = [tenant], sk = [day, total])]
struct Order {
    tenant: String,
    id: String,
    day: String,
    total: u32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").day(gt("d")).total(1_u32).send(table).await?;
    Ok(())
}

fn main() {}
