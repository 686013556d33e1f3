// A document that is read-only.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let c0 = Address { city: "Bonn".into(), floor: None, country: "DE".into() };
    let _ = Customer::patch().shop("s").id("1").set(c.birthplace, c0).request("shop");
}
