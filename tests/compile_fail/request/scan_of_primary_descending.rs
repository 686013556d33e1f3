// A scan has no order.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::scan().descending().all(table).await?;
    Ok(())
}

fn main() {}
