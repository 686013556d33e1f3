// The function makes something else of the item.

include!("../shop.rs");

async fn request(table: &Table) -> Result<(), dynaent::RewriteError> {
    Order::rewrite(|old: Order| old.size).send(table).await?;
    Ok(())
}

fn main() {}
