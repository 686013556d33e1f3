// A search takes a value for each attribute.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::matching().with(Order::attributes().size).all(table).await?;
    Ok(())
}

fn main() {}
