// A search by an attribute of another entity.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::find().with(Parcel::attributes().id, "1").all(table).await?;
    Ok(())
}

fn main() {}
