// A text for a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.eq("3")).request("shop");
}
