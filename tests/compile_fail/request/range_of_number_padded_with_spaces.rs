// A range of a number that is not padded with zeros.

use dynaent::{Entity, Table, lt};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total])]
struct Order {
    tenant: String,
    id: String,
    #[attr(padding(5, " "))]
    total: u32,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").total(lt(9_u32)).send(table).await?;
    Ok(())
}

fn main() {}
