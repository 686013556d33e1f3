// A list has no order.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.orders.gt(vec!["o1".to_owned()])).request("shop");
}
