// A required composite of an index is removed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").remove(c.team).request("shop");
}
