// What a number contains.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.contains(1)).request("shop");
}
