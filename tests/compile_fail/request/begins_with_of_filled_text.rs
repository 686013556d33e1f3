// The beginning of a text that is filled up.

use dynaent::{Entity, Table, begins_with};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [code])]
struct Order {
    tenant: String,
    id: String,
    #[attr(padding(5, " "))]
    code: String,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").code(begins_with("a")).send(table).await?;
    Ok(())
}

fn main() {}
