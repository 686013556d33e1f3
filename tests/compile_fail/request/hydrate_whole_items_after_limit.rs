// The index holds whole items, said later.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().tenant("t").limit(3).hydrate().all(table).await?;
    Ok(())
}

fn main() {}
