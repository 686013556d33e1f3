// A range of a newtype of a number, in a text.

use dynaent::{Entity, KeyPart, Table, gt};

#[derive(KeyPart)]
struct Cents(u32);

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    total: Cents,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(gt(Cents(9))).send(table).await?;
    Ok(())
}

fn main() {}
