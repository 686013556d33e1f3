// Conditions of different entities in one list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(dynaent::all([c.name.eq("Ada"), Product::attributes().name.eq("Lamp")])).request("shop");
}
