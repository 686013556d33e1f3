// Global indexes are not read consistently.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().scan().consistent().all(table).await?;
    Ok(())
}

fn main() {}
