// A condition comes after the key.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").condition(c.visits.gt(1));
}
