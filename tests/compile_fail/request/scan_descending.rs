// A scan has no order.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().scan().descending().all(table).await?;
    Ok(())
}

fn main() {}
