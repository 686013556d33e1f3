// A wrong document: what uses it is not reported as well.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Address {
    #[attr(readonly)]
    city: String,
}

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Customer {
    id: String,
    address: Address,
    #[attr(flatten)]
    billing: Address,
}

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.city.eq("Bonn").and(c.billing.city.exists())).request("shop");
    let _ = Customer::patch().id("1").set(c.address.city, "Bonn").request("shop");
}
