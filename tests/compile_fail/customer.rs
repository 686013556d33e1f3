// The model of the cases in `condition` and `update`.

use std::collections::BTreeSet;

use dynaent::{Document, Entity};

#[derive(Debug, Clone, PartialEq, Document)]
struct Address {
    city: String,
    floor: Option<u32>,
    #[attr(read_only)]
    country: String,
}

fn loud(name: &String) -> String {
    name.to_uppercase()
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Customer", version = "1")]
#[index(primary, pk = [shop], sk = [id])]
#[index(by_team, gsi = "gsi1", pk = [team], sk = [rank])]
struct Customer {
    shop: String,
    id: String,
    name: String,
    visits: u32,
    active: bool,
    team: String,
    rank: Option<u32>,
    note: Option<String>,
    tags: BTreeSet<String>,
    orders: Vec<String>,
    address: Address,
    #[attr(read_only)]
    birthplace: Address,
    seen: time::UtcDateTime,
    #[attr(created_at)]
    made: u64,
    #[attr(updated_at)]
    changed: u64,
    #[attr(version)]
    revision: u32,
    #[attr(watch = [name], on_write = loud)]
    shout: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Product", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Product {
    id: String,
    name: String,
    price: u32,
}
