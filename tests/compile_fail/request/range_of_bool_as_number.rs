// A range of a boolean that is cast to a number.

use dynaent::{Entity, Table, gt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk(composite = [paid], cast = "number"))]
struct Order {
    tenant: String,
    id: String,
    paid: bool,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").paid(gt(false)).send(table).await?;
    Ok(())
}

fn main() {}
