// A field of a document on which an index depends.

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Address {
    city: String,
    floor: Option<u32>,
}

fn is_local(address: &Address) -> bool {
    address.city == "Bonn"
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(local, gsi = "gsi1", pk = [id], sk = [], condition(is_local, of = [address]))]
struct Customer {
    id: String,
    address: Address,
}

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().id("1").set(c.address.city, "Bonn").request("shop");
}
