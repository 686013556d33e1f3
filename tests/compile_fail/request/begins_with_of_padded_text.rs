// The beginning of a padded text.

use dynaent::{Entity, Table, begins_with};

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [code])]
struct Order {
    tenant: String,
    id: String,
    #[attr(padding(5, "0"))]
    code: String,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").code(begins_with("0")).send(table).await?;
    Ok(())
}

fn main() {}
