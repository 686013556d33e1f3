// A number for a text inside a document.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.address.city, 3).request("shop");
}
