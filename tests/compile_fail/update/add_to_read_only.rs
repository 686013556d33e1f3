// A read-only attribute is added to.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").add(c.made, 1).request("shop");
}
