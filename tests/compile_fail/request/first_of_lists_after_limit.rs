// None of several lists is the first, said later.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let first = Days::query().tenant("t").limit(1).first(table).await?;
    println!("{first:?}");
    Ok(())
}

fn main() {}
