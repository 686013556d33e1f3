// A range of a boolean.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.active.between(false, true)).request("shop");
}
