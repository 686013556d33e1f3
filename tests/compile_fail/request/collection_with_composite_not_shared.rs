// The composite after those that all entities have.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").day("d").size(1).id("o1").all(table).await?;
    Ok(())
}

fn main() {}
