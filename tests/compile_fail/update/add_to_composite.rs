// A composite of an index is added to.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.rank, 1).request("shop");
}
