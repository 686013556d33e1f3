// A boolean has no order.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.active.gt(false)).request("shop");
}
