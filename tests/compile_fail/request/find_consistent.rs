// A search may be of any index.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::find().with(Order::attributes().id, "1").consistent().all(table).await?;
    Ok(())
}

fn main() {}
