// A scan has no order.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Shop::scan().in_order().all(table).await?;
    Ok(())
}

fn main() {}
