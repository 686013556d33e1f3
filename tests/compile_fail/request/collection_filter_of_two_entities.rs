// A condition on two entities of the collection at once.

include!("../shop.rs");

async fn request(table: &Table) -> dynaent::Result<()> {
    let (o, i) = (Order::attributes(), Invoice::attributes());
    Days::query().tenant("t").filter(o.customer.eq("c") & i.customer.eq("c")).all(table).await?;
    Ok(())
}

fn main() {}
