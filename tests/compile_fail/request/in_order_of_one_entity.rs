// `in_order` takes an enum of all entities.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let items = Days::query().tenant("t").in_order::<Order>().all(table).await?;
    println!("{}", items.len());
    Ok(())
}

fn main() {}
