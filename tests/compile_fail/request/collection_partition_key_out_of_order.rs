// The second composite of the partition key before the first.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Account::query().customer("c").tenant("t").all(table).await?;
    Ok(())
}

fn main() {}
