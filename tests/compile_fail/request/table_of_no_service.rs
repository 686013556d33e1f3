// An enum without `#[derive(Service)]`.

include!("../shop.rs");

enum Things {
    Order(Order),
}

async fn request(table: &Table) -> dynaent::Result<()> {
    Table::local::<Things>().await?;
    let _ = table;
    Ok(())
}

fn main() {}
