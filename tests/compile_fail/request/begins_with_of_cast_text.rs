// The beginning of a text that is cast to a number.

use dynaent::{Entity, Table, begins_with};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk(composite = [code], cast = "number"))]
struct Order {
    tenant: String,
    id: String,
    code: String,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").code(begins_with("1")).send(table).await?;
    Ok(())
}

fn main() {}
