// A range of a sortable number, of another type.

use dynaent::{Entity, Table, gt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    #[attr(sortable)]
    total: i64,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(gt("9")).send(table).await?;
    Ok(())
}

fn main() {}
