// The beginning of a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.begins_with("1")).request("shop");
}
