// The item is given by reference.

include!("../customer.rs");

fn main() {
    let customer: Customer = todo!();
    let _ = Customer::patch().shop("s").id("1").from(customer).request("shop");
}
