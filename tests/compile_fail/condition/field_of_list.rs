// A field of a list of documents, not of an element.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.orders.name.eq("Ada")).request("shop");
}
