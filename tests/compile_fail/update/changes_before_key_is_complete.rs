// Changes come after the key.

include!("../customer.rs");

fn main() {
    let customer: Customer = todo!();
    let _ = Customer::patch().shop("s").changes(&customer, &customer);
}
