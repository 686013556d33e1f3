// `is_in` takes several values.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.is_in(1)).request("shop");
}
