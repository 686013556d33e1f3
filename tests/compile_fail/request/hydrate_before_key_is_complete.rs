// The partition key is not given.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Keys::query().hydrate().all(table).await?;
    Ok(())
}

fn main() {}
