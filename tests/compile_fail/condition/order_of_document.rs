// A document has no order.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.lt(c.birthplace)).request("shop");
}
