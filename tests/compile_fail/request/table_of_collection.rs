// A table is of entities, or of a service.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Table::local::<Account>().await?;
    let _ = table;
    Ok(())
}

fn main() {}
