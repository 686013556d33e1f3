// Global indexes are not read consistently.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").consistent().all(table).await?;
    Ok(())
}

fn main() {}
