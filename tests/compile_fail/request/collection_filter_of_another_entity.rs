// A filter on an entity that is not in the collection.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let p = Parcel::attributes();
    Days::query().tenant("t").filter(p.weight.gt(3)).all(table).await?;
    Ok(())
}

fn main() {}
