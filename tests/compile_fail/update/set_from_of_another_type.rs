// An attribute is copied from one of another type.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set_from(c.name, c.visits).request("shop");
}
