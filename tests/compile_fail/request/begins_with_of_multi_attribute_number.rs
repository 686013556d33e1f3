// The beginning of a number in a multi-attribute key.

use dynaent::{Entity, Table, begins_with};

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
    Order::query().by_x().tenant("t").day("d").total(begins_with("1")).send(table).await?;
    Ok(())
}

fn main() {}
