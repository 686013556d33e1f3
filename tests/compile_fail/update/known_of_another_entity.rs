// An attribute of another entity is known.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").known(Product::attributes().name, "x".to_owned()).request("shop");
}
