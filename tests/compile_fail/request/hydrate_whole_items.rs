// The index holds whole items.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().tenant("t").hydrate().all(table).await?;
    Ok(())
}

fn main() {}
