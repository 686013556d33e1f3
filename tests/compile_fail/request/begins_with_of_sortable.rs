// The beginning of a sortable number.

use dynaent::{Entity, Table, begins_with};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    #[attr(sortable)]
    total: u32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(begins_with("0")).send(table).await?;
    Ok(())
}

fn main() {}
