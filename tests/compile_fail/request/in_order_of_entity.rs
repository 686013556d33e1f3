// The items of one entity come in order.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::query().by_day().tenant("t").in_order::<Shop>().all(table).await?;
    Ok(())
}

fn main() {}
