// The table holds whole items.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::scan().hydrate().all(table).await?;
    Ok(())
}

fn main() {}
