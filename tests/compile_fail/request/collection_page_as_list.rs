// A page of a collection has a list for each entity.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let page = Account::query().tenant("t").customer("c").send(table).await?;
    for item in page.items {
        println!("{item:?}");
    }
    Ok(())
}

fn main() {}
