// The same, said later.

include!("../shop.rs");

#[derive(Debug, Service)]
enum Orders {
    Order(Order),
}

async fn request(table: &Table) -> dynaent::Result<()> {
    let items = Days::query().tenant("t").limit(3).in_order::<Orders>().all(table).await?;
    println!("{}", items.len());
    Ok(())
}

fn main() {}
