// What is known comes after the key.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").known(c.team, "t".to_owned());
}
