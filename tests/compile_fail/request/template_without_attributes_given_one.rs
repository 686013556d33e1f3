// A sort key that is text alone, given a value.

use dynaent::{Entity, Table};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk(template = "META"))]
struct Order {
    tenant: String,
    id: String,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").id("1").send(table).await?;
    Ok(())
}

fn main() {}
