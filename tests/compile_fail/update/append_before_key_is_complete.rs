// Elements come after the key.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").append(c.orders, ["o1"]);
}
