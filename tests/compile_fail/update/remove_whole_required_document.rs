// A document that is required is removed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").remove(c.address).request("shop");
}
