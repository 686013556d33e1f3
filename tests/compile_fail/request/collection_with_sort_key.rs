// The entities come one after the other: their sort keys have nothing in common.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    Account::query().tenant("t").customer("c").id("o1").all(table).await?;
    Ok(())
}

fn main() {}
