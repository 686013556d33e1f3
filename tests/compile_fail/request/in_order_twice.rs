// `in_order` twice.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").in_order::<Shop>().in_order::<Shop>().all(table).await?;
    Ok(())
}

fn main() {}
