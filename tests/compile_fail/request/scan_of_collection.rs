// A collection is in a partition.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").scan().all(table).await?;
    Ok(())
}

fn main() {}
