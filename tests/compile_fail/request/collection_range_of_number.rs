// Numbers in a text key do not sort as numbers.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").day("d").size(gt(9_u32)).all(table).await?;
    Ok(())
}

fn main() {}
