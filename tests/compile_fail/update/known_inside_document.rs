// What is known is a whole attribute.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").known(c.address.city, "Bonn".to_owned()).request("shop");
}
