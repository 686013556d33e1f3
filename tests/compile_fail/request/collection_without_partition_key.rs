// The partition key is not given.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let page = Account::query().send(table).await?;
    println!("{}", page.orders.len());
    Ok(())
}

fn main() {}
