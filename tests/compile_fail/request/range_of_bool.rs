// A range of a boolean.

use dynaent::{Entity, Table, lt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [paid])]
struct Order {
    tenant: String,
    id: String,
    paid: bool,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").paid(lt(true)).send(table).await?;
    Ok(())
}

fn main() {}
