// Nothing is added to a boolean.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.active, true).request("shop");
}
