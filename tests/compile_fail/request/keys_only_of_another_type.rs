// A value of a key, as another type.

use dynaent::{Entity, Table};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [total], projection = keys_only)]
struct Order {
    tenant: String,
    id: String,
    total: u32,
    tags: Vec<String>,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    let order = Order::query().by_x().tenant("t").first(table).await?;
    let _: Option<u64> = order.unwrap().get(Order::attributes().total)?;
    Ok(())
}

fn main() {}
