// A change of an enum without `#[derive(Service)]`.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    dynaent::Change::<Order>::of(None, None)?;
    let _ = table;
    Ok(())
}

fn main() {}
