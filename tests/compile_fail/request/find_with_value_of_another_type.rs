// A search by a value of another type.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::matching().with(Order::attributes().size, "big").all(table).await?;
    Ok(())
}

fn main() {}
