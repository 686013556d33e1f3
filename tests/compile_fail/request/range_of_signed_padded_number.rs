// A range of a padded number that may be negative.

use dynaent::{Entity, Table, gte};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    #[attr(padding(5, "0"))]
    total: i32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(gte(9)).send(table).await?;
    Ok(())
}

fn main() {}
