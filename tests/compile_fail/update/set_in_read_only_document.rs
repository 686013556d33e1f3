// A field of a document that is read-only.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.birthplace.city, "Bonn").request("shop");
}
