// A number as a part of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.contains(1)).request("shop");
}
