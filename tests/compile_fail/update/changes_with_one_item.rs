// `changes` compares two items.

include!("../customer.rs");

fn main() {
    let customer: Customer = todo!();
    let _ = Customer::patch().shop("s").id("1").changes(&customer).request("shop");
}
