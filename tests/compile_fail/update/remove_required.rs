// A required attribute is removed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").remove(c.name).request("shop");
}
