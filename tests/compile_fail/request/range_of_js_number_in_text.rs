// A range of a number with a fraction, in a text.

use dynaent::{Entity, JsNumber, Table, gt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    total: JsNumber,
}

async fn request(table: &Table) -> Result<(), Box<dyn std::error::Error>> {
    Order::query().by_x().tenant("t").total(gt(JsNumber::try_from(1.5)?)).send(table).await?;
    Ok(())
}

fn main() {}
