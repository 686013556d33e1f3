// Dynaent counts the version.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.revision, 1).request("shop");
}
