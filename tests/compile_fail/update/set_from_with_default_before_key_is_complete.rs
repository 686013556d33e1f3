// Operators come after the key.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").set_from_with_default(c.name, c.note, "x");
}
