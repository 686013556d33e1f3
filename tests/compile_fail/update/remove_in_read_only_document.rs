// A field of a document that is read-only is removed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").remove(c.birthplace.floor).request("shop");
}
