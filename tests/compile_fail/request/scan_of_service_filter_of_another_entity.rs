// A filter of an entity that is not in the service.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Shop::scan().filter(Parcel::attributes().weight.gt(3)).all(table).await?;
    Ok(())
}

fn main() {}
