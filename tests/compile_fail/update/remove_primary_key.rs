// An attribute of the primary key is removed.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").remove(c.id).request("shop");
}
