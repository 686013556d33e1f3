// What is returned comes after the key.

include!("../customer.rs");

fn main() {
    let _ = Customer::patch().shop("s").return_new();
}
