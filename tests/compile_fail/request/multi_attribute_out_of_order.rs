// A multi-attribute sort key, given in another order.

use dynaent::{Entity, Table};

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
    Order::query().by_x().tenant("t").total(1_u32).day("d").send(table).await?;
    Ok(())
}

fn main() {}
