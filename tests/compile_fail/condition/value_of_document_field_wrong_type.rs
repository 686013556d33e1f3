// A number for a text inside a document.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.city.eq(3)).request("shop");
}
