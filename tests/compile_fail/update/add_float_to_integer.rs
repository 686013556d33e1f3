// A float is added to a whole number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.visits, 1.5).request("shop");
}
