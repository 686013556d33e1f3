// An option that only attributes of entities have.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Address {
    city: String,
    #[attr(on_write = loud)]
    other: String,
}

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Customer {
    id: String,
    address: Address,
}

fn main() {
    let _ = Customer::get().id("1").request("shop");
    let _ = Customer::scan().filter(Customer::attributes().address.exists()).request("shop");
}
