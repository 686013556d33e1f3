// An attribute of another type is added.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.visits, c.name).request("shop");
}
