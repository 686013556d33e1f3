// A field of a document that is read-only itself.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.address.country, "DE").request("shop");
}
