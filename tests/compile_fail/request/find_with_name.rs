// A search takes handles, not names.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::matching().with("size", 3).all(table).await?;
    Ok(())
}

fn main() {}
