// The models of the cases about queries of collections and about services.

#[allow(unused_imports)] // Each case uses some.
use dynaent::{Collection, Entity, KeyComposites, Service, Table, begins_with, gt};

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Order", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_customer, gsi = "gsi1", pk = [tenant, customer], sk = [id], collection = "account")]
#[index(by_day, gsi = "gsi2", pk = [tenant], sk = [day, size, id], collection = "days", clustered)]
#[index(by_size, gsi = "gsi3", pk = [tenant], sk = [day], collection = "keys", projection = keys_only)]
struct Order {
    id: String,
    tenant: String,
    customer: String,
    day: String,
    size: u32,
}

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Invoice", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_customer, gsi = "gsi1", pk = [tenant, customer], sk = [day], collection = "account")]
#[index(by_day, gsi = "gsi2", pk = [tenant], sk = [day, size, customer], collection = "days", clustered)]
#[index(by_size, gsi = "gsi3", pk = [tenant], sk = [day], collection = "keys", projection = keys_only)]
struct Invoice {
    id: String,
    tenant: String,
    customer: String,
    day: String,
    size: u32,
}

#[derive(Debug, Entity)]
#[entity(service = "shop", name = "Parcel", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct Parcel {
    id: String,
    weight: u32,
}

#[derive(Debug, Service)]
enum Shop {
    Order(Order),
    Invoice(Invoice),
}

#[derive(Debug, Collection)]
#[collection(name = "account")]
struct Account {
    orders: Vec<Order>,
    invoices: Vec<Invoice>,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    orders: Vec<Order>,
    invoices: Vec<Invoice>,
}

#[derive(Debug, Collection)]
#[collection(name = "keys")]
struct Keys {
    orders: Vec<Order>,
    invoices: Vec<KeyComposites<Invoice>>,
}
