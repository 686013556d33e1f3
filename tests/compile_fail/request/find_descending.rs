// A search may be of any index, in any order.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::find().with(Order::attributes().id, "1").descending().all(table).await?;
    Ok(())
}

fn main() {}
