// `changes` compares items of one entity.

include!("../customer.rs");

fn main() {
    let (customer, product): (Customer, Product) = todo!();
    let _ = Customer::patch().shop("s").id("1").changes(&customer, &product).request("shop");
}
