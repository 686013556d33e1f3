// A number in a document that is read-only.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.birthplace.floor, 1).request("shop");
}
