// A number has no size.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.size().gt(1_u64)).request("shop");
}
