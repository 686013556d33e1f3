// Conditions of different entities, by an operator.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.eq("Ada") & Product::attributes().name.eq("Lamp")).request("shop");
}
