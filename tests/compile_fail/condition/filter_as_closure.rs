// A filter is made of handles, not a closure.

include!("../customer.rs");

fn main() {
    let _ = Customer::scan().filter(|customer: &Customer| customer.visits > 3).request("shop");
}
