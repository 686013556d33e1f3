// A search takes values.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::matching().with(Order::attributes().size, gt(3_u32)).all(table).await?;
    Ok(())
}

fn main() {}
