// A filter of another entity.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::find().with(Order::attributes().id, "1").filter(Parcel::attributes().weight.gt(3)).all(table).await?;
    Ok(())
}

fn main() {}
