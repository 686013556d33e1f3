// A scan takes no key.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().scan().tenant("t").all(table).await?;
    Ok(())
}

fn main() {}
