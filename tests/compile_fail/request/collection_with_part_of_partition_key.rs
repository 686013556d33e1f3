// A part of the partition key is not given.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let account: Account = Account::query().tenant("t").all(table).await?;
    println!("{}", account.orders.len());
    Ok(())
}

fn main() {}
