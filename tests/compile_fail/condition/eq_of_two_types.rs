// Attributes of different types.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.eq(c.name)).request("shop");
}
