// A condition on the composite after those that all entities have.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Days::query().tenant("t").day("d").size(1).id(begins_with("o")).all(table).await?;
    Ok(())
}

fn main() {}
