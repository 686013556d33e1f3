// Nothing says what the items are read as.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let items = Days::query().tenant("t").in_order().all(table).await?;
    println!("{}", items.len());
    Ok(())
}

fn main() {}
