// The enum has no variant for invoices.

include!("../shop.rs");

#[derive(Debug, Service)]
enum Orders {
    Order(Order),
}

async fn request(table: &Table) -> dynaent::Result<()> {
    let items: Vec<Orders> = Days::query().tenant("t").in_order().all(table).await?;
    println!("{}", items.len());
    Ok(())
}

fn main() {}
