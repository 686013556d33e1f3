// Attributes of different entities.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.eq(Product::attributes().name)).request("shop");
}
