// The same, said later.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let p = Parcel::attributes();
    Days::query().tenant("t").limit(3).filter(p.weight.gt(3)).all(table).await?;
    Ok(())
}

fn main() {}
