// Rust's own operators give a `bool` at once.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits > 3).request("shop");
}
