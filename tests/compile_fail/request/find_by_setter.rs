// A search takes attributes by `with`.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Order::find().tenant("t").all(table).await?;
    Ok(())
}

fn main() {}
