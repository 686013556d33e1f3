// Global indexes are not read consistently, said later.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").day("d").limit(3).consistent().all(table).await?;
    Ok(())
}

fn main() {}
