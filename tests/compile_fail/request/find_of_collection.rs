// A search is of one entity.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::find().all(table).await?;
    Ok(())
}

fn main() {}
