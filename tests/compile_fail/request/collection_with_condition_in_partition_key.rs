// A partition key is given whole.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Account::query().tenant("t").customer(begins_with("c")).all(table).await?;
    Ok(())
}

fn main() {}
