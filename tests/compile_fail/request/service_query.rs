// A service has no query.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Shop::query().all(table).await?;
    Ok(())
}

fn main() {}
