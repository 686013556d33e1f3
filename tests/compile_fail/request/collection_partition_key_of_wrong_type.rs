// A number for a text.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Account::query().tenant("t").customer(7).all(table).await?;
    Ok(())
}

fn main() {}
