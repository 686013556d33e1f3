// The same with a condition.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Account::query().tenant("t").customer("c").id(begins_with("o")).all(table).await?;
    Ok(())
}

fn main() {}
