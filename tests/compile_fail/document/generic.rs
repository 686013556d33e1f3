// A document is not generic.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Address<T> {
    city: T,
}

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Customer {
    id: String,
    address: Address<String>,
}

fn main() {
    let _ = Customer::get().id("1").request("shop");
}
