// An optional attribute is removed, not set to `None`.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").set(c.note, None).request("shop");
}
