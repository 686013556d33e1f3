// A composite of the second entity's key.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").day("d").size(1).customer("c").all(table).await?;
    Ok(())
}

fn main() {}
