// None of several lists is the first.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let first = Days::query().tenant("t").first(table).await?;
    println!("{first:?}");
    Ok(())
}

fn main() {}
