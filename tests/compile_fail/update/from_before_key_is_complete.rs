// What is known comes after the key.

include!("../customer.rs");

fn main() {
    let customer: Customer = todo!();
    let _ = Customer::patch().shop("s").from(&customer);
}
