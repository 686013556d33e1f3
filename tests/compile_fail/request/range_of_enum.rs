// A range of an enum.

use dynaent::{Entity, KeyPart, Table, lt};

#[derive(KeyPart)]
enum Status {
    Open,
}

#[derive(Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [tenant], sk = [id])]
#[index(by_x, gsi = "gsi1", pk = [tenant], sk = [status])]
struct Order {
    tenant: String,
    id: String,
    status: Status,
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_x().tenant("t").status(lt(Status::Open)).send(table).await?;
    Ok(())
}

fn main() {}
