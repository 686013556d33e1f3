// Conditions of different entities.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.eq("Ada").and(Product::attributes().name.eq("Lamp"))).request("shop");
}
