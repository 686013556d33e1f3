// A filter of another entity, on an index.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().scan().filter(Parcel::attributes().weight.gt(3)).all(table).await?;
    Ok(())
}

fn main() {}
