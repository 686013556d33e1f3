// A range of a number that stands in the key as it is.

use dynaent::{Entity, Table, gt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    total: u32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(gt(9_u32)).send(table).await?;
    Ok(())
}

fn main() {}
