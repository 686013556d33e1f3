// An attribute that the entity does not have.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.nmae.eq("Ada")).request("shop");
}
