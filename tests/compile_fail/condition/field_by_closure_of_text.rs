// A field of an element that is no document.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.orders.at(0).field(|order| order.name).eq("x")).request("shop");
}
