// A number as the beginning of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.begins_with(1)).request("shop");
}
